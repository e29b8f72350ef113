"""A partnership's place in its life cycle, as a profile. The twin of `profile.js`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

KEYS = (
    "stage", "between", "crossover", "skipped", "failing", "mixed",
    "unclear", "none-true", "few", "all-unknown", "unanswered", "dont-know", "profile",
)  # fmt: skip
STAGES = ("forming", "frustration", "functioning", "flying", "failing")
WORDS = ("like-us", "partly", "not-like-us", "dont-know")
SHOWN_NOT = ("few", "none")
"""The strengths of a stage whose signs were answered and mostly don't ring true."""


def profile(config: Mapping[str, Any], answer: Mapping[str, Any]) -> dict[str, Any] | None:
    """Read the signs of each stage of the partnership life cycle (IPS 2008, §7.2; High and Complex Needs unit).

    A stage is present when at least half of its signs were answered with something other than "don't know" and more
    than half of those ring true, a "partly" counting half. No total is given, within a stage or over all.

    Parameters
    ----------
    config : dict
        `stages` in order and `statements`, each with `id` and `stage`.
    answer : dict
        `{"answers": {statement: word}, "shown": bool}`.

    Returns
    -------
    dict or None
        `kind`, one of KEYS before "dont-know"; `stages`, those present, in order; `advice`, the stages whose advice
        fits; `signs`, for each stage and word the statements so answered; `strength`, for each stage what may be said
        of its signs (see `_strength`); `unknown`, the statements answered "don't know". None until the reading is
        asked for or every statement is answered.
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
    kind = _without_a_stage(signs, present, len(statements)) or _kind(present, strength)
    stages = present if kind in KEYS[:6] else []
    return {
        "kind": kind,
        "stages": stages,
        "advice": ["failing", "frustration"] if kind == "failing" else stages,
        "signs": signs,
        "strength": strength,
        "unknown": [s["id"] for s in statements if answers.get(s["id"]) == "dont-know"],
    }


def _strength(found: Mapping[str, list[str]], size: int) -> str:
    """Return what is true of a stage's signs.

    "most" of those known ring true, "partly" if most do but too many of them only in part, "few" if at most half do,
    "none" if none does, and "some" if too few are known to say more. Where no sign is known: "unanswered", "unknown"
    if every sign was answered "don't know", or "open" if only some were.
    """
    like, partly, unlike, unknown = (len(found[word]) for word in WORDS)
    known = like + partly + unlike
    if known == 0:
        return "unanswered" if unknown == 0 else "unknown" if unknown == size else "open"
    if like + partly == 0:
        return "none"
    if 2 * known < size:
        return "some"
    if 2 * like + partly > known:
        return "most"
    return "partly" if 2 * (like + partly) > known else "few"


def _without_a_stage(signs: Mapping[str, Mapping[str, list[str]]], present: list[str], size: int) -> str:
    """Return why no stage can be named, or an empty text if one can."""
    like, partly, unlike, unknown = (sum(len(found[word]) for found in signs.values()) for word in WORDS)
    known = like + partly + unlike
    if known == 0:
        return "all-unknown" if unknown else "unanswered"
    if known * 3 < size:
        return "few"
    if like + partly == 0:
        return "none-true"
    return "" if present else "unclear"


def _kind(present: list[str], strength: Mapping[str, str]) -> str:
    if {"frustration", "failing"} <= set(present) and all(strength[s] in SHOWN_NOT for s in ("functioning", "flying")):
        return "skipped"
    if len(present) == 1:
        return "failing" if present == ["failing"] else "stage"
    if present == ["frustration", "functioning"]:
        return "crossover"
    near = len(present) == 2 and STAGES.index(present[1]) - STAGES.index(present[0]) == 1
    return "between" if near else "mixed"
