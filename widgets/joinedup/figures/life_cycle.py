"""Figure 6: the partnership life cycle as paths (IPS 2008, §7.2, after the High and Complex Needs unit)."""

from __future__ import annotations

import pandas as pd

from ..tables import rows
from .svg import arrow, box, drawing, tag, words

STAGE_COLUMNS = ["id", "name", "summary"]
PATH_COLUMNS = ["id", "from_stage", "to_stage", "kind", "text"]
ENDING = {"id": "wind-up", "name": "Winding up", "summary": ""}
KINDS = {"onward": "go on", "back": "falter, or go back", "skip": "skip", "end": "wind up"}


def draw() -> tuple[str, str, pd.DataFrame]:
    """Draw it wide and narrow, and give the paths it shows."""
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


def _bends(paths: list[dict[str, str]], order: list[str]) -> list[tuple[dict[str, str], int, int, bool]]:
    """Give each path with the places it joins, and whether it bends (it does unless it goes to the next place)."""
    found = []
    for path in paths:
        start, end = order.index(path["from_stage"]), order.index(path["to_stage"])
        found.append((path, start, end, end - start != 1))
    return found


def _wide(stages: list[dict[str, str]], paths: list[dict[str, str]]) -> str:
    order = [stage["id"] for stage in stages]
    wide, gap, top, tall = 98, 26.4, 128, 54
    left = [n * (wide + gap) for n in range(len(stages))]
    middle = [x + wide / 2 for x in left]
    parts = [
        box(left[1] - 9, top - 40, 2 * wide + gap + 18, tall + 52, "ju-zone-band", 14),
        words("crossover zone", (middle[1] + middle[2]) / 2, top - 33, width=200, size=13, klass="ju-soft"),
    ]
    parts += [_node(stage, left[n], top, wide, tall) for n, stage in enumerate(stages)]
    depth = 0
    for path, start, end, bends in _bends(paths, order):
        kind = path["kind"]
        if not bends:
            parts.append(arrow(f"M {left[start] + wide} {top + tall / 2} H {left[end] - 8}", f"ju-{kind}", end=(left[end], top + tall / 2), turn=0))
        elif end > start:
            rise = top - 116
            parts.append(arrow(f"M {middle[start]} {top} C {middle[start]} {rise}, {middle[end]} {rise}, {middle[end]} {top - 8}", f"ju-{kind}", end=(middle[end], top), turn=90))
        else:
            depth += 1
            reach = 26 + 24 * (start - end) * 0.9
            low, home = top + tall, middle[end] + 10 * (depth - 2)
            fall = low + reach * 1.45
            parts.append(arrow(f"M {middle[start]} {low} C {middle[start]} {fall:g}, {home} {fall:g}, {home} {low + 8}", f"ju-{kind}", end=(home, low), turn=-90))
    parts.append(words("skip", (middle[1] + middle[4]) / 2, 14, width=100, size=13, klass="ju-soft"))
    parts.append(words("falter, or go back", (middle[2] + middle[4]) / 2 - 40, top + tall + 100, width=200, size=13, klass="ju-soft"))
    parts.append(words("wind up", middle[5] - wide / 2 - gap / 2, top + tall + 4, width=80, size=13, klass="ju-soft"))
    parts.append(words("go on", middle[0] + wide / 2 + gap / 2, top - 20 + tall + 24, width=80, size=13, klass="ju-soft"))
    return drawing("wide", 720, top + tall + 124, parts)


def _narrow(stages: list[dict[str, str]], paths: list[dict[str, str]]) -> str:
    order = [stage["id"] for stage in stages]
    left, wide, tall, step = 96, 128, 44, 92
    tops = [10 + n * step for n in range(len(stages))]
    centre = left + wide / 2
    parts = [
        box(left - 8, tops[1] - 8, wide + 16, step + tall + 16, "ju-zone-band", 14),
        words("crossover zone", centre + 6, tops[1] + tall + 14, width=110, size=13, anchor="start", klass="ju-soft"),
    ]
    parts += [_node(stage, left, tops[n], wide, tall) for n, stage in enumerate(stages)]
    back = 0
    for path, start, end, bends in _bends(paths, order):
        kind = path["kind"]
        y1, y2 = tops[start] + tall / 2, tops[end] + tall / 2
        if not bends:
            parts.append(arrow(f"M {centre} {tops[start] + tall} V {tops[end] - 8}", f"ju-{kind}", end=(centre, tops[end]), turn=90))
        elif end > start:
            parts.append(arrow(f"M {left + wide} {y1} C {left + wide + 80} {y1}, {left + wide + 80} {y2}, {left + wide + 8} {y2}", f"ju-{kind}", end=(left + wide, y2), turn=180))
        else:
            back += 1
            reach, home = left - 18 - 22 * (start - end), y2 + 8 * (back - 2)
            parts.append(arrow(f"M {left} {y1} C {reach} {y1}, {reach} {home}, {left - 8} {home}", f"ju-{kind}", end=(left, home), turn=0))
    parts.append(words("skip", left + wide + 66, tops[2] + 60, width=60, size=13, klass="ju-soft"))
    parts.append(words("falter, or go back", 34, tops[3] + tall + 44, width=62, size=13, klass="ju-soft"))
    parts.append(words("wind up", centre + 8, tops[4] + tall + 14, width=90, size=13, anchor="start", klass="ju-soft"))
    parts.append(words("go on", centre + 8, tops[0] + tall + 10, width=90, size=13, anchor="start", klass="ju-soft"))
    return drawing("narrow", 320, tops[-1] + tall + 10, parts)


def _node(stage: dict[str, str], x: float, y: float, width: float, height: float) -> str:
    klass = "ju-box ju-ending" if stage["id"] == ENDING["id"] else "ju-box"
    label = words(stage["name"], x + width / 2, y + height / 2 - 10, width=width, size=15, weight="bold")
    return tag("g", box(x, y, width, height, klass) + label)
