"""The shapes an answer can have, and how a group's answers of each shape are counted. The twin of shapes.js.

A kind of exercise says in its `answer_spec` which `shape` its answers have. Everything about a group goes by that, so a
new kind of a known shape needs nothing here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product
from typing import Any

NOT_ANSWERED = ""
NONE = "none"
"""What an empty list of marks is counted as: the person looked, and saw nothing."""
ALL = "ideas"
"""The one line of an exercise in which people weigh items of their own: its choices are the places of an item."""

Spec = Mapping[str, Any]
Marks = dict[str, tuple[str, ...]]
"""What one person gave: for each item answered, the choices. Where each item is placed on axes, `choice/choice`."""
People = dict[str, list[int]]
"""For each choice, the number of the person behind each answer; a person may stand there several times."""


class OneChoice:
    """Each item is answered with one choice: `{item: choice}`."""

    comparable = True
    """Whether everybody answers the same items, so that people can differ on one."""
    several = False
    """Whether a person may give several answers to an item, so that the numbers of a line don't add up."""

    def marks(self, spec: Spec, given: Any) -> tuple[str, ...]:
        """Return what was given on one item, as far as the exercise knows it; empty where there is nothing."""
        return (given,) if isinstance(given, str) and given in _known(spec) else ()

    def choices(self, spec: Spec) -> list[str]:
        """Return the ids of everything that can be counted as an answer to an item, in order."""
        return [choice["id"] for choice in spec["choices"]]

    def lines(self, spec: Spec) -> list[str]:
        """Return the id of each line of a picture."""
        return [item["id"] for item in spec["items"]]

    def answered(self, marks: Marks, line: str) -> bool:
        """Tell whether somebody answered a line."""
        return line in marks

    def cells(self, spec: Spec, line: str, every: Sequence[Marks]) -> People:
        """Return for each choice of a line the place in the list of each person who gave it."""
        choices = [*self.choices(spec), NOT_ANSWERED]
        return _cells(choices, [marks.get(line, (NOT_ANSWERED,)) for marks in every])

    def units(self, spec: Spec, raw: Mapping[str, Any]) -> list[list[int]]:
        """Return for each thing that people judged how many gave each answer, as Krippendorff's alpha takes it.

        `raw` is what `pooling.raw_counts` gives: here no number may be hidden.
        """
        return [[item["counts"][choice] for choice in self.choices(spec)] for item in raw["items"]]

    def shown(self, marks: Marks) -> tuple[Any, ...]:
        """Return all that a picture shows of one person."""
        return tuple((item, tuple(sorted(chosen))) for item, chosen in marks.items())


class SeveralChoices(OneChoice):
    """Each item is answered with any number of choices: `{item: [choice]}`. An empty list is an answer too."""

    several = True

    def marks(self, spec: Spec, given: Any) -> tuple[str, ...]:
        """Return the choices that the exercise knows, each once; NONE for an empty list."""
        if not isinstance(given, list):
            return ()
        known = _known(spec)
        return tuple(dict.fromkeys(one for one in given if one in known)) if given else (NONE,)

    def choices(self, spec: Spec) -> list[str]:
        """Return the ids of the choices, NONE last."""
        return [*super().choices(spec), NONE]

    def units(self, spec: Spec, raw: Mapping[str, Any]) -> list[list[int]]:
        """Return for each item and choice how many marked it and how many didn't."""
        return [
            [counts[choice["id"]], raw["people"] - counts[NOT_ANSWERED] - counts[choice["id"]]]
            for counts in (item["counts"] for item in raw["items"])
            for choice in spec["choices"]
        ]


class OnAxes(OneChoice):
    """Each item is placed by a choice on each of some axes: `{item: {axis: choice}}`.

    The items are each person's own, such as ideas. What can be counted is where they lie: one line for all places.
    """

    comparable = False

    def marks(self, spec: Spec, given: Any) -> tuple[str, ...]:
        """Return the place of one item, such as `improvement-large/effort-little`."""
        if not isinstance(given, Mapping):
            return ()
        place = [given.get(axis["id"]) for axis in spec["axes"]]
        return ("/".join(place),) if _known(spec).issuperset(place) else ()

    def choices(self, spec: Spec) -> list[str]:
        """Return every place where an item can lie."""
        return ["/".join(place) for place in product(*(axis["choices"] for axis in spec["axes"]))]

    def lines(self, spec: Spec) -> list[str]:
        """Return ALL."""
        return [ALL]

    def answered(self, marks: Marks, line: str) -> bool:
        """Tell whether somebody placed an item at all."""
        return bool(marks)

    def cells(self, spec: Spec, line: str, every: Sequence[Marks]) -> People:
        """Return for each place the person behind each item that lies there."""
        return _cells(self.choices(spec), [[mark for (mark,) in marks.values()] for marks in every])

    def units(self, spec: Spec, raw: Mapping[str, Any]) -> list[list[int]]:
        """Return nothing: nobody judges what another did."""
        return []

    def shown(self, marks: Marks) -> tuple[Any, ...]:
        """Return where the items lie, and not which one is which."""
        return tuple(sorted(marks.values()))


SHAPES: dict[str, OneChoice] = {"one": OneChoice(), "several": SeveralChoices(), "axes": OnAxes()}


def shape_of(spec: Spec) -> OneChoice:
    """Return how the answers to an exercise are counted."""
    return SHAPES[spec["shape"]]


def marks_of(spec: Spec, answer: Mapping[str, Any]) -> Marks:
    """Return what of an answer the exercise knows; the rest, such as what an earlier edition asked, is left out."""
    part = answer.get(spec["key"])
    if not isinstance(part, Mapping):
        return {}
    shape = shape_of(spec)
    found = {item["id"]: shape.marks(spec, part.get(item["id"])) for item in spec["items"]}
    return {item: marks for item, marks in found.items() if marks}


def _known(spec: Spec) -> set[str]:
    return {choice["id"] for choice in spec["choices"]}


def _cells(choices: Sequence[str], given: Sequence[Sequence[str]]) -> People:
    found: People = {choice: [] for choice in choices}
    for person, marks in enumerate(given):
        for mark in marks:
            found[mark].append(person)
    return found
