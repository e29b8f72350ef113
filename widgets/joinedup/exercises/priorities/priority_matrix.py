"""The priority matrix: ideas for co-production, by what they would improve and what they ask of citizens."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ...content.exercise_table import heading, prompts
from ...content.scales import scale
from ...content.tables import Source
from ...content.words import labels, sentences
from ...errors import ConfigurationError
from ..base.answers import check_ids, check_keys, check_text
from ..base.exercise import Exercise
from ..base.options import refuse_unknown
from .priorities import KEYS, priorities

HERE = Path(__file__).parent

AXES = ("improvement", "effort")


class PriorityMatrix(Exercise):
    """What is worth the effort? (ANZSOG seminar 2017, step 2 of the Co-production Star.)

    Each idea gets a few words and two marks: how much it would improve, and how much effort it needs from citizens. The
    result puts the ideas in places with words for names. There is no score.

    An answer is `{"notes": {idea: text}, "marks": {idea: {"improvement": word, "effort": word}}}`.

    Parameters
    ----------
    exercise : str
        The exercise's id, a row of `data/exercises.csv`. Its ideas are the rows of `data/prompts.csv` with this id; the
        words of its two scales are those named improvement and effort in `data/scales.csv`.
    readings : table, optional
        The sentences of the result: columns widget, key, text.
    title, instruction, number : str, optional
        Say something else than the table of exercises does.

    Raises
    ------
    ConfigurationError
        For an unknown option or exercise, or one without ideas.
    """

    kind = "priority-matrix"
    template = "exercises/priorities/priority_matrix.html"
    script = HERE / "priority_matrix.js"
    styles = (HERE.parent / "questionnaire" / "questionnaire.css", HERE / "priority_matrix.css")

    def __init__(
        self,
        exercise: str,
        *,
        readings: Source = "readings",
        title: str | None = None,
        instruction: str | None = None,
        number: str | None = None,
        **unknown: Any,
    ):
        refuse_unknown(type(self), unknown)
        head = heading(exercise, title, instruction, number)
        content = {
            "axes": [{"id": axis, "scale": scale(axis)} for axis in AXES],
            "readings": sentences(self.kind, list(KEYS), readings),
        }
        super().__init__(exercise, head, content)
        if not self.config["prompts"]:
            raise ConfigurationError(
                f"PriorityMatrix({exercise!r}): data/prompts.csv has no row for this exercise. "
                "Expected one for each idea."
            )

    def check_answer(self, answer: Mapping[str, Any]) -> None:
        """Raise a ConfigurationError for an idea, an axis or a word that is not in this exercise."""
        where = repr(self)
        check_keys(answer, ["notes", "marks"], where)
        words = {axis["id"]: [word["id"] for word in axis["scale"]] for axis in self.config["axes"]}
        for idea, both in answer.get("marks", {}).items():
            check_ids("idea", idea, [prompt["id"] for prompt in self.config["prompts"]], where)
            for axis, word in both.items():
                check_ids("axis", axis, list(words), where)
                check_ids("answer", word, words[axis], where)
        check_text(answer, self.config["prompts"], where)

    @classmethod
    def answer_spec(cls, exercise: str) -> dict[str, Any]:
        """Return the ideas' places and the words of both scales. See `Exercise.answer_spec`."""
        words = labels(cls.kind, exercise)
        scales = {axis: scale(axis) for axis in AXES}
        choices = [
            {"id": word["id"], "label": f"{words[axis]}: {word['label'].lower()}"}
            for axis, found in scales.items()
            for word in found
        ]
        axes = [{"id": axis, "choices": [word["id"] for word in found]} for axis, found in scales.items()]
        ideas = [{"id": prompt["id"], "label": prompt["prompt"]} for prompt in prompts(exercise)]
        return {
            "key": "marks",
            "shape": "axes",
            "picture": "cells",
            "axes": axes,
            "items": ideas,
            "choices": choices,
        }

    @property
    def reading(self) -> dict[str, Any] | None:
        """The ideas by their places. See `joinedup.exercises.priorities.priorities`."""
        return priorities(self.config, self.answer)
