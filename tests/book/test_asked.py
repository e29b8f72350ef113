"""What exercises ask comes chapter by chapter, and a page says so where it does not come."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from joinedup.content.exercise_table import exercise_rows
from joinedup_book.pages.asked import chapter_specs
from tests.helpers.book import BOOK, ROOT
from tests.helpers.saved_answers import kept, put

pytestmark = pytest.mark.browser

MINE, GROUP = "book/my-workbook.html", "book/group-picture.html"
READY = '[data-workbook="delete"][data-ready]'
SAMPLE = ROOT / "data" / "sample_workshop"
ANSWER = {"notes": {"problem": "Damp homes"}, "places": {"now": "communication"}}


def opens(reader, address, scheme: str = "http") -> Page:
    page = reader.open(address(MINE, scheme))
    page.locator(READY).wait_for(state="attached")
    return page


def answers(page: Page, *exercises: str) -> None:
    for exercise in exercises:
        put(page, exercise, exercise_rows()[exercise]["widget"], ANSWER)
    page.reload()
    page.locator(READY).wait_for(state="attached")


def asked(page: Page) -> list[str]:
    return sorted(
        page.evaluate("[...document.querySelectorAll('script[src*=asked-]')].map(s => s.src.match(/asked-(\\d+)/)[1])")
    )


def test_every_chapter_has_one_script_with_all_that_it_asks() -> None:
    for chapter, specs in chapter_specs([]).items():
        text = (BOOK / "_static" / f"asked-{chapter}.js").read_text("utf-8")
        assert json.loads(text.removeprefix("joinedupAsked(").rstrip().removesuffix(");")) == specs


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_a_page_loads_the_chapters_that_have_answers(visit, address, scheme: str) -> None:
    reader = visit()
    page = opens(reader, address, scheme)
    assert asked(page) == []
    answers(page, "ch01-continuum")
    assert asked(page) == ["01"]
    expect(page.locator('[data-answer="ch01-continuum"] .jw-note')).to_have_text("Damp homes")
    expect(page.locator('[data-answer="ch01-continuum"] dd')).to_have_text("Communication")


def test_an_imported_workbook_brings_its_chapters(visit, address) -> None:
    reader = visit()
    page = opens(reader, address)
    page.get_by_label("Choose a workbook file").set_input_files(SAMPLE / "made-01.json")
    held = json.loads((SAMPLE / "made-01.json").read_text("utf-8"))["answers"]
    chapters = {exercise_rows()[exercise]["chapter"][:2] for exercise in held}
    expect(page.locator("[data-answer]")).to_have_count(len(held))
    assert set(asked(page)) == chapters
    expect(page.locator(".jw-answer .jw-help")).to_have_count(0)


def test_a_script_that_does_not_come_is_said_and_nothing_is_lost(visit, address, tmp_path: Path) -> None:
    reader = visit()
    page = opens(reader, address)
    reader.context.route("**/asked-01*", lambda route: route.abort())
    answers(page, "ch01-continuum", "ch06-connected")
    mine = page.locator('[data-answer="ch01-continuum"]')
    expect(mine).to_contain_text("couldn’t be loaded")
    expect(mine).to_contain_text("Nothing was lost")
    before = kept(page)
    page.get_by_role("button", name="Download a table").click()
    expect(page.locator('[data-workbook="take"] [role=alert]')).to_contain_text("No file was made")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the workbook file").click()
    download.value.save_as(tmp_path / "mine.json")
    assert json.loads((tmp_path / "mine.json").read_text("utf-8"))["answers"]["ch01-continuum"]["answer"] == ANSWER
    assert kept(page) == before
    mine.get_by_role("button").click()  # it can be deleted and brought back all the same
    page.get_by_role("button", name="Undo").click()
    assert kept(page) == before
    assert all("ERR_FAILED" in one for one in reader.complaints)
    reader.complaints.clear()


def test_a_group_loads_the_chapters_that_its_people_answered(visit, address) -> None:
    reader = visit()
    page = reader.open(address(GROUP))
    assert asked(page) == []
    page.get_by_role("button", name="made-up workshop").click()
    expect(page.get_by_role("status").first).to_contain_text("made-up workbooks have been loaded")
    page.get_by_label("Exercise").select_option("ch01-continuum")
    expect(page.locator("figure svg")).to_be_visible()


def test_a_group_is_told_what_cannot_be_shown(visit, address) -> None:
    reader = visit()
    page = reader.open(address(GROUP))
    reader.context.route("**/asked-01*", lambda route: route.abort())
    page.get_by_role("button", name="made-up workshop").click()
    expect(page.locator('[data-group="now"] [role=alert]')).to_contain_text("couldn’t be loaded")
    page.get_by_label("Exercise").select_option("ch01-continuum")
    expect(page.locator('[data-group="picture"] [role=alert]')).to_contain_text("couldn’t be loaded")
    expect(page.locator("figure svg")).to_have_count(0)
    page.get_by_label("Exercise").select_option("ch03-sorter")
    expect(page.locator("figure svg").first).to_be_visible()
    assert all("ERR_FAILED" in one for one in reader.complaints)
    reader.complaints.clear()
