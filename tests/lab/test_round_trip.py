"""One person's answers, from the book to JupyterLab and back: a file there, a code back, and the same to the byte."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page

from joinedup import workbook
from tests.helpers.doing_exercises import EXERCISES, ONE_OF_EACH, WITH_ONE_OF_EACH, by_click, sheet_of
from tests.helpers.lab import Person, expect

pytestmark = pytest.mark.lab

MINE = "book/my-workbook.html"
IN_PYTHON = (
    "import gc, json; from joinedup.exercises.base.exercise import Exercise; "
    "print(json.dumps({w.config['exercise']: w.answer for w in gc.get_objects() if isinstance(w, Exercise)}))"
)


def own_file(page: Page) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the workbook file").click()
    return download.value.path().read_bytes()


def test_book_file_lab_code_book(person: Person, visit, address) -> None:
    assert set(ONE_OF_EACH["widget"]) == set(EXERCISES["widget"]) and len(ONE_OF_EACH) == 10
    page = visit().open(address("book/intro.html"))
    for exercise, chapter, widget in ONE_OF_EACH[["id", "chapter", "widget"]].itertuples(index=False):
        page.goto(address(f"notebooks/{chapter}.html"))
        by_click(page, sheet_of(page, str(exercise)), str(widget))
    page.goto(address(MINE))
    page.get_by_label("A name for this workbook").fill("Kererū")
    taken = own_file(page)
    answers = workbook.from_text(taken)["answers"]
    assert set(answers) == set(ONE_OF_EACH["id"])
    assert workbook.to_text(workbook.from_text(taken)).encode() == taken, "Python writes the same bytes"

    path = person.lab.folder / person.name / "notebooks" / workbook.FILE
    path.write_bytes(taken)
    for chapter in WITH_ONE_OF_EACH:
        person.runs_all(chapter)
        here = ONE_OF_EACH[ONE_OF_EACH["chapter"] == chapter]["id"]
        for exercise in here:
            expect(person.exercise(exercise)).to_have_attribute("data-touched", "true")
            expect(person.exercise(exercise).locator(".ju-kept")).to_have_text("Saved in my-workbook.json.")
        found = json.loads(person.runs(IN_PYTHON).last.inner_text())
        assert {name: found[name] for name in here} == {name: answers[name]["answer"] for name in here}
    assert path.read_bytes() == taken, "looking changes nothing"
    shown = person.runs(f"from joinedup import workbook; print(workbook.to_code(workbook.load('{workbook.FILE}')))")
    code = shown.inner_text().strip()

    other = visit().open(address(MINE))
    other.get_by_label("Or paste a short code").fill(code)
    other.get_by_role("button", name="Import the code").click()
    expect(other.locator('[data-workbook="bring"] .jw-notice')).to_contain_text("Exercises that changed here: 10.")
    assert own_file(other) == taken
