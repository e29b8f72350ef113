"""Code a story: mark which factors you see, passage by passage, then compare with another reader's marks."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ...content.exercise_table import heading
from ...content.tables import Source, rows
from ...content.words import labelled, labels, sentences
from ...errors import ConfigurationError, suggest
from ..base.answers import check_ids, check_keys, check_text
from ..base.exercise import Exercise
from ..base.options import refuse_unknown, resolve_option
from .stories import settled_reading
from .two_readings import KEYS, two_readings

HERE = Path(__file__).parent


class CodeAStory(Exercise):
    """Which factors do you see in this story? (IPS 2008, Appendix 1.)

    The participant marks factors of the codebook in each passage. Afterwards each passage shows where both readers saw
    the same and where they differ: that is what to talk about, and nothing is counted.

    An answer is `{"marked": {passage: [factor]}, "shown": bool, "notes": {prompt: text}}`.

    Parameters
    ----------
    exercise : str
        The exercise's id, a row of `data/exercises.csv`.
    story : str, optional
        The story's id, a row of `data/stories.csv`; the one that the exercise's row names unless given.
    passages : table, optional
        The passages: columns id, story, text.
    factors : table, optional
        The codebook: columns id, name, definition.
    codings : table, optional
        Our marks: columns story, factor, passage, coder and settled. Those settled "yes" are taken; without that
        column, the first coder's.
    readings : table, optional
        The sentences of the comparison: columns widget, key, text.
    title, instruction, number : str, optional
        Say something else than the table of exercises does.

    Raises
    ------
    ConfigurationError
        For an unknown option, exercise or story.
    TableError
        For a table that is missing, empty or incomplete, by file, row and column.
    """

    kind = "code-a-story"
    template = "exercises/story/code_a_story.html"
    script = HERE / "code_a_story.js"
    styles = (HERE / "code_a_story.css",)

    def __init__(
        self,
        exercise: str,
        *,
        story: str | None = None,
        passages: Source = "story_passages",
        factors: Source = "codebook",
        codings: Source = "story_factors",
        readings: Source = "readings",
        title: str | None = None,
        instruction: str | None = None,
        number: str | None = None,
        **unknown: Any,
    ):
        refuse_unknown(type(self), unknown)
        head = heading(exercise, title, instruction, number)
        story = str(resolve_option(type(self), exercise, "story", story))
        marks: dict[str, list[str]] = {}
        for row in settled_reading(codings, ["story", "factor", "passage", "coder"]):
            if row["story"] == story:
                marks.setdefault(row["passage"], []).append(row["factor"])
        content = {
            "story": story,
            "passages": [
                {"id": row["id"], "text": row["text"], "theirs": sorted(marks.get(row["id"], []))}
                for row in _of_story(passages, story)
            ],
            "factors": rows(factors, ["id", "name", "definition"], label="factors"),
            "readings": sentences(self.kind, list(KEYS), readings),
        }
        super().__init__(exercise, head, content)

    def check_answer(self, answer: Mapping[str, Any]) -> None:
        """Raise a ConfigurationError for a passage, a factor or a note that is not in this exercise."""
        where = repr(self)
        check_keys(answer, ["marked", "shown", "notes"], where)
        factors = [factor["id"] for factor in self.config["factors"]]
        for passage, marked in answer.get("marked", {}).items():
            check_ids("passage", passage, [one["id"] for one in self.config["passages"]], where)
            for factor in marked:
                check_ids("factor", factor, factors, where)
        if not isinstance(answer.get("shown", False), bool):
            raise ConfigurationError(f"{where}: 'shown' is {answer['shown']!r}. Expected True or False.")
        check_text(answer, self.config["prompts"], where)

    @classmethod
    def answer_spec(cls, exercise: str, story: str) -> dict[str, Any]:
        """Return the passages and the factors. See `Exercise.answer_spec`."""
        found = _of_story("story_passages", story)
        factors = rows("codebook", ["id", "name"], label="factors")
        none = labels(cls.kind, exercise)["none"]
        return {
            "key": "marked",
            "shape": "several",
            "items": labelled(found, "text"),
            "choices": labelled(factors, "name"),
            "none": none,
        }

    @property
    def reading(self) -> dict[str, Any] | None:
        """The two readings, passage by passage. See `joinedup.exercises.story.two_readings`."""
        return two_readings(self.config, self.answer)


def _of_story(passages: Source, story: str) -> list[dict[str, str]]:
    every = rows(passages, ["id", "story", "text"], label="passages")
    found = [row for row in every if row["story"] == story]
    if not found:
        known = dict.fromkeys(row["story"] for row in every)
        raise ConfigurationError(f"{every.where} has no story '{story}'.{suggest(story, known)}")
    return found
