"""Figure 1: the process of joining up, inside its contexts (IPS 2008, §1.1)."""

from __future__ import annotations

import pandas as pd

from ..tables import rows
from .svg import arrow, box, drawing, text_height, words

COLUMNS = ["id", "kind", "name", "text", "chemistry?"]
CONTEXTS = ("political-and-civil-society", "public-sector", "organisations")


def draw() -> tuple[str, str, pd.DataFrame]:
    """Draw it wide and narrow, and give the rows it shows."""
    parts = {row["id"]: row for row in rows("process", COLUMNS, label="process")}
    data = pd.DataFrame(
        {"Part": row["name"], "What it is": row["text"], "In chemistry": row["chemistry"]} for row in parts.values()
    )
    return _wide(parts), _narrow(parts), data


def _card(part: dict[str, str], x: float, y: float, width: float, height: float) -> str:
    top = y + 8
    name = words(part["name"], x + width / 2, top, width=width - 12, weight="bold")
    below = top + text_height(part["name"], width - 12, 14, "bold") + 3
    return box(x, y, width, height) + name + words(part["text"], x + width / 2, below, width=width - 14, size=12)


def _frames(parts: dict[str, dict[str, str]], width: float, height: float, inset: float, top: float) -> list[str]:
    drawn = []
    for depth, context in enumerate(CONTEXTS):
        side, head = inset * depth, top * depth
        drawn += [
            box(1 + side, 1 + head, width - 2 - 2 * side, height - 2 - head - side, f"ju-frame-{depth + 1}", 10),
            words(parts[context]["name"], width / 2, 9 + head, width=width - 2 * side, size=13, klass="ju-soft"),
        ]
    return drawn


def _wide(parts: dict[str, dict[str, str]]) -> str:
    x = [44 + 166 * n for n in range(4)]
    order = ("before-starting", "getting-together", "working-together", "sustaining")
    middle = x[2] + 67
    return drawing(
        "wide",
        720,
        490,
        [
            *_frames(parts, 720, 490, 14, 30),
            *(_card(parts[name], x[n], 188, 134, 160) for n, name in enumerate(order)),
            *(arrow(f"M {x[n] + 134} 268 H {x[n + 1] - 9}", end=(x[n + 1] - 1, 268), turn=0) for n in range(3)),
            _card(parts["learning"], middle - 130, 98, 260, 64),
            arrow(f"M {middle} 162 V 179", end=(middle, 187), turn=90),
            _card(parts["support"], middle - 66, 374, 250, 64),
            arrow(f"M {middle} 374 V 357", end=(middle, 349), turn=-90),
            arrow("M 390 349 C 390 386, 360 392, 320 392 H 170 C 130 392, 111 386, 111 358", "ju-back", end=(111, 349), turn=-90),
            words("without support and learning, back to the start", 245, 400, width=260, size=12, klass="ju-soft"),
        ],
    )


def _narrow(parts: dict[str, dict[str, str]]) -> str:
    order = ("before-starting", "getting-together", "learning", "working-together", "support", "sustaining")
    heights = [70, 90, 76, 76, 76, 92]
    tops, y = [], 98.0
    for height in heights:
        tops.append(y)
        y += height + 26
    left, width = 46, 252
    turns = {0: 90, 1: 90, 2: 90, 3: -90, 4: 90}
    links = []
    for n, turn in turns.items():
        start, end = tops[n] + heights[n], tops[n + 1]
        if n == 1:  # getting together leads to working together, past learning
            continue
        tip = end - 1 if turn == 90 else start + 1
        line = f"M {left + width / 2} {start} V {end - 8}" if turn == 90 else f"M {left + width / 2} {end} V {start + 8}"
        if n != 4:
            links.append(arrow(line, end=(left + width / 2, tip), turn=turn))
    bottom = tops[5]
    side = left + width
    onward = f"M {side} {tops[1] + 50} h 7 V {tops[3] + 38} h -4"
    last = f"M {side} {tops[3] + 50} h 7 V {bottom + 40} h -4"
    return drawing(
        "narrow",
        320,
        y + 16,
        [
            *_frames(parts, 320, y + 16, 5, 30),
            *(_card(parts[name], left, tops[n], width, heights[n]) for n, name in enumerate(order)),
            *links,
            arrow(onward, end=(side + 1, tops[3] + 38), turn=180),
            arrow(last, end=(side + 1, bottom + 40), turn=180),
            arrow(f"M {left} {tops[3] + 38} H 28 V {tops[0] + 35} H {left - 9}", "ju-back", end=(left - 1, tops[0] + 35), turn=0),
        ],
    )
