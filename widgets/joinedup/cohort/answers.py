"""The answers of a group, and what has been shown of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from ..content.exercise_table import exercise_spec
from ..content.tables import rows
from ..errors import suggest
from ..exercises.registry import KINDS
from ..workbook import Workbook
from .min_group_size import same_split, suppress_small_groups
from .names import named_alike
from .pooling import pooled, raw_counts
from .refusing import CohortError
from .shapes import marks_of, shape_of

WAYS = ("role", "team")
"""What people can be shown apart by."""

ExerciseSpec = dict[str, Any]


def asked_in(exercise: str) -> ExerciseSpec:
    """Return what an exercise asks, in words: see `joinedup.content.exercise_table.exercise_spec`."""
    return exercise_spec(exercise, KINDS)


def told(asked: ExerciseSpec) -> str:
    """Return what an exercise is called in a message."""
    return f"{asked['number']} {asked['title']}"


class Answers:
    """The workbooks of a group, kept where nobody looks at one by itself.

    Parameters
    ----------
    workbooks : sequence of dict
        The workbooks, one for each person.
    min_group_size : int
        The smallest number of people of whom anything is shown. See the rule in `small_cells`.
    teams : dict of str to str
        What a team is called, by how somebody typed it. See `names.named_alike`.
    """

    def __init__(self, workbooks: Sequence[Workbook], min_group_size: int, teams: Mapping[str, str] | None = None):
        self._workbooks = list(workbooks)
        self.min_group_size = min_group_size
        self._teams = dict(teams or {})
        self._shown: dict[str, tuple[str, list[str]]] = {}

    def __len__(self) -> int:
        return len(self._workbooks)

    def many(self, asked: ExerciseSpec) -> int:
        """Count the people who have answered something that can be counted."""
        return len(self._given(asked))

    def seen(self, asked: ExerciseSpec) -> Counter[Any]:
        """Count the people by all that a picture shows of what they answered."""
        found = (marks_of(asked, answer) for answer, _ in self._given(asked))
        return Counter(shape_of(asked).shown(marks) for marks in found)

    def shared_notes(self, asked: ExerciseSpec) -> list[Mapping[str, Any]]:
        """Return the notes of each person who agreed that the group sees them."""
        name = asked["exercise"]
        willing = [one for one in self._workbooks if one.get("notes_for_group") and name in one["answers"]]
        notes = [one["answers"][name]["answer"].get("notes") for one in willing]
        return [one for one in notes if isinstance(one, Mapping)]

    def pooled(self, exercise: str, by: str | None = None) -> tuple[ExerciseSpec, dict[str, Any]]:
        """Return what an exercise asks, and the answers to it, counted.

        Parameters
        ----------
        exercise : str
            The exercise's id.
        by : str, optional
            What to show people apart by, one of WAYS.

        Raises
        ------
        CohortError
            If it cannot be shown. See `Group.counts`.
        """
        asked = asked_in(exercise)
        if not asked["items"]:
            raise CohortError(
                f"Exercise {told(asked)} asks for texts, so there is nothing to count. "
                f"Expected one with choices. What people agreed to share of their texts: .notes({exercise!r})."
            )
        given = self._given(asked)
        if len(given) < self.min_group_size:
            raise CohortError(
                f"Fewer than {self.min_group_size} people have answered exercise {told(asked)}. "
                f"Expected at least {self.min_group_size}: in a smaller group, everybody can guess who said what."
            )
        order = _order(by)
        groups = [""] * len(given) if by is None else self._apart(asked, [who[by] for _, who in given], by, order)
        people = [{"answer": answer, "group": group} for (answer, _), group in zip(given, groups, strict=True)]
        found = pooled(asked, people, order, self.min_group_size)
        if found is None:
            raise CohortError(
                f"No line of exercise {told(asked)} was answered by {self.min_group_size} people. "
                f"Expected at least {self.min_group_size}: in a smaller group, everybody can guess who said what."
            )
        return asked, found

    def raw_counts(self, asked: ExerciseSpec) -> dict[str, Any]:
        """Return the numbers before any is hidden, of the lines that are shown: never to be shown themselves."""
        people = [{"answer": answer, "group": ""} for answer, _ in self._given(asked)]
        return raw_counts(asked, people, self.min_group_size)

    def disputed(self, exercise: str, by: str | None = None) -> tuple[ExerciseSpec, dict[str, Any]]:
        """Return the same of an exercise whose items are there for everybody.

        Raises
        ------
        CohortError
            As for `pooled`; and where people weigh ideas of their own.
        """
        asked, found = self.pooled(exercise, by)
        if not shape_of(asked).comparable:
            raise CohortError(
                f"In exercise {told(asked)} people weigh ideas of their own, on which nobody else can differ. "
                f"Expected .counts({exercise!r}), which says where the ideas lie."
            )
        return asked, found

    def _given(self, asked: ExerciseSpec) -> list[tuple[dict[str, Any], dict[str, str]]]:
        """Return the answers in which there is something to count, each with who gave it."""
        name = asked["exercise"]
        there = [one for one in self._workbooks if name in one["answers"]]
        found = [(one["answers"][name]["answer"], one["who"]) for one in there]
        return [(answer, who) for answer, who in found if marks_of(asked, answer)]

    def _apart(self, asked: ExerciseSpec, names: list[str], by: str, order: list[str]) -> list[str]:
        """Return the group that each person is shown in, unless these people were shown apart otherwise before."""
        named = named_alike(names, order, self._teams if by == "team" else {})
        groups = suppress_small_groups(named, order, self.min_group_size)
        if not groups:
            raise CohortError(
                f"Exercise {told(asked)} cannot be shown by {by}: there aren't two groups of at least "
                f"{self.min_group_size} people. Expected it without by."
            )
        other, before = self._shown.setdefault(asked["exercise"], (by, groups))
        if other != by and not same_split(groups, before):
            raise CohortError(
                f"Exercise {told(asked)} was shown by {other}. Expected no picture by {by} beside it: together they "
                f"would show what fewer than {self.min_group_size} people answered."
            )
        return named


def _order(by: str | None) -> list[str]:
    if by not in (None, *WAYS):
        raise CohortError(f"There is no way to show people apart by {by!r}.{suggest(str(by), WAYS)}")
    if by != "role":
        return []
    return [row["role"] for row in rows("participant_roles", ["role"], label="roles", unique=None)]
