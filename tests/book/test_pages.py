"""Every page of the built book: at home, quiet, and in order."""

from __future__ import annotations

import pytest
from playwright.sync_api import Error

from tests.helpers.book import BOOK, PAGES, SHEETS
from tests.helpers.browser import Visit

pytestmark = pytest.mark.browser


def test_the_list_of_pages_is_whole() -> None:
    built = {path.relative_to(BOOK).as_posix() for path in BOOK.rglob("*.html") if "_static" not in path.parts}
    assert built == {"index.html", *PAGES}


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_the_front_door_leads_to_the_title_page(visit, address, scheme: str) -> None:
    page = visit().open(address("index.html", scheme))
    page.wait_for_url("**/book/intro.html")


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_in_order(walked, path: str) -> None:
    walked(path, "order")


@pytest.mark.parametrize("path", [path for path in PAGES if path not in SHEETS])
def test_every_page_opened_from_its_folder_lives(walked_in_folder, path: str) -> None:
    walked_in_folder(path, "order")


def test_a_page_that_asks_another_host_would_be_found(browser, address) -> None:
    with browser.new_context() as context:
        reader = Visit(context)
        page = reader.open(address("book/privacy.html"))
        with pytest.raises(Error, match="ERR_NAME_NOT_RESOLVED"):
            page.goto("https://example.org/")
        assert reader.asked_elsewhere == ["https://example.org/"]


def test_dark_and_light_follow_the_device_until_a_reader_chooses(visit, address) -> None:
    reader = visit(color_scheme="dark")
    page = reader.open(address("book/intro.html"))
    colour = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(colour)
    page.get_by_role("button", name="Light").click()
    light = page.evaluate(colour)
    assert light != dark
    page.goto(address("book/how-to-use.html"))
    assert page.evaluate(colour) == light


def test_the_contents_open_over_the_text_on_a_phone(visit, address) -> None:
    page = visit(viewport={"width": 390, "height": 800}).open(address("notebooks/01_setting_the_scene.html"))
    contents = page.get_by_role("navigation", name="The book")
    assert not contents.is_visible()
    page.get_by_role("button", name="Contents").click()
    contents.get_by_role("link", name="Getting together").click()
    page.wait_for_url("**/03_getting_together.html")


def test_keyboard_comes_to_the_skip_link_first(visit, address) -> None:
    page = visit().open(address("notebooks/01_setting_the_scene.html"))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the text"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_search_finds_a_page(visit, address, scheme: str) -> None:
    page = visit().open(address("book/intro.html", scheme))
    page.get_by_role("searchbox").fill("fatigue")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Sustaining collaboration", exact=False).first.wait_for()


SHIFT = """() => new Promise((done) => {
  let shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) shift += entry.value;
    done(shift);
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(shift), 300);
})"""


@pytest.mark.parametrize(
    "path",
    [
        "book/intro.html",
        "book/my-workbook.html",
        "book/group-picture.html",
        "book/instructors/from-paper.html",
        "book/how-to-use.html",
        "search.html#q=fatigue",
        "notebooks/01_setting_the_scene.html",
        "notebooks/07_sustaining.html",
    ],
)
def test_nothing_moves_when_the_scripts_come_late(visit, address, path: str) -> None:
    page = visit(viewport={"width": 390, "height": 800}).open("about:blank")

    def late(route) -> None:
        page.wait_for_timeout(300)
        route.continue_()

    page.route("**/*.js*", late)
    page.goto(address(path))
    page.wait_for_load_state("networkidle")
    assert page.evaluate(SHIFT) < 0.05


def test_the_parts_of_a_long_page_are_listed(visit, address) -> None:
    page = visit(viewport={"width": 1280, "height": 800}).open(address("notebooks/07_sustaining.html"))
    page.get_by_role("navigation", name="The book").get_by_role("link", name="Collaboration fatigue").click()
    assert page.get_by_role("heading", name="Collaboration fatigue", level=2).is_visible()
    assert page.evaluate("scrollY") > 1000
