"""Figure 7: learning in classrooms, in schools and nationally (IPS 2008, Appendix 1, story 2)."""

from __future__ import annotations

import math
from itertools import pairwise

import pandas as pd

from ..content.tables import rows
from .svg import arrow, box, drawing, tag, text_height, words

COLUMNS = ["id", "order", "name", "text"]
LOOP = ("try", "look at results", "adjust")
RISES, FALLS = "what has been learned", "resources, support and challenge"
RESEARCHERS, FRIENDS = "Researchers", "critical friends to all three"
NETWORKS = {"classroom": (5, "a network of classrooms"), "school": (3, "a network of schools")}
"""The levels at which there are many, joined in networks: how many to draw, and what to write beside them."""
SIZE = 13

Level = dict[str, str]


def draw() -> tuple[str, str, pd.DataFrame]:
    """Draw it wide and narrow, and return both with the rows it shows."""
    levels = rows("learning_levels", COLUMNS, label="levels")
    data = pd.DataFrame({"Level": level["name"], "What is learned there": level["text"]} for level in levels)
    return _wide(levels), _narrow(levels), data


def _loop(x: float, y: float, radius: float = 25) -> str:
    """Draw three words round a loop, and the arrows that lead from one to the next."""
    drawn = []
    for n in range(len(LOOP)):
        start, end = 120 * n - 90 + 10, 120 * n + 30 - 10
        (x1, y1), (x2, y2), (x3, y3) = (
            (x + radius * math.cos(math.radians(turn)), y + radius * math.sin(math.radians(turn)))
            for turn in (start, end - 12, end)
        )
        path = f"M {x1:.1f} {y1:.1f} A {radius:g} {radius:g} 0 0 1 {x2:.1f} {y2:.1f}"
        drawn.append(arrow(path, "ju-round", end=(round(x3, 1), round(y3, 1)), turn=end + 78))
    top, right, left = LOOP
    drawn += [
        words(top, x, y - radius - 23, width=60, size=SIZE),
        words(right, x + radius + 8, y + 6, width=110, size=SIZE, anchor="start"),
        words(left, x - radius - 8, y + 6, width=60, size=SIZE, anchor="end"),
    ]
    return "".join(drawn)


def _network(level: Level, x: float, y: float, step: float) -> str:
    """Draw as many as there are on a line, or nothing where there is one."""
    if level["id"] not in NETWORKS:
        return ""
    count, name = NETWORKS[level["id"]]
    end = x + step * (count - 1)
    line = tag("path", d=f"M {x:g} {y:g} H {end:g}", klass="ju-line")
    marks = [tag("circle", cx=f"{x + step * n:g}", cy=f"{y:g}", r="8", klass="ju-person") for n in range(count)]
    label = words(name, end + 18, y - 9, width=200, size=SIZE, anchor="start", klass="ju-soft")
    return "".join([line, *marks, label])


def _between(tops: list[tuple[float, float]], up: float, down: float, width: float) -> list[str]:
    """Draw what rises and what falls from band to band."""
    drawn = []
    for (_, above), (below, _) in pairwise(tops):
        for x, text, head, path, turn in (
            (up, RISES, above + 4, f"M {up:g} {below - 4:g} V {above + 13:g}", -90),
            (down, FALLS, below - 4, f"M {down:g} {above + 4:g} V {below - 13:g}", 90),
        ):
            top = (above + below) / 2 - text_height(text, width, SIZE) / 2
            drawn.append(arrow(path, end=(x, head), turn=turn))
            drawn.append(words(text, x + 13, top, width=width, size=SIZE, anchor="start", klass="ju-soft"))
    return drawn


def _texts(level: Level, y: float, x: float, width: float) -> tuple[str, float]:
    """Draw a level's name and text from (x, y) down, and return them with their height."""
    drawn = words(level["name"], x, y, width=width, size=16, weight="bold", anchor="start")
    drawn += words(level["text"], x, y + 27, width=width, size=SIZE, anchor="start")
    return drawn, 27 + text_height(level["text"], width, SIZE)


def _wide(levels: list[Level]) -> str:
    width, room, gap, y, bands, tops = 590.0, 330.0, 54.0, 1.0, [], []
    for level in reversed(levels):
        text, deep = _texts(level, y + 16, 22, room)
        network = _network(level, 32, y + deep + 44, 44)
        tall = deep + (76 if network else 36)
        bands += [box(1, y, width, tall, "ju-band", 12), text, network, _loop(446, y + deep / 2 + 28)]
        tops.append((y, y + tall))
        y += tall + gap
    low, side, left = y - gap, 102.0, 617.0
    ties = [tag("path", d=f"M 591 {(top + foot) / 2:g} H {left:g}", klass="ju-line") for top, foot in tops]
    return drawing(
        "wide",
        720,
        low + 1,
        [
            *ties,
            *bands,
            *_between(tops, 96, 316, 230),
            box(left, 1, side, low - 1, "ju-box ju-beside", 12),
            words(RESEARCHERS, left + side / 2, 18, width=side, size=14, weight="bold"),
            words(FRIENDS, left + side / 2, 44, width=side - 12, size=SIZE),
        ],
    )


def _narrow(levels: list[Level]) -> str:
    width, gap, y, bands, tops = 290.0, 72.0, 1.0, [], []
    for level in reversed(levels):
        text, deep = _texts(level, y + 14, 16, width - 30)
        network = _network(level, 26, y + deep + 132, 22)
        tall = deep + (158 if network else 122)
        bands += [box(1, y, width, tall, "ju-band", 12), text, _loop(122, y + deep + 70), network]
        tops.append((y, y + tall))
        y += tall + gap
    foot = y - gap + 22
    ties = "".join(f"M {width + 1:g} {(top + low) / 2:g} H 310 " for top, low in tops)
    return drawing(
        "narrow",
        320,
        foot + 67,
        [
            tag("path", d=f"{ties}M 310 {(tops[0][0] + tops[0][1]) / 2:g} V {foot:g}", klass="ju-line"),
            *bands,
            *_between(tops, 24, 152, 104),
            box(1, foot, 318, 66, "ju-box ju-beside", 12),
            words(RESEARCHERS, 160, foot + 11, width=280, size=15, weight="bold"),
            words(FRIENDS, 160, foot + 35, width=280, size=SIZE),
        ],
    )
