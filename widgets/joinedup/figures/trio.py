"""The trio and the client: four parts in one group, turned to one outcome (IPS 2008, Summary)."""

from __future__ import annotations

import pandas as pd

from ..content.tables import rows
from .svg import arrow, box, drawing, tag, text_height, words

COLUMNS = ["id", "name", "plain"]
ABOVE, LEFT, RIGHT, BELOW = "guardian-angel", "public-entrepreneur", "fellow-traveller", "active-client"
OUTCOME, GROUP = "The shared outcome", "one working group"
STEP = "one or more steps above"
FEW = ((0, 0), (18, -29), (18, 29))
"""Fellow-travellers are seldom alone: where three of them sit, from the nearest to the table."""

Role = dict[str, str]


def draw() -> tuple[str, str, pd.DataFrame]:
    """Draw it wide and narrow, and return both with the rows it shows."""
    listed = rows("roles", COLUMNS, label="roles")
    data = pd.DataFrame({"Part": role["name"], "In plain words": role["plain"]} for role in listed)
    roles = {role["id"]: role for role in listed}
    return _wide(roles), _narrow(roles), data


def _height(role: Role, width: float, size: float) -> float:
    return text_height(role["name"], width, 15, "bold") + 3 + text_height(role["plain"], width, size)


def _block(role: Role, x: float, y: float, width: float, size: float, anchor: str = "middle") -> str:
    below = y + text_height(role["name"], width, 15, "bold") + 3
    return words(role["name"], x, y, width=width, size=15, weight="bold", anchor=anchor) + words(
        role["plain"], x, below, width=width, size=size, anchor=anchor
    )


def _seat(x: float, y: float, klass: str = "ju-party") -> str:
    return tag("circle", cx=f"{x:g}", cy=f"{y:g}", r="13", klass=klass)


def _table(x: float, y: float, radius: float, reach: float) -> list[str]:
    """Draw the outcome, the seats around it `reach` away from its edge, and the arrows that face it."""
    far = radius + reach
    seats = [
        _seat(x, y - far),
        _seat(x - far, y),
        *(_seat(x + far + right, y + down) for right, down in FEW),
        _seat(x, y + far, "ju-party ju-sometimes"),
    ]
    start, stop = far - 17, radius + 12
    faces = [
        arrow(f"M {x} {y - start} V {y - stop}", end=(x, y - radius - 4), turn=90),
        arrow(f"M {x - start} {y} H {x - stop}", end=(x - radius - 4, y), turn=0),
        arrow(f"M {x + start} {y} H {x + stop}", end=(x + radius + 4, y), turn=180),
        arrow(f"M {x} {y + start} V {y + stop}", end=(x, y + radius + 4), turn=-90),
    ]
    width, size = 1.9 * radius, 15
    label = words(
        OUTCOME, x, y - text_height(OUTCOME, width, size, "bold") / 2, width=width, size=size, weight="bold",
        klass="ju-strong",
    )  # fmt: skip
    return [tag("circle", cx=f"{x:g}", cy=f"{y:g}", r=f"{radius:g}", klass="ju-outcome"), label, *faces, *seats]


def _wide(roles: dict[str, Role]) -> str:
    radius, reach, side, size = 66, 52, 178, 13
    far, top = radius + reach, 20
    above, below = _height(roles[ABOVE], 340, size), _height(roles[BELOW], 340, size)
    middle = top + above + 26 + far
    height = middle + far + 24 + below + 22
    step = middle - far + 27
    row = middle - max(_height(roles[name], side, size) for name in (LEFT, RIGHT)) / 2
    beside = [
        _block(roles[name], x, row, side, size, anchor="start") for name, x in ((LEFT, 36), (RIGHT, 360 + far + 48))
    ]
    return drawing(
        "wide",
        720,
        height,
        [
            box(1, 1, 718, height - 2, "ju-group", 36),
            words(GROUP, 36, 20, width=150, size=13, anchor="start", klass="ju-soft"),
            tag("path", d=f"M 36 {step:g} H 330 M 390 {step:g} H 684", klass="ju-step"),
            words(STEP, 36, step - 20, width=200, size=13, anchor="start", klass="ju-soft"),
            _block(roles[ABOVE], 360, top, 340, size),
            *beside,
            *_table(360, middle, radius, reach),
            _block(roles[BELOW], 360, middle + far + 20, 340, size),
        ],
    )


def _narrow(roles: dict[str, Role]) -> str:
    radius, reach, side, size = 50, 46, 132, 12.5
    far, top = radius + reach, 44
    above, below = _height(roles[ABOVE], 260, size), _height(roles[BELOW], 260, size)
    middle = top + above + 24 + far
    columns = middle + radius + 30
    foot = columns + max(_height(roles[name], side, size) for name in (LEFT, RIGHT)) + 18
    height = foot + below + 24
    return drawing(
        "narrow",
        320,
        height,
        [
            box(1, 1, 318, height - 2, "ju-group", 24),
            words(GROUP, 160, 14, width=200, size=13, klass="ju-soft"),
            _block(roles[ABOVE], 160, top, 260, size),
            tag("path", d=f"M 160 {middle + far + 17:g} V {foot - 6:g}", klass="ju-step"),
            *_table(160, middle, radius, reach),
            _block(roles[LEFT], 14, columns, side, size, anchor="start"),
            _block(roles[RIGHT], 182, columns, side, size, anchor="start"),
            _block(roles[BELOW], 160, foot, 260, size),
        ],
    )
