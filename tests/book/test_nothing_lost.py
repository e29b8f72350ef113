"""What a second click, a later word, a long text or another copy of the book must not take away."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.helpers.book import BOOK
from tests.helpers.doing_exercises import SCENE, exercise
from tests.helpers.my_workbook import notice, opens
from tests.helpers.saved_answers import everything, kept, put

pytestmark = pytest.mark.browser

MOVE = {"notes": {"move": "Ring"}}


def test_a_double_click_on_delete_all_leaves_the_way_back(visit, address) -> None:
    page = opens(visit(), address)
    put(page, "ch01-take-back", "reflection", MOVE)
    page.reload()
    page.get_by_role("button", name="Delete all my answers").dblclick()
    assert kept(page) == {}
    notice(page, "delete").get_by_role("button", name="Undo").click()
    assert kept(page) == {"ch01-take-back": MOVE}


def test_a_double_click_on_start_again_leaves_the_way_back(visit, address) -> None:
    page = visit().open(address(SCENE))
    sheet = exercise(page, "ch01-take-back")
    sheet.get_by_role("textbox").first.fill("Ring")
    sheet.get_by_role("button", name="Start again").dblclick()
    assert kept(page) == {}
    sheet.get_by_role("button", name="Bring").click()
    assert kept(page) == {"ch01-take-back": MOVE}


def test_a_text_that_is_too_long_stays_in_its_box_and_is_not_called_saved(visit, address) -> None:
    page = visit().open(address(SCENE))
    sheet = exercise(page, "ch01-take-back")
    box = sheet.get_by_role("textbox").first
    box.fill("Ring")
    expect(sheet.locator(".ju-kept")).to_have_text("Saved on this device.")
    long = "Ring " + "x" * 4000
    box.fill(long)
    expect(box).to_have_value(long)
    expect(sheet.get_by_role("alert").filter(has_text="too long to be saved")).to_be_visible()
    expect(sheet.locator(".ju-kept")).to_have_text("Not saved.")
    exercise(page, "ch01-continuum").get_by_role("radio", name="Communication").nth(0).check()
    expect(box).to_have_value(long)
    assert kept(page)["ch01-take-back"] == MOVE
    box.fill(long[:4000])
    expect(sheet.locator(".ju-kept")).to_have_text("Saved on this device.")
    assert kept(page)["ch01-take-back"]["notes"]["move"] == long[:4000]


def test_no_box_cuts_off_what_is_pasted_into_it() -> None:
    ours = [path for path in BOOK.rglob("*") if path.suffix in (".html", ".js") and path.name != "vega.js"]
    assert len(ours) > 80
    assert [path.name for path in ours if re.search("maxlength", path.read_text("utf-8"), re.IGNORECASE)] == []


def test_what_earlier_editions_kept_is_taken_over_once(visit, address) -> None:
    page = visit().open(address("book/how-to-use.html"))
    texts = {
        "joinedup-workbook/1/answers/ch01-take-back": '{"widget":"reflection","saved":"2026-11-22T10:15:00Z"}',
        "joinedup-workbook/1/answers/ch01-take-back/notes/move": '"Ring"',
    }
    page.evaluate("(all) => Object.entries(all).forEach(([key, text]) => localStorage.setItem(key, text))", texts)
    page.goto(address(SCENE))
    expect(exercise(page, "ch01-take-back").get_by_role("textbox").first).to_have_value("Ring")
    assert everything(page) == texts
    assert page.evaluate("localStorage.length") == 0
