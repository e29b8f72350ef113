"""The colours of the workbook, all of them from `palette.css` and nowhere else."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("palette.css")
PAGES = re.compile(r"\n/\*[^*]*\*/\n:root \{")
"""Where the colours begin that only the pages of the book have."""
HEX = "(#[0-9A-Fa-f]{6})"
COLOUR = re.compile(rf"^\s*--ju-([\w-]+):\s*light-dark\(\s*{HEX}\s*,\s*{HEX}\s*\);", re.MULTILINE)


@cache
def palette() -> str:
    """Return the rules that an exercise, a figure or a story brings along."""
    return PAGES.split(FILE.read_text(encoding="utf-8"))[0]


@cache
def page_palette() -> str:
    """Return the rules for a page of the book: every colour, for the whole page."""
    lines = (f"  --ju-{name}: light-dark({light}, {dark});" for name, light, dark in colours())
    return "\n".join([":root {", *lines, "}\n"])


def colours() -> list[tuple[str, str, str]]:
    """List every colour: its name without `--ju-`, and what it is on light paper and on dark."""
    return COLOUR.findall(FILE.read_text(encoding="utf-8"))
