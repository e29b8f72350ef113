"""Read a CSV file strictly, and say what keeps it from being read."""

from __future__ import annotations

import csv
import difflib
import io
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from ..errors import TableError, suggest
from .cell_messages import shown
from .file_cache import file_cache

WHOLE_COLUMN = "If it's empty, delete the whole column."
SAVE_AS = "In the spreadsheet choose 'Save as' and 'CSV UTF-8'."


@file_cache
def records(path: Path, where: str = "") -> list[list[str]]:
    """Return a file's rows, the one with the names of the columns first; they are to be looked at, not changed.

    A byte-order mark and any kind of line end are fine.

    Parameters
    ----------
    path : Path
        The file, in the data folder.
    where : str, optional
        What to call it in a message.

    Raises
    ------
    TableError
        If the file is missing, is empty, is not UTF-8, has something else than commas between its cells, or has a
        quotation mark that is not closed.
    """
    where = where or f"data/{path.name}"
    if not path.is_file():
        raise TableError(f"{where} does not exist. Expected this file, because data/datapackage.yaml describes it.")
    text = _text(path.read_bytes(), where)
    first = text.partition("\n")[0]
    if re.fullmatch(r'"?sep=.?"?[,;\s]*', first):
        raise TableError(
            f"{where}, row 1: '{first.strip()}' is a line that a spreadsheet adds for itself. "
            "Delete the first line. Expected the names of the columns there."
        )
    for sign, name in ((";", "semicolons"), ("\t", "tabs")):
        if sign in first and "," not in first:
            raise TableError(f"{where}, row 1: there are {name} between the cells. Expected commas. {SAVE_AS}")
    found: list[list[str]] = []
    try:
        for record in csv.reader(io.StringIO(text, newline=""), strict=True):
            found.append(record)
    except csv.Error:
        raise TableError(
            f"{where}, row {len(found) + 1}: a quotation mark is not closed, or text follows the closing one. "
            'Expected one " at each end of the cell, and "" for every quotation mark inside it.'
        ) from None
    if not found or not any(found[0]):
        raise TableError(f"{where}, row 1: the row is blank. Expected the names of the columns.")
    return found


def header_mistakes(header: list[str], expected: list[str], where: str) -> Iterator[str]:
    """Say which columns are missing, unknown or there twice. Their order is free.

    Parameters
    ----------
    header : list of str
        The names in the file's first row.
    expected : list of str
        The names that the data package gives.
    where : str
        What to call the file.

    Yields
    ------
    str
        A sentence for each column; only one for a column that is there under a slightly different name.
    """
    missing = [name for name in expected if name not in header]
    for number, name in enumerate(header, start=1):
        if not name.strip():
            yield f"{where}, row 1, column number {number}: it has no name.{suggest('', expected)} {WHOLE_COLUMN}"
        elif name in header[: number - 1]:
            yield f"{where}, row 1, column '{name}': the name is there twice. Use each one only once."
        elif name not in expected:
            near = difflib.get_close_matches(name.lower(), missing, n=1, cutoff=0.6)
            missing = [other for other in missing if other not in near]
            yield f"{where}, row 1, column '{name}': the table has no such column.{suggest(name, expected)}"
    for name in missing:
        yield f"{where}, row 1, column '{name}': the column is missing. Expected all of: {', '.join(expected)}."


def _text(data: bytes, where: str) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or data[1::2].count(0) > len(data) // 4:
        raise TableError(f"{where} is saved as UTF-16. Expected UTF-8. {SAVE_AS}")
    if b"\0" in data:
        place, value = _with_null(data)
        raise TableError(
            f"{where}, {place}: {shown(value)} has a NUL in it (U+0000), which no text has. "
            "The file may be damaged. Type the cell again, or go back to the last good copy."
        )
    try:
        return unicodedata.normalize("NFC", data.decode("utf-8-sig"))  # a macron of its own is part of its letter
    except UnicodeDecodeError as error:
        place, value = _unreadable(data, error.start)
        raise TableError(
            f"{where}, {place}: {shown(value)} is not saved as UTF-8. Expected UTF-8. {SAVE_AS} "
            "Then check that every macron is still there, and retype any that were lost."
        ) from None


def _with_null(data: bytes) -> tuple[str, str]:
    """Return the place and the text of the first cell with a NUL in it."""
    text = data.decode("utf-8-sig", errors="replace").replace("\0", "\N{SYMBOL FOR NULL}")
    try:
        rows = list(csv.reader(io.StringIO(text, newline="")))
    except csv.Error:
        rows = []
    for number, row in enumerate(rows, start=1):
        for column, cell in enumerate(row):
            if "\N{SYMBOL FOR NULL}" in cell:
                named = f"column '{rows[0][column]}'" if column < len(rows[0]) and number > 1 else f"cell {column + 1}"
                return f"row {number}, {named}", cell
    line = data.count(b"\n", 0, data.index(b"\0")) + 1
    return f"line {line}", "the line"


def _unreadable(data: bytes, start: int) -> tuple[str, str]:
    """Return the place and the text of the first cell whose bytes are not UTF-8; `start` is the first such byte."""
    try:
        rows = list(csv.reader(io.StringIO(data.decode("latin-1"), newline="")))
    except csv.Error:
        rows = []
    for number, row in enumerate(rows, start=1):
        for column, cell in enumerate(row):
            try:
                cell.encode("latin-1").decode("utf-8")
            except UnicodeDecodeError:
                named = f"column '{rows[0][column]}'" if column < len(rows[0]) else f"cell {column + 1}"
                return f"row {number}, {named}", _around(cell.encode("latin-1").decode("cp1252", errors="replace"))
    line = data.count(b"\n", 0, start) + 1
    return f"line {line}", data[start : start + 20].decode("cp1252", errors="replace")


def _around(text: str) -> str:
    """Return the words around the first letter of a text that is not plain English."""
    first = next((place for place, letter in enumerate(text) if not letter.isascii()), 0)
    begin, end = max(0, first - 20), first + 20
    return f"{'…' if begin else ''}{text[begin:end]}{'…' if end < len(text) else ''}"
