"""How far people agree, beyond what chance alone would bring."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from .nominal import alpha_of_counts
from .shapes import shape_of


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
    units = np.array(shape_of(asked).units(asked, found), dtype=float)
    return alpha_of_counts(units) if units.size else None
