"""The sign of each choice: what people read beside a box on paper, and what a facilitator presses to enter it."""

from __future__ import annotations

from typing import Any

from joinedup.exercises.line.engine import APART
from joinedup.exercises.sorting.comparison import CENTRE

OPEN = "?"
"""Don't know, can't say, can't place: it has the same sign everywhere."""
NOT_AGREED = "x"
NONE = "0"
"""For an exercise in which several can be marked: none of them."""
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWYZ"  # x is taken


def keys(config: dict[str, Any]) -> dict[str, str]:
    """Return the sign of every choice of an exercise, by the choice's id; empty where there is only text to write.

    Parameters
    ----------
    config : dict
        What the exercise shows: see `Exercise`.
    """
    if "zones" in config:
        corners = [zone["id"] for zone in config["zones"] if zone["corner"] != CENTRE]
        centre = {zone["id"]: OPEN for zone in config["zones"] if zone["corner"] == CENTRE}
        return dict(zip(corners, LETTERS, strict=False)) | centre
    if "stops" in config:
        return _numbered(config["stops"]) | dict(zip(APART, (OPEN, NOT_AGREED), strict=True))
    if "axes" in config:
        return {sign: key for axis in config["axes"] for sign, key in _numbered(axis["scale"]).items()}
    if "scale" in config:
        return _numbered(config["scale"]) | {"dont-know": OPEN}
    return _numbered(config.get("factors", []))


def _numbered(found: list[dict[str, str]]) -> dict[str, str]:
    return {one["id"]: str(number) for number, one in enumerate(found, start=1)}
