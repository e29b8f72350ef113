"""Placing on a line: one stop for each question, or one of the answers that stand apart from the line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .exercise import Exercise, check_ids, check_keys, check_text

APART = ("dont-know", "not-agreed")


class Line(Exercise):
    """An engine: a line of stops, and questions each answered with a stop, "don't know" or "can't agree yet".

    `config["stops"]` holds the stops in order, `config["questions"]` the questions. An answer is
    `{"places": {question: stop}, "notes": {prompt: text}}`.
    """

    face_template = "line.html"

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
