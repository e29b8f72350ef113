"""Facts that may go out of date: whoever keeps the book up is told which to look at again."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest

from authoring.check import dated
from joinedup import table
from tests.helpers.book import ROOT
from tests.helpers.small_workbook import write_notebook

CHECKED = date(2026, 11, 22)
HEADER = ("id", "page", "says", "checked", "reference")
PAGE = "book/about"
SAYS = "the Act was amended in June 2026"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for folder in ("data", "book", "notebooks"):
        (tmp_path / folder).mkdir()
    (tmp_path / f"{PAGE}.md").write_text(f"# About\n\nSince then {SAYS[:11]}\n{SAYS[12:]}.\n", encoding="utf-8")
    write_notebook(tmp_path / "notebooks" / "09_end.ipynb", text="Two programmes go on. A third was closed.")
    return tmp_path


def notes(root: Path, *rows: tuple[str, str], after: int = 0) -> list[str]:
    with (root / dated.FACTS).open("w", encoding="utf-8", newline="") as file:
        facts = [(f"fact-{number}", page, says, CHECKED.isoformat(), "") for number, (page, says) in enumerate(rows)]
        csv.writer(file).writerows([HEADER, *facts])
    return list(dated.notes(root, CHECKED + timedelta(days=after)))


def test_a_fact_is_taken_to_hold_for_a_year(root: Path) -> None:
    facts = [(PAGE, SAYS), ("notebooks/09_end", "Two programmes go on."), ("notebooks/09_end", "A third was closed.")]
    assert notes(root, *facts, after=365) == []
    assert notes(root, *facts, after=366) == [
        f"{PAGE} has a fact last checked more than a year ago: see data/dated_facts.csv, row 2. "
        "Check each against its source, and write the date in the column 'checked'.",
        "notebooks/09_end has 2 facts last checked more than a year ago: see data/dated_facts.csv, rows 3, 4. "
        "Check each against its source, and write the date in the column 'checked'.",
    ]


def test_words_that_have_changed_since_are_told_whatever_the_day(root: Path) -> None:
    (told,) = notes(root, (PAGE, "the Act was amended in May 2026"))
    assert told.startswith("data/dated_facts.csv, row 2: book/about no longer says 'the Act was amended in May 2026' ")


def test_a_chapter_that_is_gone_has_no_facts(root: Path) -> None:
    assert notes(root, ("notebooks/08_gone", "Anything."), after=1000) == []


def test_every_fact_of_the_book_stands_there_once_and_names_a_source_that_is_listed() -> None:
    facts = table("dated_facts", ROOT / "data")
    assert len(facts) > 50
    assert list(dated.notes(ROOT, CHECKED)) == []
    entries = (ROOT / "book" / "references.bib").read_text("utf-8")
    assert [key for key in facts["reference"].dropna() if key and f"{{{key}," not in entries] == []
