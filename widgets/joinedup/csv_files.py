"""Read a CSV file strictly, and say what keeps it from being read."""

from __future__ import annotations

import csv
import difflib
import io
from collections.abc import Iterator
from pathlib import Path

from .errors import TableError, suggest

SAVE_AS = "In the spreadsheet choose 'Save as' and 'CSV UTF-8'."


def records(path: Path) -> list[list[str]]:
    """Give a file's rows, the one with the names of the columns first.

    A byte-order mark and any kind of line end are fine.

    Parameters
    ----------
    path : Path
        The file, in the data folder.

    Raises
    ------
    TableError
        If the file is missing, is empty, is not UTF-8, has something else than commas between its cells, or has a
        quotation mark that is not closed.
    """
    where = f"data/{path.name}"
    if not path.is_file():
        raise TableError(f"{where} does not exist. Expected this file, because data/datapackage.yaml describes it.")
    text = _text(path.read_bytes(), where)
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
    for sign, name in ((";", "semicolons"), ("\t", "tabs")):
        if len(found[0]) == 1 and sign in found[0][0]:
            raise TableError(f"{where}, row 1: there are {name} between the cells. Expected commas. {SAVE_AS}")
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
            yield f"{where}, row 1, column number {number}: it has no name.{suggest('', expected)}"
        elif name in header[: number - 1]:
            yield f"{where}, row 1, column '{name}': the name stands twice. Expected each one once."
        elif name not in expected:
            near = difflib.get_close_matches(name.lower(), missing, n=1, cutoff=0.6)
            missing = [other for other in missing if other not in near]
            yield f"{where}, row 1, column '{name}': the table has no such column.{suggest(name, expected)}"
    for name in missing:
        yield f"{where}, row 1, column '{name}': the column is missing. Expected all of: {', '.join(expected)}."


def _text(data: bytes, where: str) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data:
        raise TableError(f"{where} is saved as UTF-16. Expected UTF-8. {SAVE_AS}")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        raise TableError(
            f"{where} is not saved as UTF-8 (line {row} has a byte that cannot be read). Expected UTF-8. {SAVE_AS}"
        ) from None
