"""A reflection: a few questions, each with room to write."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ...content.exercise_table import heading
from ...errors import ConfigurationError
from ..base.answers import check_keys, check_text
from ..base.exercise import Exercise
from ..base.options import refuse_unknown

HERE = Path(__file__).parent


class Reflection(Exercise):
    """Questions to answer in one's own words.

    Parameters
    ----------
    exercise : str
        The exercise's id, a row of `data/exercises.csv`. Its questions are the rows of `data/prompts.csv` with this id.
    title, instruction, number : str, optional
        Say something else than the table of exercises does.

    Raises
    ------
    ConfigurationError
        For an unknown option or exercise, or one without questions.
    """

    kind = "reflection"
    template = "exercises/base/exercise.html"
    script = HERE / "reflection.js"

    def __init__(
        self,
        exercise: str,
        *,
        title: str | None = None,
        instruction: str | None = None,
        number: str | None = None,
        **unknown: Any,
    ):
        refuse_unknown(type(self), unknown)
        head = heading(exercise, title, instruction, number)
        super().__init__(exercise, head, {})
        if not self.config["prompts"]:
            raise ConfigurationError(
                f"Reflection({exercise!r}): data/prompts.csv has no row for this exercise. "
                "Expected at least one question."
            )

    def check_answer(self, answer: Mapping[str, Any]) -> None:
        """Raise a ConfigurationError for a note that belongs to no question."""
        check_keys(answer, ["notes"], repr(self))
        check_text(answer, self.config["prompts"], repr(self))

    @property
    def reading(self) -> None:
        """A reflection is not interpreted: always None."""
        return None
