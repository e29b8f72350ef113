"""A partnership's place in its life cycle, as a profile. The twin of `profile.js`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

KEYS = ("stage", "between", "crossover", "skipped", "failing", "mixed", "few", "dont-know", "profile")
STAGES = ("forming", "frustration", "functioning", "flying", "failing")
WORDS = ("like-us", "partly", "not-like-us", "dont-know")


def profile(config: Mapping[str, Any], answer: Mapping[str, Any]) -> dict[str, Any] | None:
    """Read the signs of each stage of the partnership life cycle (IPS 2008, §7.2; High and Complex Needs unit).

    A stage is present when at least half of its signs were answered with something else than "don't know" and more
    than half of those rang true, a "partly" counting half. No total is given, within a stage or over all.

    Parameters
    ----------
    config : dict
        `stages` in order and `statements`, each with `id` and `stage`.
    answer : dict
        `{"answers": {statement: word}, "shown": bool}`.

    Returns
    -------
    dict or None
        `kind`, one of KEYS from "stage" to "few"; `stages`, those present, in order; `advice`, the stages whose advice
        fits; `signs`, for each stage and word the statements so answered; `strength`, for each stage "most", "some",
        "none" or "unknown"; `unknown`, the statements answered "don't know". None until the reading is asked for or
        every statement is answered.
    """
    answers = answer.get("answers", {})
    statements = config["statements"]
    if not answer.get("shown") and any(statement["id"] not in answers for statement in statements):
        return None
    signs = {
        stage["id"]: {
            word: [s["id"] for s in statements if s["stage"] == stage["id"] and answers.get(s["id"]) == word]
            for word in WORDS
        }
        for stage in config["stages"]
    }
    sizes = {stage: sum(1 for s in statements if s["stage"] == stage) for stage in signs}
    strength = {stage: _strength(found, sizes[stage]) for stage, found in signs.items()}
    present = [stage for stage, much in strength.items() if much == "most"]
    known = sum(len(found[word]) for found in signs.values() for word in WORDS[:3])
    kind = "few" if known * 3 < len(statements) else _kind(present)
    return {
        "kind": kind,
        "stages": present if kind != "few" else [],
        "advice": _advice(kind, present),
        "signs": signs,
        "strength": strength,
        "unknown": [s["id"] for s in statements if answers.get(s["id"]) == "dont-know"],
    }


def _strength(found: Mapping[str, list[str]], size: int) -> str:
    like, partly, unlike = (len(found[word]) for word in WORDS[:3])
    known = like + partly + unlike
    if known == 0:
        return "unknown"
    if like + partly == 0:
        return "none"
    return "most" if 2 * known >= size and 2 * like + partly > known else "some"


def _kind(present: list[str]) -> str:
    if not present:
        return "few"
    if {"frustration", "failing"} <= set(present) and not {"functioning", "flying"} & set(present):
        return "skipped"
    if len(present) == 1:
        return "failing" if present == ["failing"] else "stage"
    if present == ["frustration", "functioning"]:
        return "crossover"
    near = len(present) == 2 and STAGES.index(present[1]) - STAGES.index(present[0]) == 1
    return "between" if near else "mixed"


def _advice(kind: str, present: list[str]) -> list[str]:
    if kind == "few":
        return []
    if kind == "failing":
        return ["failing", "frustration"]
    return present
