"""An answer as its single marks, so that a change of one leaves all the others alone.

The twin of flatten.js.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Leaf = bool | str | list[str]


def flatten(answer: Mapping[str, Any], before: str = "") -> dict[str, Leaf]:
    """Return every mark of an answer by the path that leads to it.

    Parameters
    ----------
    answer : dict
        The answer to one exercise.
    before : str
        What each path begins with.

    Returns
    -------
    dict of str to bool, str or list of str
        Such as `{"places/now": "communication"}`. A part without any mark is left out.
    """
    found: dict[str, Leaf] = {}
    for name, value in answer.items():
        path = f"{before}/{name}" if before else name
        found.update(flatten(value, path) if isinstance(value, Mapping) else {path: value})
    return found


def unflatten(found: Mapping[str, Leaf]) -> dict[str, Any]:
    """Put an answer together again from its single marks."""
    answer: dict[str, Any] = {}
    for path in sorted(found):
        *parts, name = path.split("/")
        inner = answer
        for part in parts:
            if not isinstance(inner.get(part), dict):
                inner[part] = {}
            inner = inner[part]
        inner[name] = found[path]
    return answer


def merged(kept: Mapping[str, Any], before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    """Return a kept answer with what somebody changed in it, and nothing else.

    Parameters
    ----------
    kept : dict
        The answer as it is kept now; somebody else may have changed it.
    before, after : dict
        The answer before this change and after it.
    """
    old, new = flatten(before), flatten(after)
    result = {path: value for path, value in flatten(kept).items() if path in new or path not in old}
    result.update({path: value for path, value in new.items() if path not in old or old[path] != value})
    return unflatten(result)
