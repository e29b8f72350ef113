"""Figure 5: to last, organisations need to be connected at every level (IPS 2008, §6.1)."""

from __future__ import annotations

import pandas as pd

from ..content.tables import rows
from .figure import Part, Passage
from .svg import balanced, box, drawing, tag, text_height, words

STRUCTURE_COLUMNS = ["id", "name", "text", "what_breaks"]
LEVEL_COLUMNS = ["id", "name", "who", "note"]
INVITATION = "Choose a level to see what is lost when it drops out, and what to try."
FRAGILE, STURDY = "unstable and fragile", "sturdy"
JOINED = {"top-only": slice(0, 1), "front-line-only": slice(-1, None), "every-level": slice(None)}
"""The levels at which each structure has a bar between its columns, counted from the top."""
COLUMNS = 3
"""How many organisations are side by side in each structure."""

Row = dict[str, str]


def draw() -> tuple[str, str, pd.DataFrame]:
    """Draw it wide and narrow, and return both with the rows it shows."""
    structures, levels = _tables()
    shown = [(row["name"], row["text"], row["what_breaks"]) for row in structures]
    shown += [(row["name"], row["who"], row["note"]) for row in levels]
    names = ["Structure or level", "What it is", "What breaks without it, and what to try"]
    return _wide(structures, levels), _narrow(structures, levels), pd.DataFrame(shown, columns=names)


def parts() -> tuple[str, list[Part]]:
    """Return the invitation, and each level with what is lost when it drops out."""
    _, levels = _tables()
    return INVITATION, [Part(level["id"], level["name"], [Passage(level["note"])]) for level in levels]


def _tables() -> tuple[list[Row], list[Row]]:
    return (
        rows("connection_structures", STRUCTURE_COLUMNS, label="structures"),
        rows("connection_levels", LEVEL_COLUMNS, label="levels"),
    )


def _level(level: Row, *drawn: str) -> str:
    return tag("g", "".join(drawn), klass=f"ju-part-{level['id']}")


def _structure(structure: Row, levels: list[Row], x: float, y: float, row: float, width: float, gap: float) -> str:
    """Draw the columns of one structure, their levels `row` apart, and the bars that join them."""
    left = [x + n * (width + gap) for n in range(COLUMNS)]
    drawn = []
    for start in left:
        floors = "".join(f"M {start:g} {y + row * n:g} h {width:g} " for n in range(1, len(levels)))
        drawn += [box(start, y, width, row * len(levels), "ju-box", 4), tag("path", d=floors, klass="ju-floor")]
    for n, level in enumerate(levels):
        cells = [box(start, y + row * n, width, row, "ju-mark ju-mark-box ju-mark-wash", 4) for start in left]
        drawn.append(_level(level, *cells))
    for n, level in list(enumerate(levels))[JOINED[structure["id"]]]:
        middle = y + row * (n + 0.5)
        place = (left[0] + width / 2 - 8, middle - 6, left[-1] - left[0] + 16, 12)
        bolts = [tag("circle", cx=f"{start + width / 2:g}", cy=f"{middle:g}", r="2.5") for start in left]
        bar = tag("g", box(*place, "ju-bar") + "".join(bolts), klass="ju-leaves ju-bolts")
        drawn.append(_level(level, bar, box(*place, "ju-mark ju-gone")))
    return "".join(drawn)


def _verdict(structure: Row, x: float, y: float) -> str:
    """Show around (x, y) whether it would hold: a broken edge for fragile, a strong one for sturdy."""
    sturdy = structure["id"] == "every-level"
    word = STURDY if sturdy else FRAGILE
    width = 24 + 6 * len(word)
    edge = box(x - width / 2, y, width, 26, "ju-sturdy" if sturdy else "ju-fragile", 13)
    return edge + words(word, x, y + 4, width=width, size=13, weight="bold" if sturdy else "normal")


def _wide(structures: list[Row], levels: list[Row]) -> str:
    left, top, row, width, gap = 144, 58, 46, 38, 18
    step = (720 - left) / len(structures)
    across = COLUMNS * width + (COLUMNS - 1) * gap
    foot = top + row * len(levels)
    drawn = []
    for n, level in enumerate(levels):
        y = top + row * n
        room = balanced(level["name"], left - 16, 14)
        tall = text_height(level["name"], room, 14)
        mark = box(2, y + 1, left - 4, row - 2, "ju-mark ju-mark-box ju-mark-wash", 4)
        name = words(level["name"], 10, y + (row - tall) / 2 + 1, width=room, anchor="start")
        drawn.append(_level(level, mark, name))
    deepest = 0.0
    for n, structure in enumerate(structures):
        middle = left + step * (n + 0.5)
        name_width = balanced(structure["name"], step - 12, 15, "bold")
        text_width = balanced(structure["text"], step - 18, 13)
        named = text_height(structure["name"], name_width, 15, "bold")
        deepest = max(deepest, text_height(structure["text"], text_width, 13))
        drawn += [
            words(structure["name"], middle, top - 12 - named, width=name_width, size=15, weight="bold"),
            _structure(structure, levels, middle - across / 2, top, row, width, gap),
            _verdict(structure, middle, foot + 16),
            words(structure["text"], middle, foot + 56, width=text_width, size=13),
        ]
    return drawing("wide", 720, foot + 62 + deepest, drawn)


def _narrow(structures: list[Row], levels: list[Row]) -> str:
    left, row, width, gap = 154, 32, 40, 20
    across = COLUMNS * width + (COLUMNS - 1) * gap
    y, drawn = 4.0, []
    for structure in structures:
        drawn.append(words(structure["name"], 2, y, width=316, size=15, weight="bold", anchor="start"))
        y += 25
        drawn.append(words(structure["text"], 2, y, width=312, size=14, anchor="start"))
        y += text_height(structure["text"], 312, 14) + 14
        for n, level in enumerate(levels):
            mark = box(2, y + row * n + 1, left - 10, row - 2, "ju-mark ju-mark-box ju-mark-wash", 4)
            name = words(level["name"], 9, y + row * n + 7, width=left - 9, size=13, anchor="start")
            drawn.append(_level(level, mark, name))
        drawn.append(_structure(structure, levels, left, y, row, width, gap))
        y += row * len(levels)
        drawn.append(_verdict(structure, left + across / 2, y + 12))
        y += 74
    return drawing("narrow", 320, y - 30, drawn)
