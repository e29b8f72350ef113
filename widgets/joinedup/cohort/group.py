"""A group: the answers of several people, counted together, in pictures that never describe a few of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from ..content.exercise_table import exercise_rows
from ..content.limits import COHORT
from ..workbook import Workbook
from . import agreement, counting
from . import sentences as saying
from .answers import Answers, asked_in, told
from .refusing import CohortError


class Group:
    """The answers of several people, counted together. `joinedup.cohort.load` makes one.

    What it shows follows the rule in `joinedup.cohort.small_cells`, which also says what the rule can't keep.

    Attributes
    ----------
    refused, left_out : DataFrame
        The files that could not be read, and everything else that doesn't count, such as a file that is the same as
        another one, older, or no workbook file: `file` and `reason`.
    alike : DataFrame
        The workbooks with the same name and team: `files` and whether they were `counted_as` one person or several.
    """

    def __init__(
        self,
        workbooks: Sequence[Workbook],
        min_group_size: int,
        *,
        refused: pd.DataFrame,
        left_out: pd.DataFrame,
        alike: pd.DataFrame,
        teams: Mapping[str, str],
    ):
        self.refused = refused
        self.left_out = left_out
        self.alike = alike
        self._answers = Answers(workbooks, min_group_size, teams)

    @property
    def min_group_size(self) -> int:
        """The smallest number of people of whom anything is shown."""
        return self._answers.min_group_size

    @property
    def floor(self) -> int:
        """The name of `min_group_size` in the first edition."""
        return self.min_group_size

    def __len__(self) -> int:
        return len(self._answers)

    def __repr__(self) -> str:
        return f"Group: {len(self)} workbooks, {len(self.refused)} refused, {len(self.left_out)} left out"

    def exercises(self) -> pd.DataFrame:
        """List the exercises of which there can be a picture.

        Returns
        -------
        DataFrame
            Columns `exercise` (the id), `number`, `title` and `people`, how many have answered: those with at least
            `min_group_size`, in the order of the book.
        """
        asked = [asked_in(exercise) for exercise in exercise_rows()]
        found = [(one["exercise"], one["number"], one["title"], self._answers.many(one)) for one in asked]
        table = pd.DataFrame(found, columns=["exercise", "number", "title", "people"])
        return table[table["people"] >= self.min_group_size].reset_index(drop=True)

    def counts(self, exercise: str, by: str | None = None) -> pd.DataFrame:
        """Count the answers to an exercise, for a chart or a table.

        Parameters
        ----------
        exercise : str
            The exercise's id, a row of `data/exercises.csv`.
        by : str, optional
            Count apart by "role" or by "team". Who gave none, and groups of which fewer than the minimum answered a
            line, are among the others there; if these are too few, the smallest group joins them.

        Returns
        -------
        DataFrame
            A row for each `item` and `choice`, with how many `people` gave it, and a column `group` if asked for. The
            choices are ordered as in the exercise, "Not answered" last. A choice that can't be shown by itself has no
            row: it is counted in "Answers counted together". Where people may mark several choices of an
            item, each counts in several, and a choice that can't be shown is left out. Ideas that people weigh are
            their own, so there the columns are `improvement`, `effort` and how many `ideas` lie there.

        Raises
        ------
        CohortError
            If fewer people than the minimum have answered, nobody can be shown apart, or there is nothing to count.

        Examples
        --------
        >>> group.counts("ch01-continuum", by="role")
        """
        return counting.counts(*self._answers.pooled(exercise, by), apart=by is not None)

    def differences(self, exercise: str) -> pd.DataFrame:
        """Return the items of an exercise by how much people differ on them, the most disputed first.

        Parameters
        ----------
        exercise : str
            The exercise's id.

        Returns
        -------
        DataFrame
            Columns `item` and `differ`: of all pairs of people who answered the item, the share who gave different
            answers, from 0 to 1; the least that it can be, where numbers are hidden. Items that fewer people than the
            minimum answered are left out.

        Raises
        ------
        CohortError
            As for `counts`; and where people weigh ideas of their own, on which nobody else can differ.
        """
        return counting.differences(*self._answers.disputed(exercise))

    def conversations(self, exercise: str, by: str | None = None) -> saying.Told:
        """Put the three largest disagreements as open questions, in words.

        Parameters
        ----------
        exercise : str
            The exercise's id.
        by : str, optional
            Say too what each group answered most often, by "role" or by "team", where that differs.

        Raises
        ------
        CohortError
            As for `differences`.
        """
        return saying.conversations(*self._answers.disputed(exercise, by))

    def agreement(self, exercise: str) -> float | None:
        """Return Krippendorff's alpha: how far people agree, beyond what chance alone would bring.

        Every person is a coder and every item a unit; any two different answers differ alike (the nominal level), and
        "don't know" is an answer. The items that somebody left open count with the answers there are. Where people may
        mark several choices of an item, each choice of each item is a unit, marked or not.

        What it means: 1 if all give the same answer to each item; about 0 if the answers lie as if everybody had drawn
        theirs from one heap; below 0 if people differ more than that. What it does not mean: that the group is good or
        right, or that those who differ read carelessly. In research it is asked of coders who follow one rule; here
        people look from different places, and a low value says that there is something to talk about. It is low, too,
        where nearly all give the same answer to everything, since chance alone would bring that. With few people or
        few items it jumps; compare it with nothing.

        Parameters
        ----------
        exercise : str
            The exercise's id.

        Returns
        -------
        float or None
            None where it cannot be computed: if only one answer was ever given, or people weigh ideas of their own.

        Raises
        ------
        CohortError
            As for `counts`; and where numbers are hidden in an exercise of fewer than ten lines, since this one number
            is made of all answers and would help to work them out.
        """
        asked, found = self._answers.pooled(exercise)
        hidden = asked["key"] != "marks" and any(None in item["counts"].values() for item in found["items"])
        if hidden and len(found["items"]) < COHORT["linesForAgreement"]:
            raise CohortError(
                f"The agreement on exercise {told(asked)} isn't given: with so few lines it would help to work out "
                f"numbers that are hidden. Expected at least {COHORT['linesForAgreement']} lines, or none hidden."
            )
        return agreement.alpha(asked, self._answers.raw_counts(asked))

    def notes(self, exercise: str) -> saying.Told:
        """Return the notes of those who agreed that the group sees them: mixed, and without a name.

        Only the boxes in which at least `min_group_size` people shared a note are given. Read them before you show
        them: people may have written something that tells who they are, or who somebody else is.

        Parameters
        ----------
        exercise : str
            The exercise's id.

        Raises
        ------
        CohortError
            If there is no such box.
        """
        asked = asked_in(exercise)
        found = saying.notes(asked, self._answers.shared_notes(asked), self.min_group_size)
        if not found.parts:
            raise CohortError(
                f"In no box of exercise {told(asked)} have {self.min_group_size} people shared a note. "
                "Expected so many in one box: with fewer, everybody can guess who wrote what."
            )
        return found
