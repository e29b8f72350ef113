"""Figure 2: five ways of working together, from co-existence to collaboration (IPS 2008, §1.2)."""

from __future__ import annotations

import pandas as pd

from ..tables import rows
from .svg import arrow, drawing, tag, text_height, words

COLUMNS = ["id", "name", "summary", "shares", "costs", "how_common"]
INFORMAL, FORMAL = "informal, less intensive", "intensive, sometimes highly formal"
LINKS = (("apart", 25), ("dotted", 25), ("line", 22), ("overlap", 11), ("one", 6))
"""How two organisations stand to each other at each level, and how far each is from the middle."""


def draw() -> tuple[str, str, pd.DataFrame]:
    """Draw it wide and narrow, and give the rows it shows."""
    levels = rows("continuum", COLUMNS, label="continuum")
    names = ("Level", "What it is", "What is shared", "What it asks", "How common")
    shown = ("name", "summary", "shares", "costs", "how_common")
    data = pd.DataFrame([[level[column] for column in shown] for level in levels], columns=list(names))
    return _wide(levels), _narrow(levels), data


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
    depth = max(text_height(level["shares"], step - 14, 13) for level in levels)
    parts = [
        words(INFORMAL, 6, 4, width=220, size=13, anchor="start", klass="ju-soft"),
        words(FORMAL, 714, 4, width=300, size=13, anchor="end", klass="ju-soft"),
        arrow("M 170 13 H 470", end=(478, 13), turn=0),
        tag("path", d=f"M {centres[0]:g} 106 H {centres[-1]:g}", klass="ju-line"),
    ]
    for n, (x, level) in enumerate(zip(centres, levels, strict=True)):
        parts += [
            _pair(x, 58, n, len(levels)),
            tag("circle", cx=f"{x:g}", cy="106", r="7", klass="ju-dot"),
            words(level["name"], x, 122, width=step, size=14, weight="bold"),
            words(level["shares"], x, 146, width=step - 14, size=13),
        ]
    return drawing("wide", 720, 156 + depth, parts)


def _narrow(levels: list[dict[str, str]]) -> str:
    y, parts, dots = 34.0, [words(INFORMAL, 112, 4, width=200, size=13, anchor="start", klass="ju-soft")], []
    for n, level in enumerate(levels):
        dots.append(y + 10)
        parts += [
            _pair(44, y + 20, n, len(levels)),
            words(level["name"], 112, y, width=200, size=15, weight="bold", anchor="start"),
            words(level["shares"], 112, y + 22, width=204, size=14, anchor="start"),
        ]
        y += max(60, 22 + text_height(level["shares"], 204, 14) + 16)
    parts.append(words(FORMAL, 112, y, width=204, size=13, anchor="start", klass="ju-soft"))
    line = tag("path", d=f"M 96 {dots[0]:g} V {dots[-1]:g}", klass="ju-line")
    marks = [tag("circle", cx="96", cy=f"{dot:g}", r="6", klass="ju-dot") for dot in dots]
    return drawing("narrow", 320, y + text_height(FORMAL, 204, 13) + 6, [line, *marks, *parts])
