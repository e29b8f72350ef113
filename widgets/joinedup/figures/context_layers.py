"""The context of joint work, in three layers (drawn from IPS 2008, §§8 to 8.3)."""

from __future__ import annotations

import pandas as pd

from ..content.tables import rows
from .svg import balanced, box, drawing, tag, text_height, words

COLUMNS = ["id", "name", "text", "helps", "hinders"]
GROUP = "A group at work"
HALVES = {"helps": ("what helps", "+"), "hinders": ("what hinders", "–")}
"""What each half of a frame holds, and the sign before each item in it."""
LETTERS = 13

Row = dict[str, str]


def draw() -> tuple[str, str, pd.DataFrame]:
    """Draw it wide and narrow, and return both with the rows it shows."""
    layers = rows("context_layers", COLUMNS, label="layers")
    names = {"name": "Layer", "text": "What it is", "helps": "What helps", "hinders": "What hinders"}
    data = pd.DataFrame(layers)[list(names)].rename(columns=names)
    return _wide(layers), _narrow(layers), data


def _list(layer: Row, half: str, x: float, y: float, width: float) -> tuple[str, float]:
    """Draw one list of a layer from (x, y) downand return it with its height."""
    sign, top, drawn = HALVES[half][1], y, []
    for item in filter(None, map(str.strip, layer[half].split(";"))):
        text = item[0].upper() + item[1:]
        room = balanced(text, width - 16, LETTERS)
        drawn += [
            words(sign, x + 4, y, width=12, size=LETTERS, weight="bold", klass="ju-strong"),
            words(text, x + 16, y, width=room, size=LETTERS, anchor="start"),
        ]
        y += text_height(text, room, LETTERS) + 3
    return "".join(drawn), y - top - 3


def _head(layer: Row, half: str, x: float, y: float, width: float) -> tuple[str, float]:
    """Draw what a list is about: the layer's name, and whether it helps or hinders."""
    down = text_height(layer["name"], width, 14, "bold")
    name = words(layer["name"], x, y, width=width, weight="bold", anchor="start")
    word = words(HALVES[half][0], x, y + down + 1, width=width, size=LETTERS, anchor="start", klass="ju-soft")
    return name + word, down + 1 + text_height(HALVES[half][0], width, LETTERS)


def _group(y: float, width: float) -> str:
    """Draw the group in the middle, in a band of 100 units from `y` down."""
    x = width / 2
    people = [(x, y + 28), (x - 15, y + 50), (x + 15, y + 50)]
    circles = [tag("circle", cx=f"{a:g}", cy=f"{b:g}", r="17", klass="ju-party") for a, b in people]
    return "".join(circles) + words(GROUP, x, y + 73, width=200, size=15, weight="bold")


def _frames(width: float, inset: float, tops: list[float], bottoms: list[float]) -> list[str]:
    """Draw the frames, the outer one first."""
    return [
        box(1 + inset * n, top, width - 2 - 2 * inset * n, bottom - top, f"ju-frame-{min(n, 2) + 1}", 10)
        for n, (top, bottom) in enumerate(zip(tops, reversed(bottoms), strict=True))
    ]


def _wide(layers: list[Row]) -> str:
    inset, listed, right = 16, 200, 700
    tops, bottoms, drawn, y = [], [], [], 1.0

    def half(layer: Row, kind: str, depth: int, y: float) -> float:
        head, tall = _head(layer, kind, 18 + inset * depth, y, listed - 30 - inset * depth)
        items, deep = _list(layer, kind, listed, y, right - listed)
        drawn.extend([head, items])
        return y + max(tall, deep)

    for depth, layer in enumerate(reversed(layers)):
        tops.append(y)
        y = half(layer, "helps", depth, y + 16) + 16
    drawn.append(_group(y + 2, 720))
    y += 106
    for n, layer in enumerate(layers):
        y = half(layer, "hinders", len(layers) - 1 - n, y + 16) + 16
        bottoms.append(y)
    return drawing("wide", 720, y + 1, [*_frames(720, inset, tops, bottoms), *drawn])


def _narrow(layers: list[Row]) -> str:
    inset, left, right = 6, 24, 300
    tops, bottoms, drawn, y = [], [], [], 1.0

    def half(layer: Row, kind: str, y: float) -> float:
        head, tall = _head(layer, kind, left, y, right - left)
        items, deep = _list(layer, kind, left, y + tall + 6, right - left)
        drawn.extend([head, items])
        return y + tall + 6 + deep

    for layer in reversed(layers):
        tops.append(y)
        y = half(layer, "helps", y + 14) + 14
    drawn.append(_group(y + 2, 320))
    y += 106
    for layer in layers:
        y = half(layer, "hinders", y + 14) + 14
        bottoms.append(y)
    return drawing("narrow", 320, y + 1, [*_frames(320, inset, tops, bottoms), *drawn])
