"""What people have from the first edition goes on working: a notebook it ran, and a workbook file it wrote."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from joinedup import workbook
from joinedup.content.exercise_table import exercise_rows
from joinedup.exercises.registry import KINDS
from joinedup_book.exercises import family_of
from tests.helpers.book import ROOT

FOLDER = ROOT / "tests" / "first_edition"
CELLS = json.loads((FOLDER / "notebook.ipynb").read_text("utf-8"))["cells"]
"""A cell for each kind of exercise, as the first edition stored it."""
FAMILIES = sorted({family_of(kind) for kind in KINDS.values()})
HEAD = "".join(
    [
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Stored by the first edition</title>',
        '<link rel="icon" href="data:,"><link rel="stylesheet" href="_static/joinedup.css">',
        *(f'<script src="_static/{name}.js" defer></script>' for name in ("joinedup", *FAMILIES)),
        "</head><body><main>",
    ]
)
"""A page as the book makes it: with the scripts of the kinds of exercise that are found in what a cell stored."""


def stored_html(cell: dict) -> str:
    return next("".join(one["data"]["text/html"]) for one in cell["outputs"] if "text/html" in one.get("data", {}))


def test_there_is_a_cell_of_every_kind_it_had() -> None:
    html = "".join(map(stored_html, CELLS))
    assert all(f'data-joinedup="{kind}"' in html for kind in KINDS)


@pytest.mark.parametrize("cell", CELLS, ids=lambda cell: "".join(cell["source"]).split()[3])
def test_its_code_runs_unchanged(cell: dict, in_notebooks: None) -> None:
    exec("".join(cell["source"]), {})


@pytest.mark.browser
def test_what_it_stored_comes_to_life_in_a_book_of_this_edition(visit, site: str) -> None:
    one = visit()
    body = HEAD + "".join(map(stored_html, CELLS))
    one.context.route("**/first-edition.html", lambda route: route.fulfill(body=body, content_type="text/html"))
    page = one.open(f"{site}first-edition.html")
    expect(page.locator('[data-joinedup][data-ready="true"]')).to_have_count(len(CELLS))
    page.locator("textarea").first.fill("Written in a book of today")
    page.reload()
    expect(page.locator("textarea").first).to_have_value("Written in a book of today")


def test_its_workbook_file_is_read_whole() -> None:
    read = workbook.load(FOLDER / "workbook.json")
    assert set(read["answers"]) == set(json.loads((FOLDER / "workbook.json").read_text("utf-8"))["answers"])
    assert set(read["answers"]) <= set(exercise_rows())
