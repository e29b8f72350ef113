"""Every page of the built book: at home, quiet, and in order."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.helpers.book import BOOK, PAGES, SHEETS

pytestmark = pytest.mark.browser


def test_the_list_of_pages_is_whole() -> None:
    built = {path.relative_to(BOOK).as_posix() for path in BOOK.rglob("*.html") if "_static" not in path.parts}
    assert built == {"index.html", *PAGES}


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_the_front_door_leads_to_the_title_page(visit, address, scheme: str) -> None:
    page = visit().open(address("index.html", scheme))
    page.wait_for_url("**/book/intro.html")


@pytest.mark.parametrize(
    ("scheme", "path"),
    [*(("http", path) for path in PAGES), *(("file", path) for path in PAGES if path not in SHEETS)],
)
def test_every_page_is_in_order(visit, address, path: str, scheme: str) -> None:
    page = visit().open(address(path, scheme))
    stays_at_home_and_lives(page)
    page.emulate_media(color_scheme="dark")
    page.reload()
    stays_at_home_and_lives(page)
    fits_every_screen(page)
    if path != "search.html":
        has_headings_in_order_and_every_id_once(page)
    if scheme == "http":
        leads_somewhere(page, path)


def stays_at_home_and_lives(page: Page) -> None:
    """One heading, a title, and every exercise ready; the visit itself sees to silence and to staying at home."""
    assert page.locator("h1").count() == 1
    assert "Better Connected" in page.title()
    exercises = page.locator("[data-joinedup]")
    assert page.locator('[data-joinedup][data-ready="true"]').count() == exercises.count()


CLIPPED = """() => [...document.querySelectorAll("main :is(p, li, h1, h2, h3, h4, legend, label, button, summary, dt, dd, th, td)")]
  .filter((node) => node.checkVisibility() && getComputedStyle(node).overflow !== "visible" && node.scrollWidth > node.clientWidth + 1)
  .map((node) => node.textContent.slice(0, 60))"""


def fits_every_screen(page: Page) -> None:
    for width in (1280, 390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"wider than {width} px"
    assert page.evaluate(CLIPPED) == [], "clipped at 320 px"
    page.add_style_tag(content="html { font-size: 200%; }")
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, (
            f"wider than {width} px at twice the text"
        )
        assert page.evaluate(CLIPPED) == [], f"clipped at {width} px at twice the text"


def has_headings_in_order_and_every_id_once(page: Page) -> None:
    levels = page.eval_on_selector_all(
        "h1, h2, h3, h4, h5", "all => all.filter(h => h.checkVisibility()).map(h => Number(h.tagName[1]))"
    )
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))
    twins = page.evaluate(
        "(() => { const ids = [...document.querySelectorAll('[id]')].map(n => n.id); return ids.filter((id, n) => ids.indexOf(id) !== n); })()"
    )
    assert twins == []


def leads_somewhere(page: Page, path: str) -> None:
    for target in set(page.eval_on_selector_all("a[href]", "all => all.map(a => a.href)")):
        if not target.startswith("http://127.0.0.1"):
            continue
        file, _, anchor = target.split("/", 3)[3].partition("#")
        found = BOOK / (file or path)
        assert found.is_file(), f"{path} links to {target}"
        if anchor:
            assert f'id="{anchor}"' in found.read_text("utf-8"), f"{path} links to {target}"


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
