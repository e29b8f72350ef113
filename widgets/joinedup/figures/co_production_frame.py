"""What is co-production, and what is not: who is involved, and how far (ANZSOG seminar 2017)."""

from __future__ import annotations

import pandas as pd

from ..content.tables import rows
from .svg import apart, balanced, box, drawing, tag, text_height, words

COLUMNS = ["id", "name", "professionals", "users", "plain"]
PROFESSIONALS, USERS = "Professionals’ involvement", "Users’ and communities’ involvement"
LEVELS = ("high", "low")
"""As in the seminar's own table, and in the order of ours: high above low, and high before low."""

Corner = dict[str, str]


def draw() -> tuple[str, str, pd.DataFrame]:
    """Draw it wide and narrow, and return both with the rows it shows."""
    listed = rows("co_production_quadrants", COLUMNS, label="corners")
    corners = {(row["professionals"], row["users"]): row for row in listed}
    shown = {"name": "Corner", "professionals": PROFESSIONALS, "users": USERS, "plain": "In plain words"}
    return _wide(corners), _narrow(corners), pd.DataFrame(listed)[list(shown)].rename(columns=shown)


def _height(corner: Corner, width: float, sizes: tuple[float, float]) -> float:
    named = text_height(corner["name"], width + 10, sizes[0], "bold")
    return named + 5 + text_height(corner["plain"], width, sizes[1])


def _block(corner: Corner, x: float, y: float, width: float, sizes: tuple[float, float]) -> str:
    """Draw a corner's name and plain words, in their two sizes, from (x, y) down."""
    below = y + text_height(corner["name"], width + 10, sizes[0], "bold") + 5
    room = balanced(corner["plain"], width, sizes[1])
    return words(corner["name"], x, y, width=width + 10, size=sizes[0], weight="bold", anchor="start") + words(
        corner["plain"], x, below, width=room, size=sizes[1], anchor="start"
    )


def _ends(*ends: tuple[float, float]) -> str:
    """Mark the ends of an axis alike: neither is where it leads to."""
    return "".join(tag("circle", cx=f"{x:g}", cy=f"{y:g}", r="4", klass="ju-dot") for x, y in ends)


def _wide(corners: dict[tuple[str, str], Corner]) -> str:
    left, top, gap, pad = 132, 62, 12, 18
    width = (720 - left - gap) / 2
    tall = max(_height(corner, width - 2 * pad + 10, (16, 14)) for corner in corners.values()) + 2 * pad
    columns = [left + n * (width + gap) for n in range(2)]
    lines = [top + n * (tall + gap) for n in range(2)]
    across, down = [x + width / 2 for x in columns], [y + tall / 2 for y in lines]
    axis, middle = left - 20, top + tall + gap / 2
    named = text_height(PROFESSIONALS, 110, 14, "bold")
    drawn = [
        words(USERS, left + width + gap / 2, 2, width=440, size=14, weight="bold"),
        tag(
            "path", d=f"M {across[0]:g} {top - 14} H {across[1]:g} M {axis} {down[0]:g} V {down[1]:g}", klass="ju-axis"
        ),
        _ends(*((x, top - 14) for x in across), *((axis, y) for y in down)),
        apart(PROFESSIONALS, axis - 14, middle - named / 2, width=110, size=14, weight="bold", anchor="end"),
    ]
    for n, level in enumerate(LEVELS):
        drawn += [
            words(level, across[n], top - 39, width=60, size=14),
            words(level, axis - 14, down[n] - 10, width=60, size=14, anchor="end"),
        ]
        for m, other in enumerate(LEVELS):
            drawn += [
                box(columns[m], lines[n], width - 1, tall, "ju-quarter"),
                _block(corners[level, other], columns[m] + pad, lines[n] + pad - 3, width - 2 * pad + 10, (16, 14)),
            ]
    return drawing("wide", 720, lines[1] + tall + 1, drawn)


def _narrow(corners: dict[tuple[str, str], Corner]) -> str:
    width, gap, pad = 155, 8, 11
    columns = [1, 1 + width + gap]
    across = [x + width / 2 for x in columns]
    drawn = [
        words(USERS, 160, 2, width=316, size=14, weight="bold"),
        tag("path", d=f"M {across[0]:g} 50 H {across[1]:g}", klass="ju-axis"),
        _ends(*((x, 50) for x in across)),
        *(words(level, x, 26, width=60, size=14) for level, x in zip(LEVELS, across, strict=True)),
    ]
    y = 74.0
    for level in LEVELS:
        tall = max(_height(corners[level, other], width - 2 * pad + 2, (15, 13)) for other in LEVELS) + 2 * pad
        drawn.append(words(f"{PROFESSIONALS}: {level}", 2, y, width=316, size=14, weight="bold", anchor="start"))
        y += 25
        for x, other in zip(columns, LEVELS, strict=True):
            drawn += [
                box(x, y, width, tall, "ju-quarter"),
                _block(corners[level, other], x + pad, y + pad - 2, width - 2 * pad + 2, (15, 13)),
            ]
        y += tall + 18
    return drawing("narrow", 320, y - 16, drawn)
