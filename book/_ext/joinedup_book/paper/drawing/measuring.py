"""How wide and how tall a text is in Arial, Helvetica or Liberation Sans: one of them is on every computer."""

from __future__ import annotations

LEADING = 1.3
"""How far apart two lines are, in parts of the size of the type."""
POINT = 0.352778
"""A point in millimetres."""
BOLD = 1.1
"""How much wider bold letters are."""
SAFE = 1.02
"""A little more than the letters need, since no two computers set a line quite alike."""
WIDTHS = {
    **dict.fromkeys("ijl'’‘|", 0.222),
    **dict.fromkeys(" tfI.,:;/!", 0.278),
    **dict.fromkeys("r()[]-“”", 0.333),
    **dict.fromkeys("ckvxyzsJ", 0.5),
    **dict.fromkeys("CDGHNOQRUw", 0.722),
    **dict.fromkeys("ABEKPSVXY§", 0.667),
    **dict.fromkeys("mM", 0.833),
    "F": 0.611,
    "L": 0.556,
    "T": 0.611,
    "W": 0.944,
    "Z": 0.611,
    "–": 0.556,
    "—": 1.0,
}
"""How wide a letter is, in parts of the size of the type."""
OTHER = 0.556
"""How wide all other letters are, and figures."""


def wide(text: str) -> float:
    """Say how wide a text is on one line, in parts of the size of its type."""
    return sum(WIDTHS.get(letter, OTHER) for letter in text)


def line_count(text: str, width: float) -> int:
    """Say how many lines a text takes.

    Parameters
    ----------
    text : str
        The text; it breaks between words, and a word that is wider than a line breaks where it must.
    width : float
        How wide a line is, in parts of the size of the type.
    """
    lines, used = 0, width
    for word in text.split():
        needed = wide(word) * SAFE
        if used + WIDTHS[" "] + needed <= width:
            used += WIDTHS[" "] + needed
        else:
            lines += max(1, -int(-needed // width))
            used = min(needed, width)
    return lines


def tall(text: str, width: float, size: float, *, bold: bool = False) -> float:
    """Say how tall a text is once it is broken into lines, in millimetres.

    Parameters
    ----------
    text : str
        The text.
    width : float
        How wide a line is, in millimetres.
    size : float
        The size of the type, in points.
    bold : bool
        Whether it is bold.
    """
    return line_count(text, width / POINT / size / (BOLD if bold else 1)) * size * LEADING * POINT
