"""Say which facts of the book were last checked more than a year ago. The book is sound all the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from joinedup.content.cell_messages import shown
from joinedup.content.csv_files import records
from joinedup.errors import TableError

from . import notebooks

FACTS = "data/dated_facts.csv"
GOOD_FOR = timedelta(days=365)
"""How long a fact is taken to hold once somebody has checked it."""


def notes(root: Path, today: date | None = None) -> Iterator[str]:
    """Name the facts to look at again, a line for each page.

    Each row of `data/dated_facts.csv` gives a page, the words there that state the fact, and the day on which it was
    last checked. Where the words have changed since, nobody knows whether the fact was checked with them.

    Parameters
    ----------
    root : Path
        The workbook's folder.
    today : date, optional
        The day to count from; this one unless given.

    Yields
    ------
    str
        The page, the rows of the table, and what to do.
    """
    today = today or date.today()
    old: dict[str, list[str]] = defaultdict(list)
    texts: dict[str, str | None] = {}
    for number, row in _rows(root):
        page = row["page"]
        if page not in texts:
            texts[page] = _text(root / page)
        text = texts[page]
        if text is None:  # the chapter is left out, or gone for good
            continue
        if row["says"] not in text:
            yield (
                f"{FACTS}, row {number}: {page} no longer says {shown(row['says'])} "
                "Check the fact, and write here the words that state it now and today's date, or delete the row."
            )
        elif today - date.fromisoformat(row["checked"]) > GOOD_FOR:
            old[page].append(str(number))
    for page, numbers in old.items():
        rows = f"row{'' if len(numbers) == 1 else 's'} {', '.join(numbers)}"
        yield (
            f"{page} has {'a fact' if len(numbers) == 1 else f'{len(numbers)} facts'} last checked more than a year "
            f"ago: see {FACTS}, {rows}. Check each against its source, and write the date in the column 'checked'."
        )


def _rows(root: Path) -> list[tuple[int, dict[str, str]]]:
    """Return the rows of the table, each with its number; none where the table cannot be read."""
    try:
        header, *rows = records(root / FACTS)
    except TableError:  # the check of the tables says so
        return []
    return [(number, dict(zip(header, cells, strict=True))) for number, cells in enumerate(rows, start=2)]


def _text(page: Path) -> str | None:
    """Return what is written on a page, with single spaces; None where there is no such page."""
    notebook = page.with_name(f"{page.name}.ipynb")
    if notebook.is_file():
        read = notebooks.reading(notebook)
        cells = [] if isinstance(read, str) else read.cells
        text = "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
    else:
        page = page.with_name(f"{page.name}.md")
        text = page.read_text(encoding="utf-8") if page.is_file() else None
    return None if text is None else " ".join(text.split())
