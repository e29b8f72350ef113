"""The sign of each choice: what people read beside a box on paper, and what a facilitator presses to enter it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

OPEN = "?"
"""Don't know, can't say, can't place: it has the same sign everywhere."""
NOT_AGREED = "x"
NONE = "0"
"""For an exercise in which several can be marked: none of them."""
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWYZ"  # x is taken


def numbered_keys(found: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Return a number for each of some choices, by its id."""
    return {one["id"]: str(number) for number, one in enumerate(found, start=1)}
