"""Figure 3: from one identity to the web of a whole family (IPS 2008, §2.1)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import combinations, product

import pandas as pd

from ..content.tables import rows
from .svg import box, drawing, tag, text_height, words

COLUMNS = ["id", "name", "summary", "response"]
BAND = "the grey area"
LEGEND = ("an agency", "a person", "a side that counts", "a side that does not", "not clear yet")
SIDES = 6
"""How many sides each person has in the drawing, as small dots around them."""

Point = tuple[float, float]


@dataclass(frozen=True)
class Web:
    """What is drawn at one place on the line, around the middle of a drawing about 120 wide and 160 tall.

    `people` and `agencies` are their places. A link is a person, the side of them that counts (0 is straight up,
    and they go round by the clock) and the agency it leads to. People are tied to one another, each to all the others.
    """

    people: tuple[Point, ...]
    agencies: tuple[float, ...]
    links: tuple[tuple[int, int, int], ...]
    clear: bool = True


FOUR = (-45, -15, 15, 45)
WEBS = (
    Web(people=((0, 108),), agencies=(0,), links=((0, 0, 0),)),
    Web(people=((0, 108),), agencies=(-38, 0, 38), links=((0, 5, 0), (0, 0, 1), (0, 1, 2))),
    Web(
        people=((-26, 96), (26, 120)),
        agencies=(-38, 0, 38),
        links=((0, 5, 0), (0, 0, 1), (1, 0, 1), (1, 1, 2)),
        clear=False,
    ),
    Web(
        people=((-34, 84), (34, 84), (0, 134)),
        agencies=FOUR,
        links=((0, 0, 0), (0, 1, 2), (1, 5, 1), (1, 0, 3), (2, 0, 1)),
    ),
    Web(
        people=((-26, 72), (26, 72), (42, 120), (0, 150), (-42, 120)),
        agencies=FOUR,
        links=(
            (0, 5, 0), (0, 0, 1), (0, 1, 2), (1, 5, 1), (1, 0, 2), (1, 1, 3), (2, 0, 3), (2, 1, 3), (4, 0, 0),
            (4, 5, 0), (3, 0, 1), (3, 0, 2),
        ),
    ),
)  # fmt: skip


def draw() -> tuple[str, str, pd.DataFrame]:
    """Draw it wide and narrow, and return both with the rows it shows."""
    levels = rows("complexity_levels", COLUMNS, label="levels")
    data = pd.DataFrame(
        {"Place": level["name"], "What it is": level["summary"], "What fits": level["response"]} for level in levels
    )
    return _wide(levels), _narrow(levels), data


def _side(person: Point, n: int) -> Point:
    turn = math.radians(360 / SIDES * n - 90)
    return person[0] + 15 * math.cos(turn), person[1] + 15 * math.sin(turn)


def _facing(person: Point, other: Point) -> tuple[int, int]:
    """Find the sides of two people that are nearest to each other; of two as near, the one that leads straight down."""

    def apart(pair: tuple[int, int]) -> tuple[float, bool]:
        return round(math.dist(_side(person, pair[0]), _side(other, pair[1])), 3), pair[0] != SIDES // 2

    return min(product(range(SIDES), repeat=2), key=apart)


def _line(start: Point, end: Point, klass: str) -> str:
    return tag("path", d=f"M {start[0]:.1f} {start[1]:.1f} L {end[0]:.1f} {end[1]:.1f}", klass=klass)


def _web(web: Web, x: float, y: float) -> str:
    """Draw people, the sides of them that count, agencies, and the lines that join them, below (x, y)."""
    ties = [
        tuple(zip(pair, _facing(*(web.people[n] for n in pair)), strict=True))
        for pair in combinations(range(len(web.people)), 2)
    ]
    used = {(person, side) for person, side, _ in web.links} | {end for tie in ties for end in tie}
    klass = "ju-thread" if web.clear else "ju-thread ju-unclear"
    threads = [_line(_side(web.people[person], side), (web.agencies[to], 16), klass) for person, side, to in web.links]
    threads += [_line(*(_side(web.people[person], side) for person, side in tie), klass) for tie in ties]
    offices = [_agency((at, 9)) for at in web.agencies]
    people = [_person(at, [(n, side) in used for side in range(SIDES)]) for n, at in enumerate(web.people)]
    return tag("g", "".join([*threads, *offices, *people]), transform=f"translate({x:g} {y:g})")


def _agency(at: Point) -> str:
    return box(at[0] - 8, at[1] - 8, 16, 16, "ju-agency", 2)


def _person(at: Point, counts: list[bool]) -> str:
    head = tag("circle", cx=f"{at[0]:g}", cy=f"{at[1]:g}", r="9.5", klass="ju-person")
    return head + "".join(_dot(_side(at, n), counts[n]) for n in range(len(counts)))


def _dot(at: Point, counts: bool) -> str:
    klass, radius = ("ju-dot", 3.5) if counts else ("ju-idle", 2.5)
    return tag("circle", cx=f"{at[0]:.1f}", cy=f"{at[1]:.1f}", r=f"{radius}", klass=klass)


def _legend(places: list[Point]) -> list[str]:
    """Show each mark with its word."""
    marks = (
        _agency,
        lambda at: _person(at, []),
        lambda at: _dot(at, True),
        lambda at: _dot(at, False),
        lambda at: _line((at[0] - 10, at[1]), (at[0] + 10, at[1]), "ju-thread ju-unclear"),
    )
    return [
        mark((x, y)) + words(word, x + 16, y - 9, width=150, size=13, anchor="start", klass="ju-soft")
        for (x, y), mark, word in zip(places, marks, LEGEND, strict=True)
    ]


def _at(n: int, of: int) -> Web:
    return WEBS[round(n * (len(WEBS) - 1) / max(1, of - 1))]


def _wide(levels: list[dict[str, str]]) -> str:
    step, top, line, size = 720 / len(levels), 76, 266, 12.5
    centres = [step * (n + 0.5) for n in range(len(levels))]
    depth = max(text_height(level["response"], step - 14, size) for level in levels)
    parts = [
        *_legend([(x, 14) for x in (26, 152, 274, 438, 612)]),
        box(step, 42, 720 - 2 * step, line - 26, "ju-grey-area", 14),
        words(BAND, 360, 48, width=200, size=13, klass="ju-soft"),
        tag("path", d=f"M {centres[0]:g} {line} H {centres[-1]:g}", klass="ju-line"),
    ]
    for n, (x, level) in enumerate(zip(centres, levels, strict=True)):
        parts += [
            _web(_at(n, len(levels)), x, top),
            tag("circle", cx=f"{x:g}", cy=f"{line}", r="7", klass="ju-dot"),
            words(level["name"], x, line + 24, width=step, weight="bold"),
            words(level["response"], x, line + 48, width=step - 14, size=size),
        ]
    return drawing("wide", 720, line + 48 + depth + 6, parts)


def _narrow(levels: list[dict[str, str]]) -> str:
    left, width, size, gap, y = 152, 164, 13, 34, 108.0
    tops, parts = [], []
    for n, level in enumerate(levels):
        web = _at(n, len(levels))
        tops.append(y)
        parts += [
            _web(web, 70, y),
            words(level["name"], left, y, width=width, size=15, weight="bold", anchor="start"),
            words(level["response"], left, y + 24, width=width, size=size, anchor="start"),
        ]
        y += max(max(down for _, down in web.people) + 20, 24 + text_height(level["response"], width, size))
        y += gap + (18 if n == 0 else 0)
    band = box(1, tops[1] - 38, 318, tops[-1] - tops[1] + 20, "ju-grey-area", 14)
    name = words(BAND, left, tops[1] - 30, width=width, size=13, anchor="start", klass="ju-soft")
    line = tag("path", d=f"M 138 {tops[0] + 10:g} V {tops[-1] + 10:g}", klass="ju-line")
    dots = [tag("circle", cx="138", cy=f"{top + 10:g}", r="6", klass="ju-dot") for top in tops]
    legend = _legend([(16, 14), (16, 42), (136, 14), (136, 42), (16, 70)])
    return drawing("narrow", 320, y - gap + 6, [*legend, band, name, line, *dots, *parts])
