"""Ideas placed by what they would improve and what they ask of citizens. The twin of `priorities.js`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

PLACES = ("first", "careful", "easy", "again", "middle")
KEYS = ("intro", *PLACES)
IMPROVEMENT = ("improvement-small", "improvement-some", "improvement-large")
EFFORT = ("effort-little", "effort-some", "effort-much")


def priorities(config: Mapping[str, Any], answer: Mapping[str, Any]) -> dict[str, Any] | None:
    """Place each idea that has both marks (ANZSOG seminar 2017, the Co-production Priority Matrix).

    Parameters
    ----------
    config : dict
        `prompts`, one for each idea, with `id`.
    answer : dict
        `{"notes": {idea: text}, "marks": {idea: {"improvement": word, "effort": word}}}`.

    Returns
    -------
    dict or None
        For each of PLACES the ids of the ideas there, in their order. None until an idea has both marks.
    """
    marks = answer.get("marks", {})
    found: dict[str, list[str]] = {place: [] for place in PLACES}
    for idea in (prompt["id"] for prompt in config["prompts"]):
        both = marks.get(idea, {})
        if "improvement" in both and "effort" in both:
            found[_place(both["improvement"], both["effort"])].append(idea)
    return found if any(found.values()) else None


def _place(improvement: str, effort: str) -> str:
    gain, cost = IMPROVEMENT.index(improvement), EFFORT.index(effort)
    if cost == 0:
        return "first" if gain else "easy"
    if cost == 2 and gain != 1:
        return "careful" if gain else "again"
    return "middle"
