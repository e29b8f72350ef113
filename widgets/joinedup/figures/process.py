"""Figure 1: the process of joining up, inside its contexts (IPS 2008, §1.1)."""

from __future__ import annotations

import pandas as pd

from ..content.tables import rows
from .svg import arrow, box, drawing, text_height, words

COLUMNS = ["id", "kind", "name", "text", "chemistry?"]
CONTEXTS = ("political-and-civil-society", "public-sector", "organisations")
RETURN = "without support and learning, back to the start"

Part = dict[str, str]


def draw() -> tuple[str, str, pd.DataFrame]:
    """Draw it wide and narrow, and return both with the rows it shows."""
    parts = {row["id"]: row for row in rows("process", COLUMNS, label="process")}
    data = pd.DataFrame(
        {"Part": row["name"], "What it is": row["text"], "In chemistry": row["chemistry"]} for row in parts.values()
    )
    return _wide(parts), _narrow(parts), data


def _height(part: Part, width: float) -> float:
    return 24 + text_height(part["name"], width - 12, 14, "bold") + text_height(part["text"], width - 16, 12.5)


def _card(part: Part, x: float, y: float, width: float, height: float) -> str:
    below = y + 13 + text_height(part["name"], width - 12, 14, "bold")
    return (
        box(x, y, width, height)
        + words(part["name"], x + width / 2, y + 9, width=width - 12, weight="bold")
        + words(part["text"], x + width / 2, below, width=width - 16, size=12.5)
    )


def _frames(parts: dict[str, Part], width: float, height: float, inset: float) -> list[str]:
    """Draw the three contexts, one inside the next, each with its name at the top."""
    drawn = []
    for depth, context in enumerate(CONTEXTS):
        side, head = inset * depth, 30 * depth
        drawn += [
            box(1 + side, 1 + head, width - 2 - 2 * side, height - 2 - head - side, f"ju-frame-{depth + 1}", 10),
            words(parts[context]["name"], width / 2, 9 + head, width=width - 2 * side, size=13, klass="ju-soft"),
        ]
    return drawn


def _wide(parts: dict[str, Part]) -> str:
    order = ("before-starting", "getting-together", "working-together", "sustaining")
    left = [44 + 166 * n for n in range(4)]
    middle = left[2] + 67
    beside = {name: _height(parts[name], 260) for name in ("learning", "support")}
    top = 98 + beside["learning"] + 28
    tall = max(_height(parts[name], 134) for name in order)
    bottom = top + tall
    row = top + tall / 2
    home = f"M {left[2] + 14:g} {bottom + 1:g} v 14 q 0 18 -18 18 H {left[0] + 85:g} q -18 0 -18 -18 v -7"
    height = bottom + 28 + beside["support"] + 44
    return drawing(
        "wide",
        720,
        height,
        [
            *_frames(parts, 720, height, 14),
            *(_card(parts[name], left[n], top, 134, tall) for n, name in enumerate(order)),
            *(
                arrow(f"M {left[n] + 134:g} {row:g} H {left[n + 1] - 9:g}", end=(left[n + 1] - 1, row), turn=0)
                for n in range(3)
            ),
            _card(parts["learning"], middle - 130, 98, 260, beside["learning"]),
            arrow(f"M {middle:g} {top - 28:g} V {top - 9:g}", end=(middle, top - 1), turn=90),
            _card(parts["support"], middle - 27, bottom + 28, 260, beside["support"]),
            arrow(f"M {middle:g} {bottom + 28:g} V {bottom + 9:g}", end=(middle, bottom + 1), turn=-90),
            arrow(home, "ju-back", end=(left[0] + 67, bottom + 1), turn=-90),
            words(RETURN, (left[0] + left[2]) / 2 + 40, bottom + 42, width=200, size=12.5, klass="ju-soft"),
        ],
    )


def _narrow(parts: dict[str, Part]) -> str:
    order = ("before-starting", "getting-together", "learning", "working-together", "support", "sustaining")
    left, width, gap = 46, 230, 26
    side, middle = left + width, left + width / 2
    tops, tall, y = {}, {}, 98.0
    for name in order:
        tops[name], tall[name] = y, _height(parts[name], width)
        y += tall[name] + gap
    low = {name: tops[name] + tall[name] for name in order}
    works = tops["working-together"] + tall["working-together"] / 2
    starts = tops["before-starting"] + tall["before-starting"] / 2

    def past(start: float, end: float, out: float) -> str:
        """Lead an arrow along the right side, past the card between."""
        line = f"M {side:g} {start:g} H {side + out:g} V {end:g} H {side + 9:g}"
        return arrow(line, end=(side + 1, end), turn=180)

    height = y + 6
    return drawing(
        "narrow",
        320,
        height,
        [
            *_frames(parts, 320, height, 5),
            *(_card(parts[name], left, tops[name], width, tall[name]) for name in order),
            arrow(
                f"M {middle:g} {low['before-starting']:g} v {gap - 9:g}",
                end=(middle, tops["getting-together"] - 1),
                turn=90,
            ),
            past(low["getting-together"] - 24, works - 12, 18),
            arrow(
                f"M {middle:g} {low['learning']:g} v {gap - 9:g}", end=(middle, tops["working-together"] - 1), turn=90
            ),
            arrow(
                f"M {middle:g} {tops['support']:g} v {9 - gap:g}", end=(middle, low["working-together"] + 1), turn=-90
            ),
            past(works + 12, tops["sustaining"] + 24, 18),
            arrow(f"M {left:g} {works:g} H 26 V {starts:g} H {left - 9:g}", "ju-back", end=(left - 1, starts), turn=0),
        ],
    )
