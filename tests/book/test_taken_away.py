"""What a reader sees in a browser that lacks something newer, each taken away in turn from a Chromium that has it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, Route, expect

pytestmark = pytest.mark.browser

SCENE = "notebooks/01_setting_the_scene.html"
PHONE = {"viewport": {"width": 390, "height": 800}}
NO_POPOVER = """delete HTMLElement.prototype.popover;
for (const name of ["showPopover", "hidePopover", "togglePopover"]) delete HTMLElement.prototype[name];
for (const name of ["popoverTargetElement", "popoverTargetAction"]) delete HTMLButtonElement.prototype[name];"""
UNKNOWN_TO_CSS = """const supports = CSS.supports.bind(CSS);
CSS.supports = (...given) => !given.join().includes("%s") && supports(...given);"""


def lacking(reader, *, script: str = "", styles: tuple[str, str] | None = None, scripts: str = "") -> None:
    """Take something away from every page: by a script before its own, and from its style sheets or its scripts.

    Parameters
    ----------
    reader : Visit
        The browser.
    script : str
        What runs first in every page.
    styles : tuple of str and str
        A pattern and what stands for it in every style, one in a figure as well.
    scripts : str
        What is put at the end of each script but page.js: something that the browser cannot read.
    """
    if script:
        reader.context.add_init_script(script)

    def change(route: Route) -> None:
        answer = route.fetch()
        text = answer.text()
        if styles and not route.request.url.split("?")[0].endswith(".js"):
            text = re.sub(styles[0], styles[1], text)
        route.fulfill(response=answer, body=text)

    def spoil(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=f"{answer.text()}\n{scripts}")

    if styles:
        reader.context.route(re.compile(r"\.(css|html)(\?|$)"), change)
    if scripts:
        reader.context.route(re.compile(r"/_static/(?!page|paper)[\w-]+\.js"), spoil)


def colours(page: Page, query: str) -> tuple[str, str]:
    return tuple(
        page.locator(query).first.evaluate(
            "(one) => [getComputedStyle(one).color, getComputedStyle(one).backgroundColor]"
        )
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_without_light_dark_every_colour_is_the_same(visit, address, scheme: str) -> None:
    """The function is nowhere in the book, so there is nothing to lose."""
    shown = []
    for without in (False, True):
        reader = visit(color_scheme=scheme)
        if without:
            lacking(reader, styles=("light-dark", "no-such-function"))
        page = reader.open(address(SCENE))
        shown.append([colours(page, query) for query in ("body", ".ju", ".ju-number", ".contents")])
        assert page.locator("style, link").evaluate_all(
            "(all) => all.every((one) => !one.textContent.includes('light-dark'))"
        )
    assert shown[0] == shown[1]
    assert len(set(shown[0][0])) == 2


@pytest.mark.parametrize("path", ["book/intro.html", SCENE])
def test_without_popovers_the_contents_open_and_close(visit, address, path: str) -> None:
    reader = visit(**PHONE)
    lacking(reader, script=NO_POPOVER, styles=(r":popover-open", ":no-such-state"))
    page = reader.open(address(path))
    contents, button = page.locator("#contents"), page.locator(".contents-button")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(contents).not_to_be_visible()
    # Chromium itself still hides and shows it, whatever the page can see of that: take this away as well.
    page.evaluate("document.querySelectorAll('[popovertarget]').forEach((one) => one.removeAttribute('popovertarget'))")
    page.evaluate("document.styleSheets[0].insertRule('#contents[data-open] { display: block }')")
    button.click()
    expect(contents).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".contents-close")).to_be_focused()
    page.keyboard.press("Escape")
    expect(contents).not_to_be_visible()
    expect(button).to_be_focused()


def test_a_link_to_a_part_of_the_page_closes_the_contents(visit, address) -> None:
    reader = visit(**PHONE)
    page = reader.open(address(SCENE))
    page.get_by_role("button", name="Contents").click()
    expect(page.locator("#contents")).to_be_visible()
    page.locator(".here a").nth(1).click()
    expect(page.locator("#contents")).not_to_be_visible()


def test_without_has_every_exercise_works_and_figures_are_marked(visit, address) -> None:
    reader = visit()
    lacking(reader, script=UNKNOWN_TO_CSS % ":has(", styles=(r":has\(", ":no-such-thing("))
    page = reader.open(address(SCENE))
    slider = page.locator('[data-exercise="ch01-continuum"]')
    stop = slider.locator(".ju-stop").first
    before = stop.locator("span").evaluate("(one) => getComputedStyle(one).color")
    stop.click()
    assert stop.locator("span").evaluate("(one) => getComputedStyle(one).color") != before
    part = page.locator(".ju-figure details[data-part]").first
    part.locator("summary").click()
    name = part.get_attribute("data-part")
    marked = page.locator(f".ju-part-{name}").first
    expect(marked).to_have_css("--ju-marked", "visible")
    part.locator("summary").click()
    expect(marked).not_to_have_css("--ju-marked", "visible")


def test_without_has_a_link_to_one_sheet_shows_that_one(visit, address) -> None:
    reader = visit()
    lacking(reader, script=UNKNOWN_TO_CSS % ":has(", styles=(r":has\(", ":no-such-thing("))
    page = reader.open(address("book/instructors/paper.html"))
    link = page.locator("main a[href*='paper/'][href*='#']").first
    link.click()
    page.wait_for_url("**/book/paper/*.html#*")
    expect(page.locator("main > .sheet:visible")).to_have_count(1)
    page.locator(".whole a").click()
    assert page.locator("main > .sheet:visible").count() > 1


def test_without_container_queries_an_exercise_fits_a_phone_and_can_be_answered(visit, address) -> None:
    reader = visit(**PHONE)
    lacking(reader, styles=(r"@container", "@no-such-rule"))
    page = reader.open(address(SCENE))
    slider = page.locator('[data-exercise="ch01-continuum"][data-ready]')
    slider.locator(".ju-stop").first.click()
    expect(slider.locator("input:checked")).to_have_count(1)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("path", [SCENE, "book/my-workbook.html", "book/group-picture.html"])
@pytest.mark.parametrize("old", [True, False])
def test_where_scripts_cannot_be_read_one_line_says_so(visit, address, path: str, old: bool) -> None:
    """As in Safari before 16.4: the script does not start, and page.js says what to do."""
    reader = visit()
    lacking(
        reader,
        script="delete window.CompressionStream"
        if old
        else "window.setTimeout = ((was) => (f) => was(f, 0))(setTimeout)",
        scripts="/(?<!/",
    )
    page = reader.open(address(path))
    line = page.locator(".not-started")
    said = "This browser is too old for what belongs here." if old else "This part of the page hasn’t started."
    expect(line.first).to_contain_text(said)
    assert line.count() == max(1, page.locator("[data-joinedup]").count())
    expect(page.locator("main h1")).to_be_visible()
    if path == SCENE:
        expect(page.locator(".ju-paper").first).to_be_visible()
    assert any("regular expression" in one for one in reader.complaints)
    reader.complaints.clear()


def test_what_has_started_says_nothing(visit, address) -> None:
    reader = visit()
    reader.context.add_init_script("window.setTimeout = ((was) => (f, time) => was(f, time / 20))(setTimeout)")
    page = reader.open(address(SCENE))
    page.wait_for_timeout(1500)
    expect(page.locator(".not-started")).to_have_count(0)


def test_without_compression_files_are_exported_and_the_code_says_why_not(visit, address) -> None:
    reader = visit()
    lacking(reader, script="delete window.CompressionStream; delete window.DecompressionStream;")
    page = reader.open(address(SCENE))
    page.locator('[data-exercise="ch01-continuum"][data-ready] .ju-stop').first.click()
    page.goto(address("book/my-workbook.html"))
    page.get_by_role("button", name="Copy the short code").click()
    expect(page.locator('[data-workbook="take"] [role=status]')).not_to_be_empty()
    with page.expect_download() as download:
        page.locator('[data-workbook="take"] .jw-buttons button').first.click()
    assert download.value.suggested_filename == "my-workbook.json"
