"""The whole book on one page: everything is there, in order, once, and prints with a reader's answers or blank."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from joinedup.content.dataframes import table
from joinedup_book.whole_book import LEFT_OUT, one_page
from tests.helpers.book import LISTED, WHOLE_BOOK
from tests.helpers.saved_answers import put

pytestmark = pytest.mark.browser
TOOLS = {f"{name}.html" for name in LEFT_OUT}


def test_every_page_that_can_be_read_is_there_in_order(visit, address) -> None:
    page = visit().open(address(WHOLE_BOOK))
    parts = page.locator("main article").evaluate_all("(all) => all.map((one) => one.id)")
    read = [path.rsplit("/", 1)[-1].removesuffix(".html").replace("_", "-") for path in LISTED if path not in TOOLS]
    assert [part for part in parts if part in read] == [part for part in read if part in parts]
    assert set(parts) == set(read)
    listed = page.locator(".whole-contents a").evaluate_all("(all) => all.map((one) => one.hash.slice(1))")
    assert listed == parts


def test_every_exercise_is_there_and_prints_what_was_answered(visit, address, in_notebooks) -> None:
    page = visit().open(address("book/privacy.html"))
    put(page, "ch01-take-back", "reflection", {"notes": {"move": "Ring the school"}})
    page.goto(address(WHOLE_BOOK))
    exercises = table("exercises")["id"]
    expect(page.locator('[data-joinedup][data-ready="true"]')).to_have_count(len(exercises))
    assert page.locator("[data-exercise]").evaluate_all("(all) => all.map((one) => one.dataset.exercise)") == list(
        exercises
    )
    page.emulate_media(media="print")
    answered, blank = page.locator("#ch01-take-back"), page.locator("#ch02-take-back")
    expect(answered.locator(".ju-live")).to_be_visible()
    expect(blank.locator(".ju-paper")).to_be_visible()
    expect(blank.locator(".ju-live")).to_be_hidden()
    expect(page.locator("details.instructors").first.get_by_text("What to notice")).to_be_visible()
    for gone in (".top", "#contents", ".ju-explore-line", "div.cell details.hide"):
        expect(page.locator(gone).first).to_be_hidden()


def test_pages_on_one_page_keep_their_own_names_and_lead_to_each_other() -> None:
    made = one_page(
        {
            "book/a": '<section id="key"><h1>A</h1><a href="#key">own</a> <a href="../notebooks/b_c.html#key">other</a></section>',
            "notebooks/b_c": '<h2 id="key">B</h2><label for="only">x</label><input id="only"><a href="../book/a.html">a</a>'
            '<a href="../book/gone.html#x">gone</a><a href="https://example.org/b_c.html#key">away</a>'
            '<details class="instructors">',
        }
    )
    assert made["book/a"] == (
        '<section id="a-key"><h2>A</h2><a href="#a-key">own</a> <a href="#b-c-key">other</a></section>'
    )
    assert made["notebooks/b_c"] == (
        '<h3 id="b-c-key">B</h3><label for="only">x</label><input id="only"><a href="#a">a</a>'
        '<a href="book/gone.html#x">gone</a><a href="https://example.org/b_c.html#key">away</a>'
        '<details open class="instructors">'
    )
