"""Check that te reo Māori has its macrons wherever people read it, and that no letter was lost in saving."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from joinedup.content.csv_files import records
from joinedup.errors import TableError

from . import notebooks

WORDS = ("Māori", "whānau", "Māngere", "Ōtara", "Pākehā")
PLAIN = {"ā": "a", "ō": "o"}
MARKS = "?\ufffd"
"""What a spreadsheet that saves as plain CSV leaves in a macron's place, apart from the plain letter."""
SKIPPED = "references"
"""The pages with this name give titles and old web addresses as they were printed."""

IDS = {"id", "list", "row", "reference"}
"""Columns that hold the names of rows or of references, which have no macrons."""

LETTER_LOST = re.compile(r"\?(?=[^\W\d_])")
"""A question mark with a letter right after it: a text without one has lost none."""
LOST = re.compile(r"(?<![\w/.])(?:[^\W\d_]|\?(?=[^\W\d_]))*\?(?=[^\W\d_])\w+")
"""A question mark right before a letter: a spreadsheet that saves as plain CSV leaves it in a macron's place."""

ADDRESS = re.compile(r"(?:https?://|www\.)\S+")


def mistakes(root: Path) -> Iterator[str]:
    """Say where one of `WORDS` lacks a macron, and where a letter was lost, in tables, notebooks and pages.

    Web addresses are left alone, and so are `book/references.*`.

    Parameters
    ----------
    root : Path
        The workbook's folder.

    Yields
    ------
    str
        The file, the place in it, the word that is there and the word that was expected.
    """
    for where, text in _texts(root):
        plain = list(without_macrons(text))
        for word in LOST.findall(ADDRESS.sub(" ", text)) if LETTER_LOST.search(text) else ():
            if not any(wrong in word for wrong, _ in plain):
                yield f"{where}: '{word}'. A letter was lost in saving. Replace the question mark with it."
        for wrong, right in plain:
            yield f"{where}: '{wrong}'. Expected '{right}', with its macron{'s' if right == 'Pākehā' else ''}."


def without_macrons(text: str) -> Iterator[tuple[str, str]]:
    """Return each word that lacks a macron, once, with the word it should be.

    A question mark, or the sign for an unknown letter, in a macron's place counts too: that is what a spreadsheet
    leaves when it saves as plain CSV.
    """
    if not _may_be_wrong(text):
        return
    text = ADDRESS.sub(" ", text)
    for word, pattern in PATTERNS.items():
        for wrong in dict.fromkeys(pattern.findall(text)):
            if wrong.lower() != word.lower():
                yield wrong, word


def _pattern(word: str) -> re.Pattern[str]:
    letters = "".join(f"[{letter}{PLAIN[letter]}{MARKS}]" if letter in PLAIN else letter for letter in word.lower())
    return re.compile(rf"(?<!\w){letters}(?!\w)", re.IGNORECASE)


PATTERNS = {word: _pattern(word) for word in WORDS}
WRONG = {
    "".join(letters)
    for word in map(str.lower, WORDS)
    for letters in product(*(f"{letter}{PLAIN[letter]}{MARKS}" if letter in PLAIN else letter for letter in word))
    if "".join(letters) != word
}
"""Every way of writing one of the words without all its macrons. Most texts hold none of them, and are quickly left."""


def _may_be_wrong(text: str) -> bool:
    low = text.lower()
    return any(wrong in low for wrong in WRONG)


def _worth_a_look(path: Path) -> bool:
    text = path.read_text(encoding="utf-8", errors="replace")
    return _may_be_wrong(text) or bool(LETTER_LOST.search(text))


def _texts(root: Path) -> Iterator[tuple[str, str]]:
    tables = [*sorted((root / "data").glob("*.csv")), *sorted((root / "data" / "mi").glob("*.csv"))]
    for path in filter(_worth_a_look, tables):
        try:
            header, *rows = records(path)
        except TableError:  # the check of the tables says so
            continue
        file = path.relative_to(root).as_posix()
        for number, row in enumerate(rows, start=2):
            for column, cell in enumerate(row):
                if column < len(header) and header[column] in IDS:
                    continue
                name = f", column '{header[column]}'" if column < len(header) else ""
                yield f"{file}, row {number}{name}", cell
    for path in notebooks.found(root):
        notebook = notebooks.reading(path)
        for number, cell in enumerate([] if isinstance(notebook, str) else notebook.cells, start=1):
            if cell.cell_type == "markdown":
                yield f"notebooks/{path.name}, cell {number}", cell.source
    pages = (path for path in sorted((root / "book").rglob("*.md")) if path.stem != SKIPPED)
    for path in filter(_worth_a_look, pages):
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1):
            yield f"{path.relative_to(root).as_posix()}, line {number}", line
