"""An answer as its single marks, so that a change of one leaves all the others alone.

The twin of leaves.js.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Leaf = bool | str | list[str]


def leaves(answer: Mapping[str, Any], before: str = "") -> dict[str, Leaf]:
    """Give every mark of an answer by the way that leads to it.

    Parameters
    ----------
    answer : dict
        The answer to one exercise.
    before : str
        What each way begins with.

    Returns
    -------
    dict of str to bool, str or list of str
        Such as `{"places/now": "communication"}`. A part without any mark is left out.
    """
    found: dict[str, Leaf] = {}
    for name, value in answer.items():
        way = f"{before}/{name}" if before else name
        found.update(leaves(value, way) if isinstance(value, Mapping) else {way: value})
    return found


def answer_of(found: Mapping[str, Leaf]) -> dict[str, Any]:
    """Put an answer together again from its single marks."""
    answer: dict[str, Any] = {}
    for way in sorted(found):
        *parts, name = way.split("/")
        inner = answer
        for part in parts:
            if not isinstance(inner.get(part), dict):
                inner[part] = {}
            inner = inner[part]
        inner[name] = found[way]
    return answer


def merged(kept: Mapping[str, Any], before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    """Give a kept answer with what somebody changed in it, and nothing else.

    Parameters
    ----------
    kept : dict
        The answer as it is kept now; somebody else may have changed it.
    before, after : dict
        The answer before this change and after it.
    """
    old, new = leaves(before), leaves(after)
    result = {way: value for way, value in leaves(kept).items() if way in new or way not in old}
    result.update({way: value for way, value in new.items() if way not in old or old[way] != value})
    return answer_of(result)
