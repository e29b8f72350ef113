"""A questionnaire: statements answered on a scale of words, and a reading of them without a total."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...errors import ConfigurationError
from ..base.answers import check_ids, check_keys, check_text
from ..base.exercise import Exercise


class Questionnaire(Exercise):
    """An engine: statements, each answered with one word of a scale, "don't know" among them.

    `config["statements"]` and `config["scale"]` hold what is asked and how it can be answered. An answer is
    `{"answers": {statement: word}, "shown": bool, "chosen": [statement], "notes": {prompt: text}}`.
    """

    template = "exercises/questionnaire/questionnaire.html"

    def check_answer(self, answer: Mapping[str, Any]) -> None:
        """Raise a ConfigurationError for a statement, a word or a note that is not in this exercise."""
        where = repr(self)
        check_keys(answer, ["answers", "shown", "chosen", "notes"], where)
        statements = [statement["id"] for statement in self.config["statements"]]
        words = [word["id"] for word in self.config["scale"]]
        for statement, word in answer.get("answers", {}).items():
            check_ids("statement", statement, statements, where)
            check_ids("answer", word, words, where)
        for statement in answer.get("chosen", []):
            check_ids("statement", statement, statements, where)
        if not isinstance(answer.get("shown", False), bool):
            raise ConfigurationError(f"{where}: 'shown' is {answer['shown']!r}. Expected True or False.")
        check_text(answer, self.config["prompts"], where)


def questionnaire_spec(statements: list[dict[str, str]], scale: list[dict[str, str]]) -> dict[str, Any]:
    """Return the statements of a questionnaire and the words they are answered with. See `Exercise.answer_spec`."""
    return {"key": "answers", "result": "shown", "items": statements, "choices": scale}
