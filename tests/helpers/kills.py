"""What was answered before a kill, and what of it must be there afterwards."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from joinedup.workbook.flatten import flatten, unflatten


class Given:
    """The answers to one exercise in the order in which they are given, and the place of the last one called kept."""

    def __init__(self, first: dict[str, Any]):
        self.answers = [first]
        self.saved = 0

    def mark(self, way: str, mark: str) -> dict[str, Any]:
        """Return the last answer with one more mark in it, or another one."""
        return unflatten(flatten(self.answers[-1]) | {way: mark})

    def hear(self, answer: dict[str, Any]) -> None:
        """Take note that an answer was announced as kept; it must be the same as the last one or a later one."""
        self.saved = self.answers.index(answer, self.saved)

    def holds(self, found: dict[str, Any]) -> bool:
        """Tell whether what is there is what was announced last, or what was given later.

        One step may change many marks, and a kill come in the middle of it.
        """
        later = self.answers[self.saved :]
        steps = pairwise([*later, later[-1]])
        return any(_between(flatten(found), flatten(before), flatten(after)) for before, after in steps)


def _between(found: dict[str, Any], before: dict[str, Any], after: dict[str, Any]) -> bool:
    return all(found.get(way) in (before.get(way), after.get(way)) for way in {*found, *before, *after})
