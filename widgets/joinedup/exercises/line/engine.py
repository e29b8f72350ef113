"""Placing on a line: one stop for each question, or one of the answers that aren't on the line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...content.tables import Source, rows
from ...content.words import labelled, labels
from ..base.answers import check_ids, check_keys, check_text
from ..base.exercise import Exercise

APART = ("dont-know", "not-agreed")


class Line(Exercise):
    """An engine: a line of stops, and questions each answered with a stop, "don't know" or "can't agree yet".

    `config["stops"]` holds the stops in order, `config["columns"]` what is said of each, `config["questions"]` the
    questions, with the label (`mark`) that shows a question's place in the table of stops, if any. An answer is
    `{"places": {question: stop}, "notes": {prompt: text}}`.
    """

    template = "exercises/line/line.html"

    def check_answer(self, answer: Mapping[str, Any]) -> None:
        """Raise a ConfigurationError for a question, a stop or a note that is not in this exercise."""
        where = repr(self)
        check_keys(answer, ["places", "notes"], where)
        questions = [question["id"] for question in self.config["questions"]]
        stops = [stop["id"] for stop in self.config["stops"]] + list(APART)
        for question, stop in answer.get("places", {}).items():
            check_ids("question", question, questions, where)
            check_ids("stop", stop, stops, where)
        check_text(answer, self.config["prompts"], where)


def asked(exercise: str, source: Source) -> list[dict[str, str]]:
    """Read the questions of one exercise, in the table's order.

    Parameters
    ----------
    exercise : str
        The exercise's id, as in the table's column `exercise`.
    source : table
        The questions: columns exercise, id, question, help (may be empty).
    """
    every = rows(source, ["exercise", "id", "question", "help?"], label="questions", unique=None)
    return [{key: row[key] for key in ("id", "question", "help")} for row in every if row["exercise"] == exercise]


def line_answer_spec(exercise: str, stops: list[dict[str, str]]) -> dict[str, Any]:
    """Return the questions of an exercise on a line and what each can be answered with. See `Exercise.answer_spec`."""
    words = labels("every", exercise)
    apart = [{"id": stop, "label": words[stop]} for stop in APART]
    questions = labelled(asked(exercise, "questions"), "question")
    choices = [*labelled(stops, "name"), *apart]
    return {"key": "places", "picture": "line", "apart": list(APART), "items": questions, "choices": choices}
