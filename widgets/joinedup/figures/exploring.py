"""What a page needs to let a reader explore a chart: the chart itself, with its rows to point at and to mark."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

FAINT = 0.25
"""How opaque the marks are that a reader has not chosen, while there is one that is chosen."""


def explorable(spec: dict[str, Any], config: dict[str, Any]) -> dict[str, Any]:
    """Return a chart a reader can explore.

    Pointing at a mark shows its row. In a chart of one kind of mark, choosing one marks all that belong to the same
    category, in every row of small charts, and fades the others.

    Parameters
    ----------
    spec : dict
        The chart in Vega-Lite, as it is drawn in the picture.
    config : dict
        The look it is drawn with.
    """
    chart = copy.deepcopy(spec) | {"config": config}
    chart.pop("$schema", None)  # an address elsewhere, which a page has no need to name
    for unit in _units(chart):
        mark = unit["mark"] if isinstance(unit["mark"], dict) else {"type": unit["mark"]}
        unit["mark"] = {**mark, "tooltip": {"content": "data"}}
        if mark["type"] != "text":  # what it would print is for another layer, and Vega complains of it
            unit.get("encoding", {}).pop("text", None)
    category = _category(chart)
    if category:
        chart["params"] = [
            *chart.get("params", ()),
            {"name": "chosen", "select": {"type": "point", "fields": [category]}},
        ]
        chosen = {"condition": {"param": "chosen", "value": 1}, "value": FAINT}
        chart["encoding"] = {**chart["encoding"], "opacity": chosen}
    return chart


def _units(part: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Return the parts of a chart that draw marks."""
    if "mark" in part:
        yield part
    for below in (*part.get("layer", ()), *([part["spec"]] if "spec" in part else ())):
        yield from _units(below)


def _category(chart: dict[str, Any]) -> str | None:
    """Return the column that names the marks of a chart of one kind of mark, if there is one."""
    if "mark" not in chart or "opacity" in chart["encoding"]:
        return None
    for channel in ("y", "x"):
        place = chart["encoding"].get(channel, {})
        if place.get("type") in ("nominal", "ordinal") and "field" in place:
            return place["field"]
    return None
