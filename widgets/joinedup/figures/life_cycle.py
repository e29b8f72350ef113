"""Figure 6: the partnership life cycle as paths (IPS 2008, §7.2, after the High and Complex Needs unit)."""

from __future__ import annotations

from math import fsum

import pandas as pd

from ..content.tables import rows
from .figure import Part, Passage
from .svg import arrow, box, drawing, tag, words

STAGE_COLUMNS = ["id", "name", "summary"]
PATH_COLUMNS = ["id", "from_stage", "to_stage", "kind", "text"]
TEXT_COLUMNS = ["id", "stage"]
ENDING = {"id": "wind-up", "name": "Winding up", "summary": ""}
INVITATION = "Choose a stage to see its signs and what to consider."
KINDS = {"onward": "go on", "back": "falter, or go back", "skip": "skip", "end": "wind up"}
ZONE = ("frustration", "functioning")
"""The two stages with the crossover zone between them."""

Row = dict[str, str]


def draw() -> tuple[str, str, pd.DataFrame]:
    """Draw it wide and narrow, and return both with the paths it shows."""
    stages = [*rows("life_cycle_stages", STAGE_COLUMNS, label="stages"), ENDING]
    paths = rows("life_cycle_paths", PATH_COLUMNS, label="paths")
    names = {stage["id"]: stage["name"] for stage in stages}
    data = pd.DataFrame(
        {
            "From": names[path["from_stage"]],
            "To": names[path["to_stage"]],
            "Kind of move": KINDS[path["kind"]],
            "What happens": path["text"],
        }
        for path in paths
    )
    return _wide(stages, paths), _narrow(stages, paths), data


def parts() -> tuple[str, list[Part]]:
    """Return the invitation, and each stage with its signs and the advice for it."""
    stages = rows("life_cycle_stages", STAGE_COLUMNS, label="stages")
    signs = rows("life_cycle_statements", [*TEXT_COLUMNS, "statement"], label="statements")
    advice = rows("life_cycle_advice", [*TEXT_COLUMNS, "advice"], label="advice")

    def of(stage: Row, found: list[Row], column: str) -> list[str]:
        return [row[column] for row in found if row["stage"] == stage["id"]]

    return INVITATION, [
        Part(
            stage["id"],
            stage["name"],
            [
                Passage(of(stage, signs, "statement"), "Signs"),
                Passage(of(stage, advice, "advice"), "What to consider"),
            ],
        )
        for stage in stages
    ]


def _ends(path: Row, order: list[str]) -> tuple[int, int]:
    return order.index(path["from_stage"]), order.index(path["to_stage"])


def _node(stage: Row, x: float, y: float, width: float, height: float) -> str:
    label = words(stage["name"], x + width / 2, y + height / 2 - 11, width=width, size=15, weight="bold")
    if stage["id"] == ENDING["id"]:
        return box(x, y, width, height, "ju-box ju-ending") + label
    mark = box(x, y, width, height, "ju-mark ju-mark-box ju-mark-wash")
    return tag("g", box(x, y, width, height) + mark + label, klass=f"ju-part-{stage['id']}")


def _legend(places: list[tuple[float, float]]) -> list[str]:
    """Show each kind of line with its word."""
    drawn = []
    for (x, y), (kind, word) in zip(places, KINDS.items(), strict=True):
        drawn.append(arrow(f"M {x:g} {y:g} h 32", f"ju-{kind}", end=(x + 40, y), turn=0))
        drawn.append(words(word, x + 48, y - 9, width=140, size=13, anchor="start", klass="ju-soft"))
    return drawn


def _wide(stages: list[Row], paths: list[Row]) -> str:
    order = [stage["id"] for stage in stages]
    wide, tall, top = 100, 54, 116
    step = (716 - wide) / (len(stages) - 1)
    left = [2 + n * step for n in range(len(stages))]
    middle = [x + wide / 2 for x in left]
    row, low = top + tall / 2, top + tall
    first, second = (order.index(stage) for stage in ZONE)
    band = box(left[first] - 8, top - 34, left[second] + wide - left[first] + 16, tall + 44, "ju-zone-band", 14)
    name = words("crossover zone", middle[second] - 8, top - 27, width=130, size=13, klass="ju-soft")
    nodes = [_node(stage, left[n], top, wide, tall) for n, stage in enumerate(stages)]
    lines, back = [], 0
    for path in paths:
        start, end = _ends(path, order)
        klass = f"ju-{path['kind']}"
        if end - start == 1:
            lines.append(
                arrow(f"M {left[start] + wide:g} {row} H {left[end] - 8:g}", klass, end=(left[end], row), turn=0)
            )
        elif end > start:
            curve = f"M {middle[start]:g} {top} C {middle[start]:g} 0, {middle[end]:g} 0, {middle[end]:g} {top - 8}"
            lines.append(arrow(curve, klass, end=(middle[end], top), turn=90))
        else:
            back += 1
            home, fall = middle[end] + 26 * (2 - back), low + 20 + 38 * (start - end)
            curve = f"M {middle[start]:g} {low} C {middle[start]:g} {fall:g}, {home:g} {fall:g}, {home:g} {low + 8}"
            lines.append(arrow(curve, klass, end=(home, low), turn=-90))
    wordy = [48 + 6.2 * len(word) for word in KINDS.values()]
    gap = (720 - 40 - fsum(wordy)) / len(KINDS)
    legend = _legend([(20 + gap * (n + 0.5) + fsum(wordy[:n]), low + 136) for n in range(len(KINDS))])
    return drawing("wide", 720, low + 154, [band, name, *nodes, *lines, *legend])


def _narrow(stages: list[Row], paths: list[Row]) -> str:
    order = [stage["id"] for stage in stages]
    left, wide, tall, step = 100, 124, 44, 94
    centre, right = left + wide / 2, left + wide
    tops = [8 + n * step for n in range(len(stages))]
    first, second = (order.index(stage) for stage in ZONE)
    band = box(left - 8, tops[first] - 8, wide + 16, tops[second] - tops[first] + tall + 16, "ju-zone-band", 14)
    name = words("crossover zone", centre - 8, tops[first] + tall + 8, width=60, size=12, anchor="end", klass="ju-soft")
    nodes = [_node(stage, left, tops[n], wide, tall) for n, stage in enumerate(stages)]
    lines, back = [], 0
    for path in paths:
        start, end = _ends(path, order)
        klass, y1, y2 = f"ju-{path['kind']}", tops[start] + tall / 2, tops[end] + tall / 2
        if end - start == 1:
            line = f"M {centre} {tops[start] + tall} V {tops[end] - 8}"
            lines.append(arrow(line, klass, end=(centre, tops[end]), turn=90))
        elif end > start:
            curve = f"M {right} {y1} C {right + 90} {y1}, {right + 90} {y2}, {right + 8} {y2}"
            lines.append(arrow(curve, klass, end=(right, y2), turn=180))
        else:
            back += 1
            reach, home = left - 12 - 34 * (start - end), y2 + 13 * (back - 2)
            curve = f"M {left} {y1} C {reach} {y1}, {reach} {home}, {left - 8} {home}"
            lines.append(arrow(curve, klass, end=(left, home), turn=0))
    foot = tops[-1] + tall
    legend = _legend([(64, foot + 28 + 26 * n) for n in range(len(KINDS))])
    return drawing("narrow", 320, foot + 28 + 26 * len(KINDS), [tag("g", band + name), *nodes, *lines, *legend])
