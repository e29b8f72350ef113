"""The four Co's, as equal parts around one shared outcome (ANZSOG seminar 2017)."""

from __future__ import annotations

import pandas as pd

from ..content.tables import rows
from .svg import apart, balanced, drawing, ring, tag, text_height, words

COLUMNS = ["id", "name", "text"]
OUTCOME = "The shared outcome"
INNER, OUTER, GAP, FIRST = 58, 158, 8, 225
SIZE = 13
CORNERS = ((-1, -1), (1, -1), (1, 1), (-1, 1))
"""Which side of the middle each part is on, clockwise."""

Co = dict[str, str]


def draw() -> tuple[str, str, pd.DataFrame]:
    """Draw it wide and narrow, and return both with the rows it shows."""
    cos = rows("four_cos", COLUMNS, label="four Co's")
    data = pd.DataFrame({"Co": co["name"], "What it is": co["text"]} for co in cos)
    return _wide(cos), _narrow(cos), data


def _whole(cos: list[Co], x: float, y: float) -> str:
    """Draw the outcome around (x, y), and around it the ring with the name of each part in it."""
    top = y - text_height(OUTCOME, 84, 14, "bold") / 2
    drawn = [
        tag("circle", cx=f"{x:g}", cy=f"{y:g}", r=f"{INNER - GAP:g}", klass="ju-outcome"),
        apart(OUTCOME, x, top, width=84, size=14, weight="bold", klass="ju-strong"),
        ring(x, y, INNER, OUTER, ["ju-ring"] * len(cos), first=FIRST, gap=GAP),
    ]
    for co, (right, down) in zip(cos, CORNERS, strict=True):
        drawn.append(words(co["name"], x + 71 * right, y + 72 * down - 9, width=140, size=13, weight="bold"))
    return "".join(drawn)


def _wide(cos: list[Co]) -> str:
    x, y, side = 360, OUTER + 2, 186
    drawn = [_whole(cos, x, y)]
    for co, (right, down) in zip(cos, CORNERS, strict=True):
        end, level, room = x + 76 * right, y + 116 * down, balanced(co["text"], side, SIZE)
        # The upper texts hang from their lines, the lower ones rest on theirs.
        top = level + 8 if down < 0 else level - 6 - text_height(co["text"], room, SIZE)
        drawn += [
            tag("path", d=f"M {x + 358 * right} {level} H {end}", klass="ju-lead"),
            tag("circle", cx=f"{end}", cy=f"{level}", r="3.5", klass="ju-dot"),
            words(co["text"], 720 - side if right > 0 else 2, top, width=room, size=SIZE, anchor="start"),
        ]
    return drawing("wide", 720, 2 * OUTER + 4, drawn)


def _narrow(cos: list[Co]) -> str:
    y, drawn = 2 * OUTER + 24.0, [_whole(cos, 160, OUTER + 2)]
    for n, co in enumerate(cos):
        classes = ["ju-ring-key" if n == other else "ju-ring-rest" for other in range(len(cos))]
        drawn += [
            ring(20, y + 17, 6, 17, classes, first=FIRST, gap=4),
            words(co["name"], 48, y, width=270, size=15, weight="bold", anchor="start"),
            words(co["text"], 48, y + 23, width=balanced(co["text"], 270, SIZE), size=SIZE, anchor="start"),
        ]
        y += 23 + text_height(co["text"], 270, SIZE) + 18
    return drawing("narrow", 320, y - 10, drawn)
