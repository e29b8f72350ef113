"""The pages in other letters: readers have other fonts than whoever laid the pages out, wider ones and narrower ones."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.helpers.answered import answer_all
from tests.helpers.axe import UNFOLD
from tests.helpers.book import BUILT_ALIKE, WALKED
from tests.helpers.browser import Visit
from tests.helpers.fonts import FAMILIES, browser_with
from tests.helpers.room import SPACED, is_roomy
from tests.helpers.tabbing import walk

pytestmark = pytest.mark.browser

SORTED = ("00_key_learnings", "03_getting_together", "08_context", "12_co_production")
"""The chapters in which cards are sorted, with the card in hand at the top of the window."""
READ = ("notebooks/01_setting_the_scene.html", "notebooks/08_context.html", *BUILT_ALIKE)
PATHS = WALKED if os.environ.get("EVERY_PAGE_IN_EVERY_FONT") else tuple(dict.fromkeys(READ))
DRAWN_WITH = "CSS.getPlatformFontsForNode"
TOO_NEAR = """() => [...document.querySelectorAll(".ju-table")].flatMap((table) => {
  const hand = table.querySelector(".ju-hand");
  const seen = Math.min(hand.offsetHeight, 0.6 * innerHeight);
  return [...table.querySelectorAll("a, button, input, summary, textarea")]
    .filter((one) => parseFloat(getComputedStyle(one).scrollMarginTop) < seen)
    .map((one) => `${one.textContent}: ${getComputedStyle(one).scrollMarginTop} for a card of ${seen}px`);
})"""
"""What would come to lie behind the card in hand, if its place were scrolled to."""


@pytest.fixture(scope="module", params=FAMILIES)
def lettered(request, browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Visit]]:
    """The name of a family, and a reader whose device has no other letters."""
    with browser_with(request.param, tmp_path_factory.mktemp("fonts"), browser.browser_type) as own:
        yield request.param, Visit(own.new_context(service_workers="block"))


@pytest.fixture(scope="module")
def half_answered(lettered, site: str) -> Visit:
    """The same reader, with every exercise half answered."""
    return answered(lettered[1], site, "half")


@pytest.fixture(scope="module")
def all_answered(lettered, site: str) -> Visit:
    """The same reader on another device, with every exercise answered."""
    browser = lettered[1].context.browser
    return answered(Visit(browser.new_context(service_workers="block")), site, "done")


def answered(reader: Visit, site: str, state: str) -> Visit:
    page = reader.open(f"{site}book/privacy.html")
    answer_all(page, state)
    page.close()
    return reader


def opened(reader: Visit, url: str, width: int, height: int) -> Page:
    page = reader.context.new_page()
    page.set_viewport_size({"width": width, "height": height})
    page.goto(url)
    return page


def families_on(page: Page) -> set[str]:
    """Return the families in which the text of a page is really set."""
    asked = page.context.new_cdp_session(page)
    for domain in ("DOM", "CSS"):
        asked.send(f"{domain}.enable")
    root = asked.send("DOM.getDocument")["root"]["nodeId"]
    body = asked.send("DOM.querySelector", {"nodeId": root, "selector": "main p"})["nodeId"]
    return {font["familyName"] for font in asked.send(DRAWN_WITH, {"nodeId": body})["fonts"]}


@pytest.mark.parametrize("path", PATHS)
def test_everything_has_room_and_a_name_where_it_scrolls(lettered, all_answered, address, path: str) -> None:
    family, _ = lettered
    page = opened(all_answered, address(path), 320, 800)
    page.evaluate(UNFOLD)
    is_roomy(page, f"in {family}")
    page.add_style_tag(content=SPACED)
    is_roomy(page, f"in {family}, set far apart")
    page.close()


@pytest.mark.parametrize("chapter", SORTED)
def test_the_card_in_hand_hides_no_place_on_a_phone(lettered, half_answered, address, chapter: str) -> None:
    """WCAG 2.4.11, however tall the card comes to be."""
    family, _ = lettered
    page = opened(half_answered, address(f"notebooks/{chapter}.html"), 390, 700)
    assert families_on(page) == {family}
    expect(page.locator(".ju-hand").first).to_have_css("position", "sticky")
    assert page.evaluate(TOO_NEAR) == []
    for key in ("Tab", "Shift+Tab"):
        assert [stop.said for stop in walk(page, key) if not stop.seen] == []
    page.add_style_tag(content=SPACED)
    page.wait_for_function(f"({TOO_NEAR})().length === 0")  # once the taller card has been measured
    page.close()
