"""What somebody answered, in the words of the exercise. The twin of marks.js."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

NOT_ANSWERED = ""
NONE = "none"
"""What an empty list of marks is counted as: the person looked, and saw nothing."""
Marks = dict[str, tuple[str, ...]]
"""What one person gave: for each item answered, the choices. Where the marks are of ideas, `improvement/effort`."""


def marks_of(spec: Mapping[str, Any], answer: Mapping[str, Any]) -> Marks:
    """Return what of an answer the exercise knows; the rest, such as what an earlier edition asked, is left out."""
    part = answer.get(spec["key"])
    if not isinstance(part, Mapping):
        return {}
    known = {choice["id"] for choice in spec["choices"]}
    found = {item["id"]: _marks_on(spec["key"], part.get(item["id"]), known) for item in spec["items"]}
    return {item: marks for item, marks in found.items() if marks}


def _marks_on(key: str, given: Any, known: set[str]) -> tuple[str, ...]:
    if key == "marked":
        if not isinstance(given, list):
            return ()
        return tuple(dict.fromkeys(one for one in given if one in known)) if given else (NONE,)
    if key == "marks":
        both = (given.get("improvement"), given.get("effort")) if isinstance(given, Mapping) else ()
        return ("/".join(both),) if both and known.issuperset(both) else ()
    return (given,) if isinstance(given, str) and given in known else ()


def choices_of(spec: Mapping[str, Any]) -> list[str]:
    """Return the ids of everything that can be counted as an answer to an item, in order."""
    return [choice["id"] for choice in spec["choices"]] + ([NONE] if spec["key"] == "marked" else [])


def places_of(spec: Mapping[str, Any]) -> list[str]:
    """Return every place where an idea can lie, such as `improvement-large/effort-little`."""
    gains, costs = (
        [choice["id"] for choice in spec["choices"] if choice["id"].startswith(axis)]
        for axis in ("improvement", "effort")
    )
    return [f"{gain}/{cost}" for gain in gains for cost in costs]
