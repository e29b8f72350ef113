"""How many bytes a page sends, gzipped: its HTML with all scripts and style sheets that it names.

`python -m tests.bench.weight` prints it for every page that is measured; with the folder of another built book, it
prints that one's figures beside.
"""

from __future__ import annotations

import gzip
import re
import sys
from pathlib import Path

from tests.helpers.book import BOOK, CHAPTERS

PAGES = (
    "book/intro.html",
    "book/my-workbook.html",
    "book/group-picture.html",
    "book/instructors/from-paper.html",
    *(f"notebooks/{chapter}.html" for chapter in CHAPTERS),
)
NAMED = re.compile(r'<(?:script|link)\b[^>]*?(?:src|href)="([^"?]+\.(?:js|css))(?:\?[^"]*)?"')


def gzipped(data: bytes) -> int:
    """Return how many bytes some data has once it is gzipped."""
    return len(gzip.compress(data, 9, mtime=0))


def weight(book: Path, page: str) -> dict[str, int]:
    """Return the bytes of each part of a page, gzipped, by the name of its file.

    Parameters
    ----------
    book : Path
        The folder of a built book.
    page : str
        The page's path in it.
    """
    path = book / page
    text = path.read_text(encoding="utf-8")
    parts = {path.name: gzipped(path.read_bytes())}
    for name in NAMED.findall(text):
        other = (path.parent / name).resolve()
        parts[other.name] = gzipped(other.read_bytes())
    return parts


def main(before: Path | None = None) -> None:
    """Print a line for each page."""
    for page in PAGES:
        now = sum(weight(BOOK, page).values()) / 1000
        then = f"{sum(weight(before, page).values()) / 1000:7.1f}" if before else ""
        print(f"{then} {now:7.1f} kB  {page}")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
