"""Where the project and the built book are, and which pages the book has."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

import yaml

from joinedup_book.paper import packs

ROOT = Path(__file__).parent.parent.parent
BOOK = ROOT / "_build" / "html"
CHAPTERS = tuple(sorted(path.stem for path in (ROOT / "notebooks").glob("*.ipynb")))
CONTENTS = yaml.safe_load((ROOT / "_toc.yml").read_text("utf-8"))


def listed(entry: dict[str, object]) -> Iterator[str]:
    """Return the page of an entry in the table of contents, and those below it, in order."""
    if "file" in entry:
        yield f"{entry['file']}.html"
    for below in (*entry.get("parts", ()), *entry.get("chapters", ()), *entry.get("sections", ())):
        yield from listed(below)


LISTED = (f"{CONTENTS['root']}.html", *listed(CONTENTS))
with chdir(ROOT):  # the tables are found from there
    PACKS = tuple(packs())
SHEETS = tuple(f"book/paper/{pack.name}.html" for pack in PACKS)
KINDS_OF_SHEET = ("each", "table", "afterwards")
WHOLE_BOOK = "whole-book.html"
ONE_SHEET_OF_EACH = tuple(next(one for one in SHEETS if one.endswith(f"-{kind}.html")) for kind in KINDS_OF_SHEET)
PAGES = (*LISTED, "search.html", *SHEETS, WHOLE_BOOK, "offline.html", "404.html")
WALKED = (*LISTED, "search.html#q=fatigue", *ONE_SHEET_OF_EACH, "offline.html", "404.html")
"""Every page that differs from the others in more than its words: sheets of a kind are alike, and the whole book has
nothing that its pages don't have."""
BUILT_ALIKE = (
    "book/intro.html",
    "book/my-workbook.html",
    "book/group-picture.html",
    "notebooks/03_getting_together.html",
    "notebooks/07_sustaining.html",
    "notebooks/10_seven_stories.html",
    "notebooks/12_co_production.html",
    "book/instructors/whole-day.html",
    "book/instructors/from-paper.html",
    "search.html#q=fatigue",
    ONE_SHEET_OF_EACH[0],
)
"""One page of each build: the others are like one of these."""
