"""What happens to answers in the built book: kept, cleared, not kept, printed; and the book without JavaScript."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from joinedup.workbook import from_text
from tests.helpers.doing_exercises import SCENE, SUSTAINING, TOGETHER, exercise
from tests.helpers.saved_answers import FORBIDDEN, everything, hears, kept, put, put_texts

pytestmark = pytest.mark.browser

FULL = """() => {
  window.put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function () {
    this.transaction.abort();
    throw new DOMException("full", "QuotaExceededError");
  };
}"""

NOT_YET = """(() => {
  const open = IDBFactory.prototype.open;
  let many = 0;
  IDBFactory.prototype.open = function (...given) {
    if (++many > 3) return open.apply(this, given);
    const asked = { error: new DOMException("Internal error opening backing store.", "UnknownError") };
    setTimeout(() => asked.onerror());
    return asked;
  };
})()"""
"""A browser that says three times that it can't open the database, as one may that was killed a moment ago."""


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_answers_are_there_tomorrow(visit, address, scheme: str) -> None:
    reader = visit()
    page = reader.open(address(SCENE, scheme))
    exercise(page, "ch01-continuum").get_by_role("radio", name="Communication").nth(0).check()
    exercise(page, "ch01-take-back").get_by_role("textbox").first.fill("Ring the school")
    page.close()
    reader.context.add_init_script(NOT_YET)
    page = reader.open(address(SCENE, scheme))
    expect(exercise(page, "ch01-continuum").get_by_role("radio", name="Communication").nth(0)).to_be_checked()
    expect(exercise(page, "ch01-take-back").get_by_role("textbox").first).to_have_value("Ring the school")
    assert kept(page) == {
        "ch01-continuum": {"places": {"now": "communication"}},
        "ch01-take-back": {"notes": {"move": "Ring the school"}},
    }
    assert all(key.startswith("joinedup-workbook/1/") for key in everything(page)), "one name for all that is kept"
    assert page.evaluate("localStorage.length") == 0, "what is called saved is in the place that says when it is"


def test_two_tabs_do_not_overwrite_each_other(visit, address) -> None:
    reader = visit()
    first, second = reader.open(address(SCENE)), reader.open(address(TOGETHER))
    exercise(first, "ch01-continuum").get_by_role("radio", name="Communication").nth(0).check()
    exercise(second, "ch03-membership").get_by_role("textbox").first.fill("The school nurse")
    hears(first, lambda found: set(found) == {"ch01-continuum", "ch03-membership"})
    third = reader.open(address(SCENE))
    exercise(third, "ch01-continuum").get_by_role("radio", name="Collaboration").nth(0).check()
    expect(exercise(first, "ch01-continuum").get_by_role("radio", name="Collaboration").nth(0)).to_be_checked()


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_two_tabs_on_the_same_exercise_leave_each_other_s_answers_alone(visit, address, scheme: str) -> None:
    """Both tabs are open from the start, and neither waits for the other to hear of what it does."""
    reader = visit()
    first, second = reader.open(address(SUSTAINING, scheme)), reader.open(address(SUSTAINING, scheme))
    fields = [exercise(tab, "ch07-life-cycle").locator("fieldset") for tab in (first, second)]
    many = fields[0].count()
    for number in range(many):
        fields[number % 2].nth(number).get_by_text("Partly", exact=True).click()
    boxes = [exercise(tab, "ch07-take-back").get_by_role("textbox") for tab in (first, second)]
    boxes[0].nth(0).fill("Ask the nurse")
    boxes[1].nth(1).fill("The team leader")
    answers = hears(first, lambda found: len(found.get("ch07-take-back", {}).get("notes", {})) == 2)
    assert len(answers["ch07-life-cycle"]["answers"]) == many
    assert sorted(answers["ch07-take-back"]["notes"].values()) == ["Ask the nurse", "The team leader"]
    for tab in (first, second):
        check = exercise(tab, "ch07-life-cycle")
        expect(check).to_contain_text(f"All {many} answered.")
        expect(exercise(tab, "ch07-take-back").get_by_role("textbox").nth(0)).to_have_value("Ask the nurse")


def test_a_stale_tab_changes_only_what_is_changed_in_it(visit, address) -> None:
    """A tab that slept and heard nothing of the other must not bring back what it remembers."""
    reader = visit()
    reader.context.add_init_script("globalThis.BroadcastChannel = undefined")
    asleep = reader.open(address(SUSTAINING))
    sheet = exercise(asleep, "ch07-fatigue")
    sheet.locator("fieldset").nth(0).get_by_text("True of us", exact=True).click()
    asleep.evaluate("joinedupStore.held.hear = () => {}")
    other = reader.open(address(SUSTAINING))
    fields = exercise(other, "ch07-fatigue").locator("fieldset")
    fields.nth(0).get_by_text("Partly", exact=True).click()
    fields.nth(1).get_by_text("Partly", exact=True).click()
    sheet.locator("fieldset").nth(2).get_by_text("Don’t know", exact=True).click()
    answers = hears(other, lambda found: "dont-know" in found["ch07-fatigue"]["answers"].values())
    assert list(answers["ch07-fatigue"]["answers"].values()).count("partly") == 2


def test_where_nothing_can_be_kept_the_page_says_so_once_and_offers_a_download(visit, address) -> None:
    reader = visit()
    reader.context.add_init_script(FORBIDDEN)
    page = reader.open(address(SCENE))
    sheet, other = exercise(page, "ch01-continuum"), exercise(page, "ch01-take-back")
    sheet.get_by_role("radio", name="Communication").nth(0).check()
    sheet.get_by_role("radio", name="Communication").nth(1).check()
    other.get_by_role("textbox").first.fill("Ring the school")
    expect(page.get_by_role("alert")).to_have_count(1)
    expect(sheet.get_by_role("alert")).to_contain_text("doesn’t let the page save your answers")
    expect(other).to_contain_text("Not saved.")
    expect(sheet.get_by_role("heading", name="What your answers say")).to_be_visible()
    with page.expect_download() as download:
        sheet.get_by_role("button", name="Download my answers").click()
    found = from_text(download.value.path().read_bytes())
    assert found["answers"]["ch01-continuum"]["answer"]["places"] == {"now": "communication", "needed": "communication"}
    assert found["answers"]["ch01-take-back"]["answer"] == {"notes": {"move": "Ring the school"}}
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto(address("book/intro.html"))
    assert asked == ["beforeunload"], "the browser asks before unkept answers are lost"


def test_a_full_store_loses_nothing_that_was_kept_and_says_what_is_not(visit, address) -> None:
    reader = visit()
    page = reader.open(address(SCENE))
    box = exercise(page, "ch01-take-back").get_by_role("textbox").first
    box.fill("Ring the school")
    before = kept(page)
    page.evaluate(FULL)
    box.fill("Ring the school tomorrow, before the bell")
    expect(exercise(page, "ch01-take-back").get_by_role("alert")).to_be_visible()
    assert kept(page) == before
    page.evaluate("void (IDBObjectStore.prototype.put = window.put)")
    exercise(page, "ch01-continuum").get_by_role("radio", name="Communication").nth(0).check()  # there is room by now
    assert kept(page)["ch01-take-back"] == {"notes": {"move": "Ring the school tomorrow, before the bell"}}
    expect(page.get_by_role("alert")).to_have_count(0)
    box.fill("Ring the school today")
    page.reload()
    expect(exercise(page, "ch01-take-back").get_by_role("textbox").first).to_have_value("Ring the school today")


@pytest.mark.parametrize(
    "found", ["{broken", '{"format": "joinedup-workbook", "version": 9, "answers": {}}', "[]", "null", "7"]
)
def test_what_is_kept_by_something_else_is_left_alone(visit, address, found: str) -> None:
    page = visit().open(address("book/intro.html"))
    others = {
        "joinedup-workbook": found,
        "joinedup-workbook/2/answers/ch01-continuum/places/now": found,
        "other": found,
    }
    page.evaluate("(all) => Object.entries(all).forEach(([key, text]) => localStorage.setItem(key, text))", others)
    put_texts(page, {"joinedup-workbook/1/answers/ch01-continuum/places/needed": "{broken"})
    page.goto(address(SCENE))
    sheet = exercise(page, "ch01-continuum")
    sheet.get_by_role("radio", name="Communication").nth(0).check()
    expect(sheet.get_by_role("alert")).to_have_count(0)
    assert others.items() <= everything(page).items()


def test_answers_of_the_first_edition_are_taken_over(visit, address) -> None:
    page = visit().open(address("book/how-to-use.html"))
    old = {
        "format": "joinedup-workbook",
        "version": 1,
        "who": {"label": "", "team": "", "role": ""},
        "answers": {
            name: {"widget": "reflection", "saved": "2026-11-22T10:15:00.123Z", "answer": {"notes": {box: text}}}
            for name, box, text in (("ch01-take-back", "move", "Old"), ("ch02-case", "case", "Damp homes"))
        },
    }
    page.evaluate("(text) => localStorage.setItem('joinedup-workbook', text)", json.dumps(old))
    put(page, "ch01-take-back", "reflection", {"notes": {"move": "New"}})
    page.goto(address(SCENE))
    expect(exercise(page, "ch01-take-back").get_by_role("textbox").first).to_have_value("New")
    assert kept(page)["ch02-case"] == {"notes": {"case": "Damp homes"}}
    assert "joinedup-workbook" not in everything(page)


@pytest.mark.parametrize(
    ("path", "name", "answer"),
    [
        (SCENE, "ch01-continuum", {"places": {"now": "gone", "needed": "gone too"}}),
        (TOGETHER, "ch03-sorter", {"placed": {"gone": "nowhere"}, "revealed": True}),
        (SUSTAINING, "ch07-life-cycle", {"answers": {"gone": "x"}, "shown": True}),
        (SUSTAINING, "ch07-life-cycle", {"answers": ["x"], "shown": {"a": "b"}}),
    ],
)
def test_an_old_answer_that_no_longer_fits_does_not_take_the_exercise_away(visit, address, path, name, answer) -> None:
    reader = visit()
    page = reader.open(address("book/intro.html"))
    put(page, name, "gone", answer)
    page.goto(address(path))
    expect(exercise(page, name).get_by_role("button").first).to_be_visible()
    assert kept(page)[name] == answer


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
