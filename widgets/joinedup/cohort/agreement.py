"""How far people agree, beyond what chance alone would bring."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import krippendorff
import numpy as np

from .pooling import NOT_ANSWERED, choices_of


def alpha(asked: Mapping[str, Any], found: Mapping[str, Any]) -> float | None:
    """Return Krippendorff's alpha of a group's answers at the nominal level. See `Group.agreement`.

    Parameters
    ----------
    asked : dict
        What the exercise asks: see `joinedup.content.exercise_table.exercise_spec`.
    found : dict
        The answers, counted: see `pooled`.

    Returns
    -------
    float or None
        None if only one answer was ever given, nobody answered what another did, or the exercise has no common items.
    """
    units = np.array(_units(asked, found), dtype=float)
    if not units.size:
        return None
    units = units[units.sum(axis=1) > 1]
    units = units[:, units.sum(axis=0) > 0]
    if units.shape[1] < 2:
        return None
    return float(krippendorff.alpha(value_counts=units, level_of_measurement="nominal"))


def _units(asked: Mapping[str, Any], found: Mapping[str, Any]) -> list[list[int]]:
    """Return for each unit how many people gave each answer."""
    if asked["key"] == "marks":
        return []
    counts, choices = [item["counts"] for item in found["items"]], choices_of(asked)
    if asked["key"] != "marked":
        return [[one[choice] for choice in choices] for one in counts]
    return [
        [one[choice["id"]], found["people"] - one[NOT_ANSWERED] - one[choice["id"]]]
        for one in counts
        for choice in asked["choices"]
    ]
