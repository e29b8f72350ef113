"""What happens to answers in the built book: kept, cleared, not kept, printed; and the book without JavaScript."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from .test_answering import SCENE, SUSTAINING, TOGETHER, exercise

pytestmark = pytest.mark.browser

KEPT = "JSON.parse(localStorage.getItem('joinedup-workbook'))"


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_answers_are_there_tomorrow(visit, address, scheme: str) -> None:
    reader = visit()
    page = reader.open(address(SCENE, scheme))
    exercise(page, "ch01-continuum").get_by_role("radio", name="Communication").nth(0).check()
    exercise(page, "ch01-take-back").get_by_role("textbox").first.fill("Ring the school")
    page.close()
    page = reader.open(address(SCENE, scheme))
    expect(exercise(page, "ch01-continuum").get_by_role("radio", name="Communication").nth(0)).to_be_checked()
    expect(exercise(page, "ch01-take-back").get_by_role("textbox").first).to_have_value("Ring the school")
    kept = page.evaluate(KEPT)
    assert (kept["format"], kept["version"]) == ("joinedup-workbook", 1)
    assert kept["answers"]["ch01-continuum"]["answer"] == {"places": {"now": "communication"}}


def test_two_tabs_do_not_overwrite_each_other(visit, address) -> None:
    reader = visit()
    first, second = reader.open(address(SCENE)), reader.open(address(TOGETHER))
    exercise(first, "ch01-continuum").get_by_role("radio", name="Communication").nth(0).check()
    exercise(second, "ch03-membership").get_by_role("textbox").first.fill("The school nurse")
    assert set(first.evaluate(KEPT)["answers"]) == {"ch01-continuum", "ch03-membership"}
    third = reader.open(address(SCENE))
    exercise(third, "ch01-continuum").get_by_role("radio", name="Collaboration").nth(0).check()
    expect(exercise(first, "ch01-continuum").get_by_role("radio", name="Collaboration").nth(0)).to_be_checked()


def test_where_nothing_can_be_kept_the_page_says_so_and_goes_on(visit, address) -> None:
    reader = visit()
    reader.context.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });"
    )
    page = reader.open(address(SCENE))
    sheet = exercise(page, "ch01-continuum")
    sheet.get_by_role("radio", name="Communication").nth(0).check()
    sheet.get_by_role("radio", name="Communication").nth(1).check()
    expect(sheet.get_by_role("alert")).to_have_count(1)
    expect(sheet.get_by_role("alert")).to_contain_text("does not let the page keep your answers")
    expect(sheet.get_by_role("heading", name="What your answers say")).to_be_visible()


@pytest.mark.parametrize(
    "found", ["{broken", '{"format": "joinedup-workbook", "version": 9, "answers": {}}', "[]", "null"]
)
def test_what_is_kept_but_cannot_be_read_is_never_overwritten(visit, address, found: str) -> None:
    reader = visit()
    page = reader.open(address("book/intro.html"))
    page.evaluate("(text) => localStorage.setItem('joinedup-workbook', text)", found)
    page.goto(address(SCENE))
    sheet = exercise(page, "ch01-continuum")
    sheet.get_by_role("radio", name="Communication").nth(0).check()
    expect(sheet.get_by_role("alert")).to_be_visible()
    assert page.evaluate("localStorage.getItem('joinedup-workbook')") == found


@pytest.mark.parametrize(
    ("path", "name", "answer"),
    [
        (SCENE, "ch01-continuum", {"places": {"now": "gone", "needed": "gone too"}}),
        (TOGETHER, "ch03-sorter", {"placed": {"gone": "nowhere"}, "revealed": True}),
        (SUSTAINING, "ch07-life-cycle", {"answers": {"gone": "x"}, "shown": True}),
        (SUSTAINING, "ch07-life-cycle", {"answers": 7}),
    ],
)
def test_an_old_answer_that_no_longer_fits_does_not_take_the_exercise_away(visit, address, path, name, answer) -> None:
    reader = visit()
    page = reader.open(address("book/intro.html"))
    workbook = {"format": "joinedup-workbook", "version": 1, "who": {}, "answers": {name: {"answer": answer}}}
    page.evaluate("(text) => localStorage.setItem('joinedup-workbook', text)", json.dumps(workbook))
    page.goto(address(path))
    expect(exercise(page, name).get_by_role("button").first).to_be_visible()
    assert page.evaluate(KEPT)["answers"][name]["answer"] == answer


def test_script_in_an_answer_is_shown_and_never_run(visit, address) -> None:
    reader = visit()
    page = reader.open(address(SCENE))
    box = exercise(page, "ch01-take-back").get_by_role("textbox").first
    box.fill('<img src=x onerror="document.title=1">')
    page.reload()
    expect(exercise(page, "ch01-take-back").get_by_role("textbox").first).to_have_value(
        '<img src=x onerror="document.title=1">'
    )
    assert page.title() != "1"


@pytest.mark.parametrize(
    ("path", "name"), [(SCENE, "ch01-continuum"), (TOGETHER, "ch03-sorter"), (SUSTAINING, "ch07-life-cycle")]
)
@pytest.mark.parametrize("scheme", ["http", "file"])
def test_without_javascript_the_exercise_can_be_read(visit, address, path: str, name: str, scheme: str) -> None:
    page = visit(java_script_enabled=False).open(address(path, scheme))
    sheet = page.locator(f'[data-exercise="{name}"]')
    assert sheet.get_by_role("heading", level=3).is_visible()
    paper = sheet.locator(".ju-paper")
    assert paper.is_visible()
    assert paper.locator("li").count() >= 12


def test_print_gives_blank_paper_or_ones_own_answers(visit, address) -> None:
    page = visit().open(address(SCENE))
    sheet = exercise(page, "ch01-continuum")
    page.emulate_media(media="print")
    expect(sheet.locator(".ju-paper")).to_be_visible()
    expect(sheet.locator(".ju-live")).not_to_be_visible()
    page.emulate_media(media="screen")
    sheet.get_by_role("radio", name="Communication").nth(0).check()
    page.emulate_media(media="print")
    expect(sheet.locator(".ju-paper")).not_to_be_visible()
    expect(sheet.get_by_role("radio", name="Communication").nth(0)).to_be_visible()
