"""The answers of a check, sorted by word. The twin of `by_word.js`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

KEYS = ("intro", "not-true", "partly", "dont-know", "true", "nothing", "few")


def by_word(config: Mapping[str, Any], answer: Mapping[str, Any]) -> dict[str, Any] | None:
    """Sort statements by the word they were answered with, without counting them.

    Parameters
    ----------
    config : dict
        `statements`, each with `id`; `scale`, each word with `id`.
    answer : dict
        `{"answers": {statement: word}, "shown": bool}`.

    Returns
    -------
    dict or None
        For each word of the scale, the ids answered with it, in the order of the statements. None until the reading is
        asked for or every statement is answered.
    """
    answers = answer.get("answers", {})
    ids = [statement["id"] for statement in config["statements"]]
    if not answer.get("shown") and any(id not in answers for id in ids):
        return None
    return {word["id"]: [id for id in ids if answers.get(id) == word["id"]] for word in config["scale"]}
