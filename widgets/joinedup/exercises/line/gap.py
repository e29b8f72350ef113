"""The gap between two places on a line. The twin of `gap.js`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

KINDS = (
    "fit", "under-one", "under-many", "over-one", "over-many",
    "unknown-now", "unknown-needed", "unknown-both",
    "disagree-now", "disagree-needed", "disagree-both", "mixed-open",
)  # fmt: skip


def gap(config: Mapping[str, Any], answer: Mapping[str, Any]) -> dict[str, Any] | None:
    """Compare where a group is with where its problem needs it to be (IPS 2008, §1.2).

    Parameters
    ----------
    config : dict
        `stops` in order and two `questions`: now, then needed.
    answer : dict
        `{"places": {question: stop}}`; a stop may be "dont-know" or "not-agreed".

    Returns
    -------
    dict or None
        `kind`, one of KINDS; `now` and `needed`, stop ids or None; `steps`, how many stops lie between (0 if unknown);
        `path`, the ids of the stops to move to, or to step down from, in order. None until both are answered.
    """
    order = [stop["id"] for stop in config["stops"]]
    places = answer.get("places", {})
    first, second = (question["id"] for question in config["questions"])
    now, needed = places.get(first), places.get(second)
    if now is None or needed is None:
        return None
    if now in order and needed in order:
        start, end = order.index(now), order.index(needed)
        path = order[start + 1 : end + 1] if end > start else order[end + 1 : start + 1][::-1]
        steps = abs(end - start)
        way = "under" if end > start else "over"
        kind = "fit" if not steps else f"{way}-{'one' if steps == 1 else 'many'}"
        return {"kind": kind, "now": now, "needed": needed, "steps": steps, "path": path}
    known_now, known_needed = (now if now in order else None), (needed if needed in order else None)
    return {"kind": _open(now, needed, order), "now": known_now, "needed": known_needed, "steps": 0, "path": []}


def _open(now: str, needed: str, order: list[str]) -> str:
    word = {"dont-know": "unknown", "not-agreed": "disagree"}
    if now in order:
        return f"{word[needed]}-needed"
    if needed in order:
        return f"{word[now]}-now"
    return f"{word[now]}-both" if now == needed else "mixed-open"
