"""The three elements of joined-up work, as equal parts of one ring (Service Innovation Lab)."""

from __future__ import annotations

import pandas as pd

from ..content.tables import rows
from .svg import apart, balanced, drawing, ring, tag, text_height, words

COLUMNS = ["id", "name", "text"]
MIDDLE = "Joined-up work"
INNER, OUTER, GAP, FIRST = 56, 158, 8, 210
SIZE = 13
NAMES = ((-82, -72), (82, -72), (0, 108))
"""Where the names are, from the middle of the ring: in the widest place of each part."""

Element = dict[str, str]


def draw() -> tuple[str, str, pd.DataFrame]:
    """Draw it wide and narrow, and return both with the rows it shows."""
    elements = rows("health_elements", COLUMNS, label="elements")
    data = pd.DataFrame({"Element": element["name"], "What it is": element["text"]} for element in elements)
    return _wide(elements), _narrow(elements), data


def _whole(elements: list[Element], x: float, y: float) -> str:
    """Draw the ring around (x, y), with the name of each part in it and what it carries in the middle."""
    top = y - text_height(MIDDLE, 80, 15, "bold") / 2
    drawn = [
        ring(x, y, INNER, OUTER, ["ju-ring"] * len(elements), first=FIRST, gap=GAP),
        apart(MIDDLE, x, top, width=80, size=15, weight="bold", klass="ju-strong"),
    ]
    for element, (right, down) in zip(elements, NAMES, strict=True):
        top = y + down - text_height(element["name"], 110, 14, "bold") / 2
        drawn.append(apart(element["name"], x + right, top, width=110, size=14, weight="bold"))
    return "".join(drawn)


def _lead(path: str, end: tuple[float, float]) -> str:
    """Draw a thin line that ends in a part of the ring."""
    dot = tag("circle", cx=f"{end[0]:g}", cy=f"{end[1]:g}", r="3.5", klass="ju-dot")
    return tag("path", d=path, klass="ju-lead") + dot


def _wide(elements: list[Element]) -> str:
    left, right, below = elements
    x, y, side, up, out = 360, OUTER + 2, 186, 116, 76
    low = y + OUTER + 20
    room = balanced(below["text"], 400, SIZE)
    beside = [balanced(element["text"], side, SIZE) for element in (left, right)]
    return drawing(
        "wide",
        720,
        low + text_height(below["text"], room, SIZE) + 10,
        [
            _whole(elements, x, y),
            _lead(f"M 2 {y - up} H {x - out}", (x - out, y - up)),
            words(left["text"], 2, y - up + 8, width=beside[0], size=SIZE, anchor="start"),
            _lead(f"M 718 {y - up} H {x + out}", (x + out, y - up)),
            words(right["text"], 720 - side, y - up + 8, width=beside[1], size=SIZE, anchor="start"),
            _lead(f"M {x} {low} V {y + OUTER - 14}", (x, y + OUTER - 14)),
            apart(below["text"], x, low + 6, width=room, size=SIZE),
        ],
    )


def _narrow(elements: list[Element]) -> str:
    y, drawn = 2 * OUTER + 24.0, [_whole(elements, 160, OUTER + 2)]
    for n, element in enumerate(elements):
        classes = ["ju-ring-key" if n == other else "ju-ring-rest" for other in range(len(elements))]
        drawn += [
            ring(20, y + 17, 6, 17, classes, first=FIRST, gap=4),
            words(element["name"], 48, y, width=270, size=15, weight="bold", anchor="start"),
            words(element["text"], 48, y + 23, width=balanced(element["text"], 270, SIZE), size=SIZE, anchor="start"),
        ]
        y += 23 + text_height(element["text"], 270, SIZE) + 18
    return drawing("narrow", 320, y - 10, drawn)
