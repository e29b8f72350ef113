"""A group's answers to one exercise, counted. The twin of pooling.js."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from ..content.limits import COHORT
from .min_group_size import in_order, suppress_small_groups
from .shapes import Marks, marks_of, shape_of
from .shown_numbers import shown_item

CONVERSATIONS = COHORT["conversations"]


def pooled(
    spec: Mapping[str, Any], people: Sequence[Mapping[str, Any]], order: Sequence[str], min_group_size: int
) -> dict[str, Any] | None:
    """Count what a group answered as it may be shown, and say where it differs most.

    What may be shown is the rule in `small_cells`.

    Parameters
    ----------
    spec : dict
        What the exercise asks: `key`, `shape`, `items` and `choices`. See
        `joinedup.content.exercise_table.exercise_spec`.
    people : list of dict
        Each person's `answer` to the exercise and `group` ("" for none).
    order : list of str
        The names of groups that are known beforehand, in order. See `suppress_small_groups`.
    min_group_size : int
        The smallest number of people of whom anything is shown.

    Returns
    -------
    dict or None
        `people`, how many have answered; `groups`, those that may be shown apart, each with `id` and `people`; `items`,
        each with `id`, `counts` by choice ("" for not answered), `together`, how many answers are counted together
        since they can't be shown by themselves, `groups` with the `people`, `counts` and `together` of each, and
        `disagreement`: the share of all pairs of people who gave different answers, or the least it can be where
        numbers are hidden; None for ideas. A hidden number is None. Where people may mark several choices,
        `disagreement` is the mean over the choices, and `none` counts those who marked none of them. Where they mark
        ideas of their own, there is one item for all places, with a count of ideas for each. `conversations` has the
        ids of up to three items that people differ on most. None if fewer than the minimum have answered anything, or
        any item.
    """
    found = [(marks, person["group"]) for person in people if (marks := marks_of(spec, person["answer"]))]
    if len(found) < min_group_size:
        return None
    every = [marks for marks, _ in found]
    named = [group for _, group in found]
    lines = lines_of(spec, every, min_group_size)
    items = [shown_item(spec, line, every, named, order, min_group_size) for line in lines]
    if not items:
        return None
    disputed = sorted((item for item in items if item["disagreement"]), key=lambda item: -item["disagreement"])
    apart = Counter(suppress_small_groups(named, order, min_group_size))
    return {
        "people": len(every),
        "groups": [{"id": name, "people": apart[name]} for name in in_order(list(apart), order)],
        "items": items,
        "conversations": [item["id"] for item in disputed[:CONVERSATIONS]],
    }


def lines_of(spec: Mapping[str, Any], every: Sequence[Marks], min_group_size: int) -> list[str]:
    """Return the lines that enough people answered."""
    shape = shape_of(spec)
    return [one for one in shape.lines(spec) if sum(shape.answered(marks, one) for marks in every) >= min_group_size]


def raw_counts(spec: Mapping[str, Any], people: Sequence[Mapping[str, Any]], min_group_size: int) -> dict[str, Any]:
    """Return the numbers before any is hidden, of the lines that are shown: for `agreement`, and never to be shown."""
    every = [marks for person in people if (marks := marks_of(spec, person["answer"]))]
    shape = shape_of(spec)
    found = [
        {"id": line, "counts": {one: len(who) for one, who in shape.cells(spec, line, every).items()}}
        for line in lines_of(spec, every, min_group_size)
    ]
    return {"people": len(every), "items": found}
