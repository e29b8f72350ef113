"""Every kind of exercise on one page: each works, says what makes it, and keeps nothing."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from joinedup.exercises.registry import KINDS
from joinedup_book.gallery.make import EXAMPLES, example, examples
from tests.helpers.book import BOOK, ROOT
from tests.helpers.saved_answers import everything

PAGE = "book/instructors/every-kind.html"


def test_every_kind_of_the_registry_has_an_example_of_its_own() -> None:
    assert {path.stem for path in EXAMPLES.glob("*.yaml")} == set(KINDS)


def test_every_example_is_made_by_the_line_that_is_shown() -> None:
    made = {one.kind: exercise for one, exercise in examples(ROOT)}
    assert {kind: exercise.kind for kind, exercise in made.items()} == {kind: kind for kind in KINDS}
    text = (BOOK / PAGE).read_text("utf-8")
    for kind in KINDS:
        shown = example(kind)
        assert shown.code.startswith(f"{KINDS[kind].__name__}(") and "\n" not in shown.code
        assert shown.code.replace('"', "&#34;") in text
        for name, rows in shown.tables.items():
            assert 1 <= len(rows) <= 5 and f"data/{name}.csv" in text


def test_a_kind_without_an_example_is_shown_by_an_exercise_of_the_book(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setitem(example.__globals__, "EXAMPLES", ROOT / "nowhere")
    shown = example("card-sort")
    assert shown.code == 'CardSort("ch00-roles")' and set(shown.tables) == {"exercises", "role_behaviours", "roles"}


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["http", "file"])
def test_every_example_works_and_nothing_is_saved(visit, address, scheme: str) -> None:
    reader = visit()
    page = reader.open(address(PAGE, scheme))
    expect(page.locator("[data-gallery]")).to_have_count(len(KINDS))
    before = everything(page)
    for kind in KINDS:
        root = page.locator(f'[data-gallery="{kind}"]')
        expect(root).to_have_attribute("data-ready", "true")
        for fold in root.locator(".ju-marking > summary").all():
            fold.click()
        marks = root.locator("input:visible, .ju-put:visible, textarea:visible")
        assert marks.count() > 0, kind
        first = marks.first
        if first.evaluate("node => node.tagName") == "TEXTAREA":
            first.fill("Kia ora")
        else:
            first.click()
        expect(root).to_have_attribute("data-touched", "true")
    assert everything(page) == before
    page.goto(address("book/my-workbook.html", scheme))
    expect(page.locator(".jw-summary")).to_contain_text("haven’t answered anything")


@pytest.mark.browser
def test_the_page_says_that_nothing_is_saved(visit, address) -> None:
    page = visit().open(address(PAGE))
    expect(page.locator("main")).to_contain_text("Nothing you answer on this page is saved")
