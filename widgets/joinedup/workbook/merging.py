"""Bring two workbooks together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .clock import believed
from .format import FORMAT, VERSION, Entry, Workbook


def merge(mine: Workbook, other: Workbook, *, take: Iterable[str] | None = None) -> Workbook:
    """Return a workbook with the answers of both.

    Parameters
    ----------
    mine, other : dict
        The two workbooks. What `mine` says of who answered stays; what it leaves open comes from `other`. Whether notes
        may be shown to the group is for `mine` alone to say, and so is the id.
    take : iterable of str, optional
        The exercises whose answer comes from `other` where both have one. Unless given: those answered later there. An
        answer from a time that is still to come, by more than a day, counts as older than any other.

    Returns
    -------
    dict
        A new workbook.
    """
    chosen = {
        exercise
        for exercise, entry in other["answers"].items()
        if exercise not in mine["answers"] or (take is None and _is_later(entry, mine["answers"][exercise]))
    } | (set(take or ()) & set(other["answers"]))
    shared: dict[str, Any] = {part: mine[part] for part in ("notes_for_group", "id") if mine.get(part)}
    return {
        "format": FORMAT,
        "version": VERSION,
        **shared,
        "who": {part: mine["who"].get(part) or other["who"].get(part, "") for part in ("label", "team", "role")},
        "answers": {**mine["answers"], **{exercise: other["answers"][exercise] for exercise in chosen}},
    }


def _is_later(one: Entry, other: Entry) -> bool:
    return believed(one["saved"]) > believed(other["saved"])
