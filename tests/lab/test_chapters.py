"""Every chapter in a real JupyterLab, run from top to bottom, and answers found again."""

from __future__ import annotations

import pytest

from tests.helpers.book import CHAPTERS
from tests.helpers.doing_exercises import WITH_ONE_OF_EACH
from tests.helpers.lab import Person, expect

pytestmark = pytest.mark.lab


OTHERS = [chapter for chapter in CHAPTERS if chapter not in WITH_ONE_OF_EACH]
"""The chapters that nobody goes through on the way from the book to JupyterLab and back."""


def test_every_other_chapter_runs_from_top_to_bottom(person: Person) -> None:
    for chapter in OTHERS:
        person.runs_all(chapter)


def test_answers_are_there_after_the_kernel_was_restarted_and_in_the_next_chapter(person: Person) -> None:
    person.runs_all("02_before_starting")
    person.exercise("ch02-case").get_by_role("textbox").first.fill("Damp homes in whānau flats")
    person.has_kept("ch02-case", {"notes": {"case": "Damp homes in whānau flats"}})
    person.chooses("Kernel", "Restart Kernel and Run All Cells…")
    person.page.get_by_role("button", name="Confirm Kernel Restart").click()
    person.page.locator("#jp-main-statusbar").get_by_text("| Idle").wait_for()
    box = person.exercise("ch02-case").get_by_role("textbox").first
    expect(box).to_have_value("Damp homes in whānau flats")
    expect(person.exercise("ch02-complexity").locator(".ju-earlier")).to_contain_text("Damp homes in whānau flats")
    person.runs_all("03_getting_together")
    expect(person.exercise("ch03-membership").locator(".ju-earlier")).to_contain_text("Damp homes in whānau flats")
    person.chooses("File", "Save Notebook")
    stored = person.lab.folder / person.name / "notebooks"
    assert all("Damp homes" not in path.read_text("utf-8") for path in stored.glob("*.ipynb"))
