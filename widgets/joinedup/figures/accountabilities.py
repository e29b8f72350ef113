"""One member of a group, and all those that member answers to (IPS 2008, §4, §4.2, §8.1 and §8.3)."""

from __future__ import annotations

import pandas as pd

from ..content.tables import rows
from .svg import box, drawing, tag, text_height, words

COLUMNS = ["id", "name", "expects", "tension"]
UP, ACROSS, DOWN = "own-agency", "colleagues", "clients-and-community"
AT_TIMES = ("profession", "iwi-or-community-role")
MEMBER, EXPECTS, TENSION = "One member", "What it expects", "Where it pulls"
VERTICAL, HORIZONTAL, SOMETIMES = "vertical", "horizontal", "sometimes"
PAD, SIZE = 14, 12.5

Side = dict[str, str]


def draw() -> tuple[str, str, pd.DataFrame]:
    """Draw it wide and narrow, and return both with the rows it shows."""
    listed = rows("accountabilities", COLUMNS, label="accountabilities")
    data = pd.DataFrame(
        {"Answering to": side["name"], EXPECTS: side["expects"], TENSION: side["tension"]} for side in listed
    )
    sides = {side["id"]: side for side in listed}
    return _wide(sides), _narrow(sides), data


def _card(side: Side, x: float, y: float, width: float) -> tuple[str, float]:
    """Draw what one side expects and where it pulls, and return that with its height."""
    room, top = width - 2 * PAD, y
    y += PAD - 2
    drawn = []
    for text, size, weight, klass, gap in (
        (side["name"], 15, "bold", "ju-ink", 0),
        (EXPECTS, SIZE, "bold", "ju-strong", 6),
        (side["expects"], SIZE, "normal", "ju-ink", 0),
        (TENSION, SIZE, "bold", "ju-strong", 6),
        (side["tension"], SIZE, "normal", "ju-ink", 0),
    ):
        y += gap
        drawn.append(words(text, x + PAD, y, width=room, size=size, weight=weight, anchor="start", klass=klass))
        y += text_height(text, room, size, weight)
    tall = y + PAD - top
    klass = "ju-box ju-at-times" if side["id"] in AT_TIMES else "ju-box"
    return box(x, top, width, tall, klass) + "".join(drawn), tall


def _member(x: float, y: float, radius: float) -> str:
    width, size = 1.5 * radius, 15 if radius > 40 else 13
    top = y - text_height(MEMBER, width, size, "bold") / 2
    label = words(MEMBER, x, top, width=width, size=size, weight="bold")
    return tag("circle", cx=f"{x:g}", cy=f"{y:g}", r=f"{radius:g}", klass="ju-person") + label


def _label(text: str, x: float, y: float, anchor: str = "middle") -> str:
    return words(text, x, y, width=100, size=13, anchor=anchor, klass="ju-soft")


def _line(path: str, klass: str = "ju-line") -> str:
    return tag("path", d=path, klass=klass)


def _wide(sides: dict[str, Side]) -> str:
    side, middle, gap, radius, reach = 212, 250, 20, 42, 50
    tall = {name: _card(row, 0, 0, middle if name in (UP, DOWN) else side)[1] for name, row in sides.items()}
    first, second = AT_TIMES
    # The person is between the cards above and below, and level with the gap between the two on the left.
    y = max(1 + tall[UP] + reach + radius, 1 + tall[first] + gap / 2)
    top, low = y - radius - reach, y + radius + reach
    height = max(low + tall[DOWN], y + gap / 2 + tall[second]) + 1
    left = (720 - middle) / 2
    places = {
        UP: (left, top - tall[UP], middle),
        ACROSS: (719 - side, y - tall[ACROSS] / 2, side),
        DOWN: (left, low, middle),
        first: (1, y - gap / 2 - tall[first], side),
        second: (1, y + gap / 2, side),
    }
    return drawing(
        "wide",
        720,
        height,
        [
            _line(f"M 360 {top:g} V {low:g}"),
            _line(f"M 360 {y:g} H {719 - side}"),
            *(_line(f"M 360 {y:g} L {side + 1} {y + down:g}", "ju-line ju-at-times") for down in (-66, 66)),
            _member(360, y, radius),
            _label(VERTICAL, 370, top + reach / 2 - 9, anchor="start"),
            _label(HORIZONTAL, (360 + radius + 719 - side) / 2, y - 24),
            _label(SOMETIMES, 222, y - 9, anchor="start"),
            *(_card(sides[name], *place)[0] for name, place in places.items()),
        ],
    )


def _narrow(sides: dict[str, Side]) -> str:
    rail, left, radius, reach, x = 12, 30, 36, 34, 62
    width, beside = 319 - left, 154
    tall = {name: _card(row, 0, 0, beside if name == ACROSS else width)[1] for name, row in sides.items()}
    across = 1 + tall[UP] + reach
    y, low = across + tall[ACROSS] / 2, across + tall[ACROSS] + reach
    tops, foot = {}, low + tall[DOWN] + 40
    for name in AT_TIMES:
        tops[name] = foot
        foot += tall[name] + 20
    places = {UP: (left, 1, width), ACROSS: (319 - beside, across, beside), DOWN: (left, low, width)}
    places |= {name: (left, top, width) for name, top in tops.items()}
    ends = [top + 24 for top in tops.values()]
    return drawing(
        "narrow",
        320,
        foot - 19,
        [
            _line(f"M {x} {1 + tall[UP]:g} V {low:g}"),
            _line(f"M {x} {y:g} H {319 - beside}"),
            _line(
                f"M {x} {y:g} H {rail + 12} Q {rail} {y:g} {rail} {y + 12:g} V {ends[-1]:g} H {left} "
                f"M {rail} {ends[0]:g} H {left}",
                "ju-line ju-at-times",
            ),
            _member(x, y, radius),
            _label(VERTICAL, x + 10, across - 26, anchor="start"),
            _label(HORIZONTAL, (x + radius + 319 - beside) / 2, y - 24),
            _label(SOMETIMES, left, low + tall[DOWN] + 14, anchor="start"),
            *(_card(sides[name], *place)[0] for name, place in places.items()),
        ],
    )
