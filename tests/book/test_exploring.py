"""Explore a chart: nothing of it is loaded before, its rows can be pointed at, and it follows the page."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.helpers.axe import violations
from tests.helpers.book import BOOK, CHAPTERS
from tests.helpers.keyboard import tab_to

pytestmark = pytest.mark.browser
SCENE = "notebooks/01_setting_the_scene.html"
EVERY = [chapter for chapter in CHAPTERS if "ju-chart-data" in (BOOK / f"notebooks/{chapter}.html").read_text("utf-8")]


def charts(page: Page) -> Locator:
    return page.locator(".ju-figure", has=page.locator(".ju-explore"))


def explored(page: Page, number: int = 0) -> Locator:
    """Press the button of a chart; give the chart that comes."""
    figure = charts(page).nth(number)
    figure.get_by_role("button", name="Explore the chart").click()
    expect(figure.locator(".ju-explored svg")).to_be_visible()
    return figure


def test_vega_comes_only_when_a_reader_asks_and_only_once(visit, address) -> None:
    reader = visit()
    asked: list[str] = []
    reader.context.on("request", lambda request: asked.append(request.url))
    page = reader.open(address("notebooks/09_conclusions.html"))
    page.wait_for_load_state("networkidle")
    assert not any("vega" in url for url in asked)
    explored(page, 0)
    explored(page, 1)
    assert sum("vega" in url for url in asked) == 1


@pytest.mark.parametrize("scheme", ["http", "file"])
@pytest.mark.parametrize("chapter", EVERY)
def test_every_chart_can_be_explored_light_and_dark_on_a_phone_and_on_a_desk(
    visit, address, chapter: str, scheme: str
) -> None:
    page = visit(viewport={"width": 1000, "height": 800}).open(address(f"notebooks/{chapter}.html", scheme))
    for number in range(charts(page).count()):
        figure = explored(page, number)
        marks = figure.locator(".ju-explored [role=graphics-symbol] path, .ju-explored path[role=graphics-symbol]")
        assert marks.count() > 0
        expect(figure.locator(".ju-drawing")).to_be_hidden()
        for width in (1000, 320):
            page.set_viewport_size({"width": width, "height": 800})
            expect(figure.locator(".ju-explored svg")).to_be_visible()
            assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.set_viewport_size({"width": 1000, "height": 800})
        figure.get_by_role("button", name="Explore the chart").click()
        expect(figure.locator(".ju-drawing")).to_be_visible()


def test_by_keyboard_and_back_to_the_picture(visit, address) -> None:
    page = visit().open(address(SCENE))
    page.locator("#look-at-the-data").scroll_into_view_if_needed()
    tab_to(page, ".ju-explore")
    page.keyboard.press("Enter")
    figure = charts(page)
    expect(figure.locator(".ju-explored svg")).to_be_visible()
    expect(figure.get_by_role("status")).to_contain_text("Point at a mark")
    assert figure.get_by_role("button", name="Explore the chart").get_attribute("aria-pressed") == "true"
    assert violations(page, [".ju-figure:has(.ju-explored svg)"]) == []
    figure.get_by_role("button", name="Explore the chart").focus()
    page.keyboard.press("Enter")
    expect(figure.locator(".ju-drawing")).to_be_visible()
    expect(figure.locator(".ju-explored")).to_be_hidden()


def test_a_mark_says_its_row_and_marks_its_kind(visit, address) -> None:
    page = visit(viewport={"width": 1000, "height": 900}).open(address(SCENE))
    figure = explored(page)
    rows = json.loads(page.locator(".ju-chart-data").text_content())["wide"]["datasets"]
    first = next(iter(rows.values()))[0]
    bar = figure.locator(".ju-explored path[aria-roledescription=bar]").first
    bar.hover()
    tip = page.locator("#vg-tooltip-element")
    expect(tip).to_contain_text("section")
    expect(tip).to_contain_text(str(first["things"]))
    bar.click()
    bars = figure.locator(".ju-explored path[aria-roledescription=bar]")
    seen = bars.evaluate_all("(all) => all.map((one) => Number(getComputedStyle(one).opacity))")
    assert seen.count(1) == 2, "section 1 stands out among what helps and among what gets in the way"


def test_it_follows_the_page_from_light_to_dark(visit, address) -> None:
    page = visit(color_scheme="light").open(address(SCENE))
    figure = explored(page)
    colour = "(figure) => getComputedStyle(figure.querySelector('.ju-explored path[aria-roledescription=bar]')).fill"
    light = figure.evaluate(colour)
    page.get_by_role("button", name="Dark").click()
    expect(figure.locator(".ju-explored path[aria-roledescription=bar]").first).not_to_have_css("fill", light)


def test_where_it_does_not_come_the_picture_stays_and_it_can_be_asked_for_again(visit, address) -> None:
    reader = visit()
    page = reader.open(address(SCENE))
    page.route("**/vega.js*", lambda route: route.abort())
    figure = charts(page)
    figure.get_by_role("button", name="Explore the chart").click()
    expect(figure.get_by_role("status")).to_contain_text("couldn’t be loaded")
    expect(figure.locator(".ju-drawing")).to_be_visible()
    page.unroute("**/vega.js*")
    reader.complaints.clear()  # the browser says that the file did not come
    explored(page)
    expect(figure.get_by_role("status")).to_contain_text("Point at a mark")


def test_without_javascript_there_is_the_picture_and_no_button(visit, address) -> None:
    page = visit(java_script_enabled=False).open(address(SCENE))
    assert page.locator(".ju-explore").count() == 0
    expect(page.locator(".ju-chart").filter(visible=True)).to_have_count(1)


def test_paper_has_the_picture(visit, address) -> None:
    page = visit(viewport={"width": 1000, "height": 800}).open(address(SCENE))
    figure = explored(page)
    page.emulate_media(media="print")
    expect(figure.locator(".ju-drawing")).to_be_visible()
    expect(figure.locator(".ju-explored")).to_be_hidden()
