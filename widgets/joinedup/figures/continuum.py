"""Figure 2: five ways of working together, from co-existence to collaboration (IPS 2008, §1.2)."""

from __future__ import annotations

import pandas as pd

from ..content.tables import rows
from .figure import Part, Passage
from .svg import arrow, box, drawing, tag, text_height, words

COLUMNS = ["id", "name", "summary", "shares", "costs", "how_common"]
INFORMAL, FORMAL = "informal, less intensive", "intensive, sometimes highly formal"
INVITATION = "Choose a way of working to see what is shared there, what it asks and how common it is."
LINKS = (("apart", 25), ("dotted", 25), ("line", 22), ("overlap", 11), ("one", 6))
"""How two organisations relate at each level, and how far each is from the middle."""


def draw() -> tuple[str, str, pd.DataFrame]:
    """Draw it wide and narrow, and return both with the rows it shows."""
    levels = rows("continuum", COLUMNS, label="continuum")
    names = ("Level", "What it is", "What is shared", "What it asks", "How common")
    shown = ("name", "summary", "shares", "costs", "how_common")
    data = pd.DataFrame([[level[column] for column in shown] for level in levels], columns=list(names))
    return _wide(levels), _narrow(levels), data


def parts() -> tuple[str, list[Part]]:
    """Return the invitation, and each level with what is shared there, what it asks and how common it is."""
    headings = {"shares": "What is shared", "costs": "What it asks", "how_common": "How common it is"}
    levels = rows("continuum", COLUMNS, label="continuum")
    return INVITATION, [
        Part(level["id"], level["name"], [Passage(level[column], heading) for column, heading in headings.items()])
        for level in levels
    ]


def _pair(x: float, y: float, n: int, of: int) -> str:
    kind, apart = LINKS[round(n * (len(LINKS) - 1) / max(1, of - 1))]
    circle = [tag("circle", cx=f"{x + side * apart:g}", cy=f"{y:g}", r="14", klass="ju-party") for side in (-1, 1)]
    join = ""
    if kind in ("dotted", "line"):
        join = tag("path", d=f"M {x - apart + 14:g} {y:g} H {x + apart - 14:g}", klass=f"ju-{kind}")
    if kind == "one":
        join = tag("rect", x=f"{x - 26:g}", y=f"{y - 20:g}", width="52", height="40", rx="20", klass="ju-line")
    return join + "".join(circle)


def _wide(levels: list[dict[str, str]]) -> str:
    step = 720 / len(levels)
    centres = [step * (n + 0.5) for n in range(len(levels))]
    depth = max(text_height(level["shares"], step - 16, 13) for level in levels)
    parts = [
        words(INFORMAL, 6, 4, width=220, size=13, anchor="start", klass="ju-soft"),
        words(FORMAL, 714, 4, width=300, size=13, anchor="end", klass="ju-soft"),
        arrow("M 170 13 H 470", end=(478, 13), turn=0),
        tag("path", d=f"M {centres[0]:g} 106 H {centres[-1]:g}", klass="ju-line"),
    ]
    for n, (x, level) in enumerate(zip(centres, levels, strict=True)):
        place = [
            box(x - step / 2 + 3, 31, step - 6, 125 + depth, "ju-mark ju-mark-box"),
            _pair(x, 58, n, len(levels)),
            tag("circle", cx=f"{x:g}", cy="106", r="7", klass="ju-dot"),
            tag("circle", cx=f"{x:g}", cy="106", r="11", klass="ju-mark ju-mark-box"),
            words(level["name"], x, 122, width=step, size=14, weight="bold"),
            words(level["shares"], x, 146, width=step - 16, size=13),
        ]
        parts.append(tag("g", "".join(place), klass=f"ju-part-{level['id']}"))
    return drawing("wide", 720, 160 + depth, parts)


def _narrow(levels: list[dict[str, str]]) -> str:
    y, parts, dots = 36.0, [words(INFORMAL, 112, 4, width=200, size=13, anchor="start", klass="ju-soft")], []
    for n, level in enumerate(levels):
        dots.append(y + 10)
        tall = max(44, 22 + text_height(level["shares"], 198, 14))
        place = [
            box(2, y - 9, 316, tall + 16, "ju-mark ju-mark-box"),
            tag("circle", cx="96", cy=f"{y + 10:g}", r="10", klass="ju-mark ju-mark-box"),
            _pair(44, y + 20, n, len(levels)),
            words(level["name"], 112, y, width=198, size=15, weight="bold", anchor="start"),
            words(level["shares"], 112, y + 22, width=198, size=14, anchor="start"),
        ]
        parts.append(tag("g", "".join(place), klass=f"ju-part-{level['id']}"))
        y += tall + 22
    parts.append(words(FORMAL, 112, y, width=204, size=13, anchor="start", klass="ju-soft"))
    line = tag("path", d=f"M 96 {dots[0]:g} V {dots[-1]:g}", klass="ju-line")
    marks = [tag("circle", cx="96", cy=f"{dot:g}", r="6", klass="ju-dot") for dot in dots]
    return drawing("narrow", 320, y + text_height(FORMAL, 204, 13) + 6, [line, *marks, *parts])
