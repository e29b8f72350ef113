"""The shapes an answer can have, and how a group's answers of each shape are counted. The twin of shapes.js.

A kind of exercise says in its `answer_spec` which `shape` its answers have. Everything about a group goes by that, so a
new kind of a known shape needs nothing here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import product
from typing import Any

NOT_ANSWERED = ""
NONE = "none"
"""What an empty list of marks is counted as: the person looked, and saw nothing."""

Spec = Mapping[str, Any]
Marks = dict[str, tuple[str, ...]]
"""What one person gave: for each item answered, the choices. Where each item is placed on axes, `choice/choice`."""
Counter_ = Callable[[list[Marks]], dict[str, int]]


class OneChoice:
    """Each item is answered with one choice: `{item: choice}`."""

    comparable = True
    """Whether everybody answers the same items, so that people can differ on one."""

    def marks(self, spec: Spec, given: Any) -> tuple[str, ...]:
        """Return what was given on one item, as far as the exercise knows it; empty where there is nothing."""
        return (given,) if isinstance(given, str) and given in _known(spec) else ()

    def choices(self, spec: Spec) -> list[str]:
        """Return the ids of everything that can be counted as an answer to an item, in order."""
        return [choice["id"] for choice in spec["choices"]]

    def counters(self, spec: Spec) -> list[tuple[str, Counter_]]:
        """Return the id of each row of a picture, with what counts it among some people."""
        columns = [*self.choices(spec), NOT_ANSWERED]
        return [(item["id"], lambda people, id=item["id"]: _counts(people, id, columns)) for item in spec["items"]]

    def disagreement(self, spec: Spec, given: Sequence[tuple[str, ...]]) -> float:
        """Return the share of all pairs of people who gave different answers to an item, from 0 to 1."""
        return _pairs_that_differ(given)

    def units(self, spec: Spec, pooled: Mapping[str, Any]) -> list[list[int]]:
        """Return for each thing that people judged how many gave each answer, as Krippendorff's alpha takes it."""
        return [[item["counts"][choice] for choice in self.choices(spec)] for item in pooled["items"]]

    def shown(self, marks: Marks) -> tuple[Any, ...]:
        """Return all that a picture shows of one person."""
        return tuple((item, tuple(sorted(chosen))) for item, chosen in marks.items())


class SeveralChoices(OneChoice):
    """Each item is answered with any number of choices: `{item: [choice]}`. An empty list is an answer too."""

    def marks(self, spec: Spec, given: Any) -> tuple[str, ...]:
        """Return the choices that the exercise knows, each once; NONE for an empty list."""
        if not isinstance(given, list):
            return ()
        return tuple(dict.fromkeys(one for one in given if one in _known(spec))) if given else (NONE,)

    def choices(self, spec: Spec) -> list[str]:
        """Return the ids of the choices, NONE last."""
        return [*super().choices(spec), NONE]

    def disagreement(self, spec: Spec, given: Sequence[tuple[str, ...]]) -> float:
        """Return the mean over the choices: whether each was marked or not is a question of its own."""
        choices = self.choices(spec)
        total = 0.0
        for choice in choices:
            total += _pairs_that_differ([choice in marks for marks in given])
        return total / len(choices)

    def units(self, spec: Spec, pooled: Mapping[str, Any]) -> list[list[int]]:
        """Return for each item and choice how many marked it and how many didn't."""
        return [
            [counts[choice["id"]], pooled["people"] - counts[NOT_ANSWERED] - counts[choice["id"]]]
            for counts in (item["counts"] for item in pooled["items"])
            for choice in spec["choices"]
        ]


class OnAxes(OneChoice):
    """Each item is placed by a choice on each of some axes: `{item: {axis: choice}}`.

    The items are each person's own, such as ideas. What can be counted is where they lie.
    """

    comparable = False

    def marks(self, spec: Spec, given: Any) -> tuple[str, ...]:
        """Return the place of one item, such as `improvement-large/effort-little`."""
        if not isinstance(given, Mapping):
            return ()
        place = [given.get(axis["id"]) for axis in spec["axes"]]
        return ("/".join(place),) if _known(spec).issuperset(place) else ()

    def counters(self, spec: Spec) -> list[tuple[str, Counter_]]:
        """Return every place, with what counts the items that lie there."""
        places = ["/".join(place) for place in product(*(axis["choices"] for axis in spec["axes"]))]
        return [(place, lambda people, place=place: {"ideas": _lying(people, place)}) for place in places]

    def units(self, spec: Spec, pooled: Mapping[str, Any]) -> list[list[int]]:
        """Return nothing: nobody judges what another did."""
        return []

    def shown(self, marks: Marks) -> tuple[Any, ...]:
        """Return where the items lie, and not which one is which."""
        return tuple(sorted(marks.values()))


SHAPES: dict[str, OneChoice] = {"one": OneChoice(), "several": SeveralChoices(), "axes": OnAxes()}


def shape_of(spec: Spec) -> OneChoice:
    """Return how the answers to an exercise are counted."""
    return SHAPES[spec["shape"]]


def _known(spec: Spec) -> set[str]:
    return {choice["id"] for choice in spec["choices"]}


def _counts(people: list[Marks], item: str, columns: list[str]) -> dict[str, int]:
    found = Counter(choice for marks in people for choice in marks.get(item, (NOT_ANSWERED,)))
    return {column: found[column] for column in columns}


def _lying(people: list[Marks], place: str) -> int:
    return sum((place,) == one for marks in people for one in marks.values())


def _pairs_that_differ(given: Sequence[Any]) -> float:
    counts, people = Counter(given), len(given)
    return 1 - sum(count * (count - 1) for count in counts.values()) / (people * (people - 1))
