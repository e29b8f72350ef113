"""The continuum slider: five ways of working together, where we are and where the problem needs us to be."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ...content.exercise_table import heading
from ...content.tables import Source, rows
from ...content.words import sentences
from ...errors import ConfigurationError
from ..base.options import refuse_unknown
from .engine import Line, asked, line_answer_spec
from .gap import KINDS, gap

HERE = Path(__file__).parent

LEVEL_COLUMNS = ["id", "name", "summary", "shares", "costs", "how_common", "moving_here"]


class ContinuumSlider(Line):
    """Where are you on the continuum, and where does the problem need you to be? (IPS 2008, §1.2.)

    Five levels from co-existence to collaboration, drawn as a line of choices. The result says the gap in either
    direction, being over-joined included: only what the problem needs is right.

    Parameters
    ----------
    exercise : str
        The exercise's id, a row of `data/exercises.csv`.
    levels : table, optional
        The levels in order: a DataFrame, a list of dictionaries or a table's name, with the columns id, name, summary,
        shares, costs, how_common and moving_here. At least two rows.
    questions : table, optional
        Two questions, with the columns exercise, id, question and help: those of this exercise are taken.
    readings : table, optional
        The sentences of the result, with the columns widget, key and text.
    title, instruction, number : str, optional
        Say something else than the table of exercises does.

    Raises
    ------
    ConfigurationError
        For an unknown option, exercise, question or level.
    TableError
        For a table that is missing, empty or incomplete, by file, row and column.

    Examples
    --------
    >>> slider = ContinuumSlider("ch01-continuum")
    >>> slider.answer = {"places": {"now": "communication", "needed": "co-ordination"}}
    >>> slider.reading["kind"]
    'under-many'
    """

    kind = "continuum-slider"
    script = HERE / "continuum.js"
    styles = (HERE / "line.css",)
    in_group = HERE / "continuum_in_group.js"

    def __init__(
        self,
        exercise: str,
        *,
        levels: Source = "continuum",
        questions: Source = "questions",
        readings: Source = "readings",
        title: str | None = None,
        instruction: str | None = None,
        number: str | None = None,
        **unknown: Any,
    ):
        refuse_unknown(type(self), unknown)
        head = heading(exercise, title, instruction, number)
        stops = rows(levels, LEVEL_COLUMNS, label="levels")
        if len(stops) < 2:
            raise ConfigurationError(f"ContinuumSlider({exercise!r}): {stops.where} has 1 row. Expected two or more.")
        both = asked(exercise, questions)
        if len(both) != 2:
            raise ConfigurationError(
                f"ContinuumSlider({exercise!r}): the questions table has {len(both)} of two rows for this exercise. "
                "Expected two: where you are, then where the problem needs you to be."
            )
        content = {
            "stops": stops,
            "columns": ["summary", "shares", "costs", "how_common"],
            "questions": [{**question, "mark": mark} for question, mark in zip(both, ("now", "needed"), strict=True)],
            "readings": sentences(self.kind, list(KINDS), readings),
        }
        super().__init__(exercise, head, content)

    @classmethod
    def answer_spec(cls, exercise: str, levels: str = "continuum") -> dict[str, Any]:
        """Return the questions and the levels. See `Exercise.answer_spec`."""
        return line_answer_spec(exercise, rows(levels, ["id", "name"], label="levels"))

    @property
    def reading(self) -> dict[str, Any] | None:
        """The gap between the first question's stop and the second's, both ways. See `joinedup.exercises.line.gap`."""
        return gap(self.config, self.answer)
