"""Check that what carries each point of the sources is still there: the row of a table, the heading of a chapter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from joinedup.content.cell_messages import shown
from joinedup.content.csv_files import records
from joinedup.content.schema import primary_key
from joinedup.errors import TableError, suggest

from . import notebooks

COLUMNS = ("table", "row", "chapter", "heading")
HEADING = re.compile(r"^(?:#{1,6}\s+|<(h[1-6])\b[^>]*>)(.+?)(?:</\1>|\s*#*)\s*$", re.MULTILINE)


def mistakes(root: Path) -> Iterator[str]:
    """Say which point of the sources nothing carries any more.

    A point of `data/points.csv` names a row of a table, a heading of a chapter, or both; one of them at least.

    Parameters
    ----------
    root : Path
        The workbook's folder.

    Yields
    ------
    str
        The row of the table of points, what it names, and what was expected.
    """
    try:
        header, *rows = records(root / "data" / "points.csv")
        places = [header.index(column) for column in COLUMNS]
        words = header.index("point")
    except (TableError, ValueError):  # the check of the tables says so
        return
    carriers: dict[str, set[str] | None] = {}
    for number, cells in enumerate(rows, start=2):
        if len(cells) != len(header):
            continue
        table, row, chapter, heading = (cells[place] for place in places)
        where = f"data/points.csv, row {number}, column"
        if not table and not chapter:
            yield f"{where} 'table': nothing carries this point. Expected a row of a table, or a chapter's heading."
        for file, part, columns, find in (
            (table, row, COLUMNS[:2], _row_names),
            (chapter, heading, COLUMNS[2:], _headings),
        ):
            if not file:
                continue
            if file not in carriers:
                carriers[file] = find(root, file)
            known = carriers[file]
            if known is None:
                yield f"{where} '{columns[0]}': there is no {columns[0]} '{file}'. Expected the name of one."
            elif part not in known:
                what_now = _what_now(cells[words], columns, both=bool(table and chapter))
                yield f"{where} '{columns[1]}': {_gone(part, file, columns, known)} {what_now}"


def _gone(part: str, file: str, columns: tuple[str, ...], known: set[str]) -> str:
    near = suggest(part, sorted(known)).partition(" Expected")[0]
    return f"'{part}' is not in {file if columns[0] == 'chapter' else f'data/{file}.csv'} (any more).{near}"


def _what_now(point: str, columns: tuple[str, ...], *, both: bool) -> str:
    """Say what went with it, and the two ways to have things in order again."""
    out = f"empty the cells '{columns[0]}' and '{columns[1]}' here" if both else "delete this row of data/points.csv"
    return f"It carried a point from the sources: {shown(point)} Put it back, or if you don't need it, {out}."


def _row_names(root: Path, table: str) -> set[str] | None:
    """Return the names that a table's rows go by: the cells that tell them apart, with a slash between two."""
    try:
        key = primary_key(table, root / "data")
        header, *rows = records(root / "data" / f"{table}.csv")
        places = [header.index(column) for column in key]
    except (TableError, ValueError):
        return None
    return {"/".join(row[place] for place in places) for row in rows if len(row) == len(header)}


def _headings(root: Path, chapter: str) -> set[str] | None:
    """Return the headings of a notebook or a page."""
    path = root / "notebooks" / f"{chapter}.ipynb"
    if path.is_file():
        notebook = notebooks.reading(path)
        cells = [] if isinstance(notebook, str) else notebook.cells
        texts = [cell.source for cell in cells if cell.cell_type == "markdown"]
    elif (root / "book" / f"{chapter}.md").is_file():
        texts = [(root / "book" / f"{chapter}.md").read_text(encoding="utf-8")]
    else:
        return None
    return {found[2].strip() for text in texts for found in HEADING.finditer(text)}
