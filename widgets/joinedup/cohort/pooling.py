"""A group's answers to one exercise, counted. The twin of pooling.js."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from .min_group_size import in_order, suppress_small_groups
from .shapes import Marks, OneChoice, shape_of

CONVERSATIONS = 3


def pooled(
    wording: Mapping[str, Any], people: Sequence[Mapping[str, Any]], order: Sequence[str], floor: int
) -> dict[str, Any] | None:
    """Count what a group answered, and say where it differs most.

    Parameters
    ----------
    wording : dict
        What the exercise asks: `key`, `shape`, `items` and `choices`. See
        `joinedup.content.exercise_table.exercise_spec`.
    people : list of dict
        Each person's `answer` to the exercise and `group` ("" for none).
    order : list of str
        The names of groups that are known beforehand, in order. See `split`.
    floor : int
        The smallest number of people that may be shown.

    Returns
    -------
    dict or None
        `people`, how many have answered; `groups`, those that may be shown apart, each with `id` and `people`; `items`,
        each with `id`, `counts` by choice ("" for not answered), the same for the `groups`, and `differ`: the share of
        all pairs of people who gave different answers, None for ideas; items that
        fewer than `floor` answered are left out;
        `conversations`, the ids of up to three items that people differ on most. Where people may mark several choices,
        `differ` is the mean over the choices, and `none` counts those who marked none of them. Where they mark ideas of
        their own, there is an item for each place an idea can lie at, with the number of `ideas`, and nothing to differ
        on. None if fewer than `floor` people have answered anything, or any item.
    """
    found = [(marks, person["group"]) for person in people if (marks := marks_of(wording, person["answer"]))]
    if len(found) < floor:
        return None
    every = [marks for marks, _ in found]
    apart = suppress_small_groups([group for _, group in found], order, floor)
    members = {
        name: [marks for marks, group in zip(every, apart, strict=True) if group == name]
        for name in in_order(list(dict.fromkeys(apart)), order)
    }
    shape = shape_of(wording)
    items = [
        {
            "id": item,
            "counts": counted(every),
            "groups": {name: counted(some) for name, some in members.items()},
            "differ": _differ(shape, wording, item, every, floor) if shape.comparable else None,
        }
        for item, counted in shape.counters(wording)
    ]
    if shape.comparable:
        items = [item for item in items if item["differ"] is not None]
    if not items:
        return None
    disputed = sorted((item for item in items if item["differ"]), key=lambda item: -item["differ"])
    return {
        "people": len(every),
        "groups": [{"id": name, "people": len(some)} for name, some in members.items()],
        "items": items,
        "conversations": [item["id"] for item in disputed[:CONVERSATIONS]],
    }


def marks_of(wording: Mapping[str, Any], answer: Mapping[str, Any]) -> Marks:
    """Return what of an answer the exercise knows; the rest, such as what an earlier edition asked, is left out."""
    part = answer.get(wording["key"])
    if not isinstance(part, Mapping):
        return {}
    shape = shape_of(wording)
    found = {item["id"]: shape.marks(wording, part.get(item["id"])) for item in wording["items"]}
    return {item: marks for item, marks in found.items() if marks}


def _differ(shape: OneChoice, wording: Mapping[str, Any], item: str, people: list[Marks], floor: int) -> float | None:
    given = [marks[item] for marks in people if item in marks]
    if len(given) < floor:
        return None
    return math.floor(shape.disagreement(wording, given) * 10_000 + 0.5) / 10_000  # halves go up, as in a browser
