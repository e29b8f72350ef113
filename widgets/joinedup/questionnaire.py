"""A questionnaire: statements answered on a scale of words, and a reading of them that gives no total."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .errors import ConfigurationError, suggest
from .exercise import Exercise, check_ids, check_keys, check_text
from .tables import Source, rows


class Questionnaire(Exercise):
    """An engine: statements, each answered with one word of a scale, "don't know" among them.

    `config["statements"]` and `config["scale"]` hold what is asked and how it can be answered. An answer is
    `{"answers": {statement: word}, "shown": bool, "chosen": [statement], "notes": {prompt: text}}`.
    """

    face_template = "questionnaire.html"

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


def scale(name: str, source: Source = "scales") -> list[dict[str, str]]:
    """Read the words of an answer scale, in order.

    Parameters
    ----------
    name : str
        The scale's name, as in the table's column `scale`.
    source : table
        The table of scales: columns scale, id, label.

    Returns
    -------
    list of dict
        `id` and `label` of each word; one of them has the id "dont-know".
    """
    every = rows(source, ["scale", "id", "label"], label="scales", unique=None)
    found = [{"id": row["id"], "label": row["label"]} for row in every if row["scale"] == name]
    if not found:
        raise ConfigurationError(
            f"There is no scale '{name}'.{suggest(name, dict.fromkeys(row['scale'] for row in every))}"
        )
    return found
