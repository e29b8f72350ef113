"""Every page by the Tab key: everything is come to, in the order it is read, seen when it is, and large enough to hit."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.helpers.answered import answer_all
from tests.helpers.axe import UNFOLD
from tests.helpers.book import BUILT_ALIKE, WALKED
from tests.helpers.group_picture import SAMPLE, brings, looks_at, opens
from tests.helpers.tabbing import is_good, walk

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("path", WALKED)
def test_a_page_with_all_of_it_unfolded_and_answered(walked, path: str) -> None:
    walked(path, "tabbing")


@pytest.mark.parametrize("path", BUILT_ALIKE)
def test_a_page_enlarged_four_times_and_backwards(visit, address, path: str) -> None:
    """A window of 1280 by 1024 px at 400 % has as much room as one of 320 by 256 (WCAG 1.4.10)."""
    page = visit(viewport={"width": 320, "height": 256}, color_scheme="dark").open(address("book/privacy.html"))
    answer_all(page, "done")
    page.goto(address(path))
    stops = walk(page, "Shift+Tab")
    page.evaluate("stops.reverse()")
    is_good(page, stops)


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
@pytest.mark.parametrize(("chapter", "width"), [("03_getting_together", 1280), ("08_context", 390)])
def test_the_card_in_hand_hides_no_place_to_put_it(visit, address, chapter: str, width: int, key: str) -> None:
    """It stays at the top of the window while its place is looked for."""
    page = visit(viewport={"width": width, "height": 700}).open(address("book/privacy.html"))
    answer_all(page, "half")
    page.goto(address(f"notebooks/{chapter}.html"))
    expect(page.locator(".ju-hand").first).to_have_css("position", "sticky")
    stops = walk(page, key)
    assert [stop.said for stop in stops if not stop.seen] == []


def test_the_pictures_of_a_group(visit, address) -> None:
    page = opens(visit, address, viewport={"width": 1280, "height": 800})
    brings(page, SAMPLE)
    shown = looks_at(page, "ch01-continuum", "role")
    expect(shown.locator(".gp-figure").first).to_be_visible()
    page.evaluate(UNFOLD)
    is_good(page, walk(page))


@pytest.mark.parametrize(
    ("script", "wrong"),
    [
        ("document.querySelector('.turn a').style.outline = 'none'", "no clear outline"),
        ("document.querySelector('.turn a').style.outlineColor = 'light-dark(#eee, #333)'", "no clear outline"),
        ("document.querySelector('.find input').style.borderColor = '#ddd'", "without a clear edge"),
        ("document.querySelector('.brand').tabIndex = 5", "not in the order"),
        ("document.querySelector('.turn').style.flexDirection = 'row-reverse'", "not in the order"),
        ("document.querySelector('main').style.cssText = 'position: relative; left: -5000px'", "out of sight"),
        (
            "document.querySelector('.foot').style.cssText = 'position: fixed; inset: 0; background: #fff'",
            "behind something",
        ),
        (
            "document.querySelector('.foot a').style.cssText = 'display: block; width: 20px; height: 20px'",
            "smaller than 24 px",
        ),
    ],
)
def test_a_page_that_is_not_good_is_found(visit, address, script: str, wrong: str) -> None:
    page = visit(viewport={"width": 1280, "height": 800}).open(address("book/privacy.html"))
    page.evaluate(script)
    with pytest.raises(AssertionError, match=wrong):
        is_good(page, walk(page))
