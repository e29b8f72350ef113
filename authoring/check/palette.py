"""Check that the colours can be told apart: text from the paper it is on, in light and in dark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from joinedup.rendering.palette import COLOUR

WHERE = "widgets/joinedup/rendering/palette.css"
TEXT, SHAPE = 4.5, 3.0
"""The least contrast of a text and of a line or a shape (WCAG 2.2, 1.4.3 and 1.4.11)."""

PAIRS: dict[float, dict[str, tuple[str, ...]]] = {
    TEXT: {
        "paper": ("ink", "soft", "accent", "second"),
        "page": ("ink", "soft", "accent", "second"),
        "tint": ("ink", "soft", "accent"),
        "wash": ("ink", "soft", "accent"),
        "accent": ("on-accent",),
        "cover": ("cover-ink",),
    },
    SHAPE: {
        "paper": ("line", "focus", "c1", "c2", "c3", "c4", "c5", "c6"),
        "page": ("line", "focus"),
        "cover": ("cover-five",),
    },
}
"""What must stand out from what: the least contrast, what is behind, what is on it."""

NAME = re.compile(r"^\s*--ju-([\w-]+):(.*)$", re.MULTILINE)


def mistakes(root: Path) -> Iterator[str]:
    """Say which colours are missing, are not written as the others, or are too much alike.

    Parameters
    ----------
    root : Path
        The workbook's folder. One that holds no palette of its own has nothing to check.

    Yields
    ------
    str
        The file, the line, the colours and what was expected.
    """
    path = root / WHERE
    if not path.is_file():
        return
    text = path.read_text(encoding="utf-8", errors="replace")
    found = {name: (light, dark) for name, light, dark in COLOUR.findall(text)}
    lines = {match[1]: text.count("\n", 0, match.start(1)) + 1 for match in NAME.finditer(text)}
    needed = {name for pairs in PAIRS.values() for back, fronts in pairs.items() for name in (back, *fronts)}
    for name in sorted(needed - set(found)):
        what = f", line {lines[name]}: it cannot be read as colours" if name in lines else ": it is missing"
        yield f"{WHERE}, --ju-{name}{what}. Expected two, for light and dark, as in: light-dark(#1f2328, #e8e6e1);"
    if not needed <= set(found):
        return
    for least, pairs in PAIRS.items():
        for back, fronts in pairs.items():
            for front in fronts:
                for number, scheme in enumerate(("light", "dark")):
                    got = contrast(found[front][number], found[back][number])
                    if got < least:
                        yield (
                            f"{WHERE}, line {lines[front]}, --ju-{front}: in {scheme}, {found[front][number]} on "
                            f"{found[back][number]} (--ju-{back}) has a contrast of {got:.2f} to 1. "
                            f"Expected {least:g} to 1 or more, so that people can read it: make one darker or lighter."
                        )


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours such as "#1f2328", from 1 to 21 (WCAG 2.2)."""
    bright, dark = sorted((_light(one), _light(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _light(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
