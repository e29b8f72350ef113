"""Say what still speaks of a chapter that is left out of the book. The book is sound all the same."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from joinedup.content.contents import TOC, left_out, listed
from joinedup.content.csv_files import records
from joinedup.errors import TableError

from . import notebooks

OWNERS = ("id", "exercise", "widget")
"""The columns that may say to which exercise a row belongs."""


def notes(root: Path) -> Iterator[str]:
    """Name the chapters that are left out, and the pages, chapters and tables that speak of them, a line each.

    Parameters
    ----------
    root : Path
        The workbook's folder.

    Yields
    ------
    str
        What it is, and what a reader sees.
    """
    out = left_out(root)
    if not out:
        return
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for chapter in out:
        yield f"The chapter {chapter} is left out of the book: its line in {TOC} begins with a #."
        link = re.compile(rf"{chapter}\.ipynb")
        mention = re.compile(rf"Exercise {int(chapter[:2])}\.\d+")
        for file, place, text in _texts(root, out):
            if link.search(text):
                found[file, "a link to a chapter that is left out, which the book shows as plain words"].append(place)
            for exercise in dict.fromkeys(mention.findall(text)):
                found[file, f"{exercise} is mentioned, which is left out"].append(place)
            if chapter in text.splitlines():
                found[file, f"something of the chapter {chapter} is used, which is left out"].append(place)
    for (file, what), places in found.items():
        kind = places[0].split(" ")[0]
        numbers = [place.split(" ")[1] for place in dict.fromkeys(places)]
        yield f"{file}, {kind if len(numbers) == 1 else f'{kind}s'} {', '.join(numbers)}: {what}."


def _texts(root: Path, out: list[str]) -> Iterator[tuple[str, str, str]]:
    """Return every text of the book as it is now: its file, its place there, and the text."""
    numbers = {f"ch{chapter[:2]}" for chapter in out}
    try:
        files = listed(root)
    except TableError:
        return
    for file in files:
        page, notebook = root / f"{file}.md", root / f"{file}.ipynb"
        if page.is_file():
            for number, line in enumerate(page.read_text(encoding="utf-8", errors="replace").splitlines(), start=1):
                yield f"{file}.md", f"line {number}", line
        elif notebook.is_file():
            read = notebooks.reading(notebook)
            for number, cell in enumerate([] if isinstance(read, str) else read.cells, start=1):
                if cell.cell_type == "markdown":
                    yield f"{file}.ipynb", f"cell {number}", cell.source
    for path in sorted((root / "data").glob("*.csv")):
        try:
            header, *rows = records(path)
        except TableError:
            continue
        for number, cells in enumerate(rows, start=2):
            row = dict(zip(header, cells, strict=False))
            if path.stem != "points" and not any(row.get(owner, "")[:4] in numbers for owner in OWNERS):
                yield f"data/{path.name}", f"row {number}", "\n".join(cells)
