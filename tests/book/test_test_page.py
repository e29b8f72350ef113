"""The page "Test this computer": a browser as it is, and browsers that lack one thing."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.helpers.saved_answers import FORBIDDEN, everything, put

pytestmark = pytest.mark.browser

HERE = "book/instructors/test-this-computer.html"
GOOD = "This computer will do. Everything the workbook needs works here."


def opens(reader, address, scheme: str = "http") -> Page:
    page = reader.open(address(HERE, scheme))
    page.locator('[data-test-page="verdict"][data-ready]').wait_for()
    return page


def verdict(page: Page) -> Locator:
    return page.get_by_role("status")


def line(page: Page, about: str) -> Locator:
    return page.get_by_role("listitem").filter(has=page.get_by_text(f"{about}:", exact=True))


def states(page: Page) -> dict[str, str]:
    return dict(
        page.eval_on_selector_all("[data-state]", "all => all.map(({ dataset }) => [dataset.about, dataset.state])")
    )


def test_a_browser_that_has_everything_will_do(visit, address) -> None:
    page = opens(visit(), address)
    expect(verdict(page)).to_have_text(GOOD)
    assert set(states(page).values()) == {"works"} and len(states(page)) == 9
    expect(line(page, "Saving answers")).to_contain_text("In a private window they are lost when you close it")
    expect(line(page, "Width of the window")).to_contain_text("1280 pixels")
    assert not page.get_by_text("If this line stays").is_visible()


def test_nothing_is_left_behind_and_nothing_is_asked_for(visit, address) -> None:
    reader = visit()
    page = opens(reader, address)
    assert everything(page) == {}
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.set_viewport_size({"width": 900, "height": 700})
    expect(line(page, "Width of the window")).to_contain_text("900 pixels")
    assert asked == [] and everything(page) == {}


def test_answers_of_another_day_prove_that_they_last(visit, address) -> None:
    reader = visit()
    page = opens(reader, address)
    put(page, "ch01-take-back", "reflection", {"notes": {"move": "Ring"}}, saved="2026-03-02T10:15:00Z")
    before = everything(page)
    page.reload()
    expect(line(page, "Saving answers")).to_contain_text("It has kept some since 2 March 2026.")
    assert everything(page) == before


def test_from_a_folder_it_says_what_is_uncertain(visit, address) -> None:
    page = opens(visit(), address, "file")
    expect(verdict(page)).to_contain_text("This computer will do. There is one thing this page can’t check")
    first = page.locator("[data-state]").first
    expect(first).to_contain_text("Saving answers: works, as far as this page can tell")
    expect(first).to_contain_text("another web page saved on this device could read them")
    assert {state for about, state in states(page).items() if about != "storage"} == {"works"}


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_where_nothing_may_be_kept_it_says_what_to_do_instead(visit, address, scheme: str) -> None:
    reader = visit()
    reader.context.add_init_script(FORBIDDEN)
    page = opens(reader, address, scheme)
    expect(verdict(page)).to_contain_text("your answers will be lost when you close the page")
    first = page.locator("[data-state]").first
    expect(first).to_contain_text("Saving answers: does not work")
    expect(first).to_contain_text("print or download your answers before you close the page")
    assert "room" not in states(page)  # there is no more to say of it


LACKS = {
    "codes": (
        "delete window.CompressionStream",
        *("Short codes", "Save a workbook file instead"),
    ),
    "downloads": (
        "delete HTMLAnchorElement.prototype.download",
        *("Saving a file", "Print your answers"),
    ),
    "printing": ("window.print = undefined", *("Printing", "in the browser’s own menu")),
    "age": (
        "delete Array.prototype.findLast",
        *("Age of the browser", "Chrome or Edge 109, Firefox 115 or Safari 16.4"),
    ),
    "room": (
        "const put = IDBObjectStore.prototype.put;"
        "IDBObjectStore.prototype.put = function (text, key) {"
        "  if (text.length > 900_000) throw new DOMException('full', 'QuotaExceededError');"
        "  return put.call(this, text, key); }",
        *("Room for answers", "delete old answers there"),
    ),
}


@pytest.mark.parametrize(("script", "about", "instead"), LACKS.values(), ids=LACKS.keys())
def test_what_does_not_work_stands_first_with_what_to_do_instead(
    visit, address, script: str, about: str, instead: str
) -> None:
    reader = visit()
    reader.context.add_init_script(script)
    page = opens(reader, address)
    expect(verdict(page)).to_contain_text("One thing doesn’t work; it comes first below")
    first = page.locator("[data-state]").first
    expect(first).to_contain_text(f"{about}: does not work")
    expect(first).to_contain_text(instead)
    assert everything(page) == {}


def test_several_things_that_do_not_work_are_counted(visit, address) -> None:
    reader = visit()
    reader.context.add_init_script("delete window.CompressionStream; window.print = undefined;")
    page = opens(reader, address)
    expect(verdict(page)).to_contain_text("2 things don’t work")
    assert list(states(page).values())[:3] == ["not", "not", "works"]


def test_a_window_that_is_too_narrow_is_said_to_be_so_until_it_is_wider(visit, address) -> None:
    page = opens(visit(viewport={"width": 300, "height": 600}), address)
    expect(line(page, "Width of the window")).to_contain_text("does not work")
    page.set_viewport_size({"width": 400, "height": 600})
    expect(line(page, "Width of the window")).to_contain_text("400 pixels wide, and the pages fit")
    expect(verdict(page)).to_have_text(GOOD)


def test_light_and_dark_follow_the_button(visit, address) -> None:
    page = opens(visit(color_scheme="dark"), address)
    expect(line(page, "Light or dark")).to_contain_text("The page is dark")
    page.get_by_role("button", name="Light").click()
    expect(line(page, "Light or dark")).to_contain_text("The page is light")


def test_a_device_with_colours_of_its_own_is_told_so(visit, address) -> None:
    page = opens(visit(forced_colors="active"), address)
    expect(line(page, "Light or dark")).to_contain_text("its own colours")


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_without_javascript_it_says_what_works(visit, address, scheme: str) -> None:
    page = visit(java_script_enabled=False).open(address(HERE, scheme))
    words = page.locator("noscript p")
    expect(words).to_be_visible()
    expect(words).to_contain_text("JavaScript is off in this browser")
    expect(words).to_contain_text("You can read every chapter, see every figure, and print")


def test_a_browser_too_old_for_the_test_is_told_so(visit, address) -> None:
    reader = visit()
    reader.context.route(
        "**/test-this-computer.js*", lambda route: route.fulfill(body="", content_type="text/javascript")
    )
    page = reader.open(address(HERE))
    expect(page.get_by_text("If this line stays for more than ten seconds")).to_be_visible()
