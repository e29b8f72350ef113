"""The numbers of one item as they may be shown, whole and by group. The twin of shown_numbers.js."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from .min_group_size import in_order, suppress_small_groups
from .shapes import NOT_ANSWERED, Marks, shape_of
from .small_cells import Cells, left_out, smallest_number, together, together_by_group


def shown_item(
    spec: Mapping[str, Any],
    item: str,
    every: Sequence[Marks],
    named: Sequence[str],
    order: Sequence[str],
    min_group_size: int,
) -> dict[str, Any]:
    """Return one item as `pooling.pooled` gives it.

    Parameters
    ----------
    spec, order, min_group_size
        See `pooling.pooled`.
    item : str
        The item's id.
    every : sequence of dict
        The marks of each person who has answered the exercise.
    named : sequence of str
        The group that each of these people gave.
    """
    least = smallest_number(min_group_size)
    shape = shape_of(spec)
    whole = shape.cells(spec, item, every)
    answered = [n for n, marks in enumerate(every) if shape.answered(marks, item)]
    apart = suppress_small_groups(named, order, min_group_size, set(answered))
    places = {
        name: [n for n, one in enumerate(apart) if one == name] for name in in_order(list(dict.fromkeys(apart)), order)
    }
    groups = {
        name: {choice: [n for n in who if n in members] for choice, who in whole.items()}
        for name, members in ((name, set(some)) for name, some in places.items())
    }
    if shape.several:
        hidden, by_group = _several(whole, groups, set(answered), least)
    else:
        hidden = together(whole, [], least)
        by_group = together_by_group(groups, hidden, least) if groups else {}
    return {
        "id": item,
        **_numbers(whole, hidden, shape.several),
        "groups": {
            name: {"people": len(places[name]), **_numbers(cells, by_group[name], shape.several)}
            for name, cells in groups.items()
        },
        "disagreement": _disagreement(spec, whole, hidden, len(answered)) if shape.comparable else None,
    }


def _several(
    whole: Cells, groups: Mapping[str, Cells], answered: set[int], least: int
) -> tuple[list[str], dict[str, list[str]]]:
    """Return what is left out of the whole and of each group, where people may mark several choices."""
    hidden = _left_out([(whole, answered)], [], least)
    members = [(cells, {n for who in cells.values() for n in who} & answered) for cells in groups.values()]
    in_groups = _left_out(members, hidden, least)
    return hidden, dict.fromkeys(groups, in_groups)


def _left_out(groups: Sequence[tuple[Cells, set[int]]], before: Sequence[str], least: int) -> list[str]:
    """Add to the choices that are left out those who did not answer, where these are one or two."""
    choices = [({c: who for c, who in cells.items() if c != NOT_ANSWERED}, len(some)) for cells, some in groups]
    found = left_out(choices, [one for one in before if one != NOT_ANSWERED], least)
    few = any(0 < len(cells[NOT_ANSWERED]) < least for cells, _ in groups)
    return [*found, NOT_ANSWERED] if few or NOT_ANSWERED in before else found


def _numbers(cells: Cells, hidden: Sequence[str], several: bool) -> dict[str, Any]:
    return {
        "counts": {choice: None if choice in hidden else len(who) for choice, who in cells.items()},
        "together": 0 if several else sum(len(cells[choice]) for choice in hidden),
    }


def _disagreement(spec: Mapping[str, Any], cells: Cells, hidden: Sequence[str], answered: int) -> float:
    """Return the share of pairs who differ; where numbers are hidden, the least that is possible with those shown."""
    shown = {choice: len(who) for choice, who in cells.items() if choice not in hidden and choice != NOT_ANSWERED}
    shape = shape_of(spec)
    if shape.several:
        known = answered if NOT_ANSWERED not in hidden else 0
        shares = [_pairs([count, known - count]) if known else 0.0 for count in shown.values()]
        share = sum(shares) / len(shape.choices(spec))
    else:
        rest = sum(len(cells[choice]) for choice in hidden)
        share = min(_pairs([*shown.values(), *some]) for some in _least_apart(rest, NOT_ANSWERED in hidden))
    return math.floor(share * 10_000 + 0.5) / 10_000  # halves go up, as in a browser


def _least_apart(rest: int, may_be_unanswered: bool) -> list[list[int]]:
    """Return how those who are counted together may lie, at the least: all but one alike, or not answering at all."""
    if rest == 0:
        return [[]]
    return [[rest], [rest - 1], []] if may_be_unanswered else [[rest - 1, 1]]


def _pairs(counts: Sequence[int]) -> float:
    people = sum(counts)
    return 1 - sum(count * (count - 1) for count in counts) / (people * (people - 1)) if people > 1 else 0.0
