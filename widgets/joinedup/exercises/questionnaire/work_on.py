"""What a group might work on, and who has the power to do it. The twin of `work_on.js`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

KEYS = (
    "intro", "strengths", "work", "find-out", "chosen", "nothing", "few",
    "power-person", "power-group", "power-organisation", "power-system",
)  # fmt: skip
LEVELS = ("person", "group", "organisation", "system")


def work_on(config: Mapping[str, Any], answer: Mapping[str, Any]) -> dict[str, Any] | None:
    """Sort what helps and what gets in the way into strengths, work and questions (IPS 2008, "What seems to work").

    Parameters
    ----------
    config : dict
        `statements`, each with `id` and `kind` ("enabler" or "impediment").
    answer : dict
        `{"answers": {statement: word}, "shown": bool, "chosen": [statement]}`.

    Returns
    -------
    dict or None
        Lists of statement ids in order: `strengths`, `work`, `find_out` and `chosen`. An enabler that is only partly
        true, or an impediment that is at all true, is work. None until the reading is asked for or every statement is
        answered.
    """
    answers = answer.get("answers", {})
    statements = config["statements"]
    if not answer.get("shown") and any(statement["id"] not in answers for statement in statements):
        return None
    found: dict[str, list[str]] = {"strengths": [], "work": [], "find_out": []}
    for statement in statements:
        word = answers.get(statement["id"])
        if word is not None:
            found[_group(statement["kind"], word)].append(statement["id"])
    open_ids = found["work"] + found["find_out"]
    chosen = [s["id"] for s in statements if s["id"] in answer.get("chosen", []) and s["id"] in open_ids]
    return {**found, "chosen": chosen}


def _group(kind: str, word: str) -> str:
    if word == "dont-know":
        return "find_out"
    good = "true" if kind == "enabler" else "not-true"
    return "strengths" if word == good else "work"
