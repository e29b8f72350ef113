"""The line of complexity: from one need to a whole web, four given cases and one's own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ...content.exercise_table import heading
from ...content.tables import Rows, Source, rows
from ...content.words import sentences
from ...errors import ConfigurationError, suggest
from ..base.options import refuse_unknown
from .engine import Line, asked, line_answer_spec
from .placing import KEYS, OWN, placing

HERE = Path(__file__).parent

LEVEL_COLUMNS = ["id", "name", "summary", "response"]
NEEDED = ("ch01-continuum", "needed")
"""The earlier exercise and question that one's own case is set beside: how close the problem needs us to be."""


class ComplexityLine(Line):
    """How complex is the need? Place cases between a simple transaction and a whole web (IPS 2008, §2.1).

    The result sets each given case beside where the makers would put it, as a comparison, and one's own case beside how
    close the problem needed one to be in an earlier exercise.

    Parameters
    ----------
    exercise : str
        The exercise's id, a row of `data/exercises.csv`.
    levels : table, optional
        The places in order: columns id, name, summary, response.
    cases : table, optional
        The given cases: columns id, title, level (where we would put it), note.
    questions : table, optional
        Columns exercise, id (a case's id, or "own" for one's own case), question and help: those of this exercise.
    needed_levels : table, optional
        The stops of the earlier exercise, in order: column id.
    readings : table, optional
        The sentences of the result: columns widget, key, text.
    title, instruction, number : str, optional
        Say something else than the table of exercises does.

    Raises
    ------
    ConfigurationError
        For an unknown option, exercise, case or level, or no question with the id "own".
    TableError
        For a table that is missing, empty or incomplete, by file, row and column.
    """

    kind = "complexity-line"
    script = HERE / "complexity.js"
    styles = (HERE / "line.css",)

    def __init__(
        self,
        exercise: str,
        *,
        levels: Source = "complexity_levels",
        cases: Source = "complexity_examples",
        questions: Source = "questions",
        needed_levels: Source = "continuum",
        readings: Source = "readings",
        title: str | None = None,
        instruction: str | None = None,
        number: str | None = None,
        **unknown: Any,
    ):
        refuse_unknown(type(self), unknown)
        head = heading(exercise, title, instruction, number)
        stops = rows(levels, LEVEL_COLUMNS, label="levels")
        known = rows(cases, ["id", "title", "level", "note"], label="cases")
        found = asked(exercise, questions)
        if OWN not in {question["id"] for question in found}:
            raise ConfigurationError(
                f"ComplexityLine({exercise!r}): the questions table has no row '{OWN}' for this exercise. "
                "Expected one, for a person's own case."
            )
        content = {
            "stops": stops,
            "columns": ["summary", "response"],
            "questions": [_question(question, known, [stop["id"] for stop in stops]) for question in found],
            "needed": {
                "exercise": NEEDED[0],
                "question": NEEDED[1],
                "stops": [row["id"] for row in rows(needed_levels, ["id"], label="levels of the earlier exercise")],
            },
            "readings": sentences(self.kind, list(KEYS), readings),
        }
        super().__init__(exercise, head, content)

    @classmethod
    def answer_spec(cls, exercise: str, levels: str = "complexity_levels") -> dict[str, Any]:
        """Return the questions and the places. See `Exercise.answer_spec`."""
        return line_answer_spec(exercise, rows(levels, ["id", "name"], label="levels"))

    @property
    def reading(self) -> dict[str, Any] | None:
        """The cases compared, and one's own beside an earlier answer. See `joinedup.exercises.line.placing`."""
        return placing(self.config, self.answer, self.previous_answers)


def _question(question: dict[str, str], cases: Rows, levels: list[str]) -> dict[str, str]:
    if question["id"] == OWN:
        return {**question, "title": "", "level": "", "note": "", "mark": "own"}
    known = [case["id"] for case in cases]
    if question["id"] not in known:
        raise ConfigurationError(
            f"{cases.where} has no row '{question['id']}', which a question is about.{suggest(question['id'], known)}"
        )
    number = known.index(question["id"])
    case = cases[number]
    if case["level"] not in levels:
        raise ConfigurationError(f"{cases.place(number, 'level')}: '{case['level']}'.{suggest(case['level'], levels)}")
    return {**question, "title": case["title"], "level": case["level"], "note": case["note"], "mark": ""}
