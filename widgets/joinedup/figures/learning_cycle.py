"""Figure 4: how a group learns, and passes on what it learned (IPS 2008, §§5.2 and 5.3)."""

from __future__ import annotations

import math

import pandas as pd

from ..content.tables import rows
from .svg import arrow, box, drawing, tag, text_height, words

COLUMNS = ["id", "order", "name", "text"]
PASSING = "passing-it-on"
WHY = "No organisation knows enough, or has enough, to do this alone."
VERTICAL, PARTS = "The vertical organisations", ("thinking", "policy", "services")
RENEWED = "the group renews its task"
SIZE, TALL = 12.5, 126

Phase = dict[str, str]


def draw() -> tuple[str, str, pd.DataFrame]:
    """Draw it wide and narrow, and return both with the rows it shows."""
    phases = rows("learning_phases", COLUMNS, label="phases")
    data = pd.DataFrame({"Phase": phase["name"], "What happens": phase["text"]} for phase in phases)
    ring = [phase for phase in phases if phase["id"] != PASSING]
    (onward,) = (phase for phase in phases if phase["id"] == PASSING)
    return _wide(ring, onward), _narrow(ring, onward), data


def _height(phase: Phase, width: float) -> float:
    return text_height(phase["name"], width, 15, "bold") + 3 + text_height(phase["text"], width, SIZE)


def _block(phase: Phase, x: float, y: float, width: float) -> str:
    below = y + text_height(phase["name"], width, 15, "bold") + 3
    return words(phase["name"], x, y, width=width, size=15, weight="bold", anchor="start") + words(
        phase["text"], x, below, width=width, size=SIZE, anchor="start"
    )


def _place(phase: Phase, x: float, y: float) -> str:
    mark = tag("circle", cx=f"{x:g}", cy=f"{y:g}", r="14", klass="ju-place")
    return mark + words(phase["order"], x, y - 9.5, width=28, size=14, weight="bold", klass="ju-on-place")


def _ring(phases: list[Phase], x: float, y: float, radius: float) -> list[str]:
    """Draw numbered places round a middle, the first at the upper left, and the arrows that go round."""
    step, clear = 360 / len(phases), math.degrees(20 / radius)
    drawn = []
    for n, phase in enumerate(phases):
        at = 225 + step * n
        (x1, y1), (x2, y2), (x3, y3), (px, py) = (
            (x + radius * math.cos(math.radians(turn)), y + radius * math.sin(math.radians(turn)))
            for turn in (at + clear, at + step - clear - 4, at + step - clear, at)
        )
        path = f"M {x1:.1f} {y1:.1f} A {radius:g} {radius:g} 0 0 1 {x2:.1f} {y2:.1f}"
        drawn += [arrow(path, end=(round(x3, 1), round(y3, 1)), turn=at + step - clear + 86), _place(phase, px, py)]
    return drawn


def _broad(x: float, top: float, low: float) -> str:
    """Draw a broad arrow down."""
    neck = low - 16
    path = (
        f"M {x - 9:g} {top:g} H {x + 9:g} V {neck:g} H {x + 19:g} L {x:g} {low:g} L {x - 19:g} {neck:g} H {x - 9:g} Z"
    )
    return tag("path", d=path, klass="ju-broad")


def _organisations(middle: float, top: float, width: float, gap: float, count: int) -> str:
    """Draw tall boxes in a row, each with its own thinking, policy and services, and their name below."""
    left = middle - (count * width + (count - 1) * gap) / 2
    drawn = [words(VERTICAL, middle, top + TALL + 8, width=300, size=14, weight="bold")]
    for n in range(count):
        x = left + n * (width + gap)
        drawn.append(box(x, top, width, TALL, "ju-box", 4))
        for m, part in enumerate(PARTS):
            drawn.append(words(part, x + width / 2, top + TALL / 6 * (2 * m + 1) - 9, width=width, size=13))
            if m:
                drawn.append(tag("path", d=f"M {x + 10:g} {top + TALL / 3 * m:g} h {width - 20:g}", klass="ju-rule"))
    return "".join(drawn)


def _wide(ring: list[Phase], onward: Phase) -> str:
    side, radius, gap = 222, 106, 34
    tall = [_height(phase, side) for phase in ring]
    upper, lower = max(tall[0], tall[1]), max(tall[2], tall[3])
    y = max(16 + radius, upper + gap / 2)
    tops = [y - gap / 2 - upper, y - gap / 2 - upper, y + gap / 2, y + gap / 2]
    lefts = [2, 718 - side, 718 - side, 2]
    below = max(y + radius + 14, y + gap / 2 + lower)
    fifth, deep = below + 46, _height(onward, 362)
    boxes = fifth + deep + 24 + 44
    back, arc = 360 + 2 * (80 + 22), y + math.sqrt(radius**2 - 42**2) + 5
    return drawing(
        "wide",
        720,
        boxes + TALL + 30,
        [
            *_ring(ring, 360, y, radius),
            words(
                WHY,
                360,
                y - text_height(WHY, 140, 14, "bold") / 2,
                width=140,
                size=14,
                weight="bold",
                klass="ju-strong",
            ),
            *(_block(phase, x, top, side) for phase, x, top in zip(ring, lefts, tops, strict=True)),
            _broad(360, y + radius + 12, fifth - 4),
            box(124, fifth, 422, deep + 24),
            _place(onward, 150, fifth + 24),
            _block(onward, 176, fifth + 13, 362),
            _broad(360, fifth + deep + 28, boxes - 4),
            _organisations(360, boxes, 80, 22, 5),
            arrow(
                f"M {back:g} {boxes:g} V {below + 38:g} q 0 -18 -18 -18 H 420 q -18 0 -18 -18 V {arc + 9:g}",
                "ju-back",
                end=(402, round(arc, 1)),
                turn=-90,
            ),
            words(RENEWED, back + 14, fifth + deep / 2 - 6, width=100, size=13, anchor="start", klass="ju-soft"),
        ],
    )


def _narrow(ring: list[Phase], onward: Phase) -> str:
    right, radius, width = 294, 92, 226
    y, top, listed = 26.0 + radius, 26 + 2 * radius + 30, []
    for phase in ring:
        listed += [_place(phase, 28, top + 11), _block(phase, 54, top, width)]
        top += _height(phase, width) + 18
    fifth = top + 66
    deep = _height(onward, width)
    boxes = fifth + deep + 24 + 44
    back = boxes + TALL / 2
    return drawing(
        "narrow",
        320,
        boxes + TALL + 30,
        [
            box(1, 1, right - 1, top, "ju-group", 14),
            *_ring(ring, right / 2, y, radius),
            words(
                WHY,
                right / 2,
                y - text_height(WHY, 126, 14, "bold") / 2,
                width=126,
                size=14,
                weight="bold",
                klass="ju-strong",
            ),
            *listed,
            _broad(54, top + 5, fifth - 4),
            words(RENEWED, right + 4, top + 22, width=200, size=13, anchor="end", klass="ju-soft"),
            box(1, fifth, right - 1, deep + 24),
            _place(onward, 28, fifth + 23),
            _block(onward, 54, fifth + 12, width),
            _broad(54, fifth + deep + 28, boxes - 4),
            _organisations(right / 2, boxes, 80, 16, 3),
            arrow(
                f"M {right / 2 + 136:g} {back:g} H 310 V {y:g} H {right + 10}", "ju-back", end=(right + 1, y), turn=180
            ),
        ],
    )
