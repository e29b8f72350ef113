"""A group's answers to one exercise, counted. The twin of pooling.js."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from .min_group_size import in_order, suppress_small_groups

NOT_ANSWERED = ""
NONE = "none"
"""What an empty list of marks is counted as: the person looked, and saw nothing."""
CONVERSATIONS = 3

Marks = dict[str, tuple[str, ...]]
"""What one person gave: for each item answered, the choices. Where the marks are of ideas, `improvement/effort`."""


def pooled(
    wording: Mapping[str, Any], people: Sequence[Mapping[str, Any]], order: Sequence[str], floor: int
) -> dict[str, Any] | None:
    """Count what a group answered, and say where it differs most.

    Parameters
    ----------
    wording : dict
        What the exercise asks: `key`, `items` and `choices`. See `joinedup.content.exercise_table.exercise_spec`.
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
    items = [
        {
            "id": item,
            "counts": counted(every),
            "groups": {name: counted(some) for name, some in members.items()},
            "differ": None if wording["key"] == "marks" else _differ(wording, item, every, floor),
        }
        for item, counted in _counters(wording)
    ]
    if wording["key"] != "marks":
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
    known = {choice["id"] for choice in wording["choices"]}
    found = {item["id"]: _marks_on(wording["key"], part.get(item["id"]), known) for item in wording["items"]}
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


def choices_of(wording: Mapping[str, Any]) -> list[str]:
    """Return the ids of everything that can be counted as an answer to an item, in order."""
    return [choice["id"] for choice in wording["choices"]] + ([NONE] if wording["key"] == "marked" else [])


def _counters(wording: Mapping[str, Any]) -> list[tuple[str, Callable[[list[Marks]], dict[str, int]]]]:
    """Return each item with what counts it among some people."""
    if wording["key"] == "marks":
        return [(cell, lambda people, cell=cell: {"ideas": _ideas(people, cell)}) for cell in cells_of(wording)]
    choices = [*choices_of(wording), NOT_ANSWERED]
    return [(item["id"], lambda people, item=item["id"]: _counts(people, item, choices)) for item in wording["items"]]


def cells_of(wording: Mapping[str, Any]) -> list[str]:
    """Return every place where an idea can lie, such as `improvement-large/effort-little`."""
    gains, costs = (
        [choice["id"] for choice in wording["choices"] if choice["id"].startswith(axis)]
        for axis in ("improvement", "effort")
    )
    return [f"{gain}/{cost}" for gain in gains for cost in costs]


def _ideas(people: list[Marks], cell: str) -> int:
    return sum((cell,) == place for marks in people for place in marks.values())


def _counts(people: list[Marks], item: str, choices: list[str]) -> dict[str, int]:
    found = Counter(choice for marks in people for choice in marks.get(item, (NOT_ANSWERED,)))
    return {choice: found[choice] for choice in choices}


def _differ(wording: Mapping[str, Any], item: str, people: list[Marks], floor: int) -> float | None:
    given = [marks[item] for marks in people if item in marks]
    if len(given) < floor:
        return None
    if wording["key"] != "marked":
        share = _pairs_that_differ(Counter(given), len(given))
    else:
        total, choices = 0.0, choices_of(wording)
        for choice in choices:
            total += _pairs_that_differ(Counter(choice in marks for marks in given), len(given))
        share = total / len(choices)
    return math.floor(share * 10_000 + 0.5) / 10_000  # halves go up, as in a browser


def _pairs_that_differ(counts: Mapping[Any, int], people: int) -> float:
    return 1 - sum(count * (count - 1) for count in counts.values()) / (people * (people - 1))
