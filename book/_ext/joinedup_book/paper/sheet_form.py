"""What a facilitator needs to enter a filled-in sheet: its rows, and the key of each choice."""

from __future__ import annotations

from typing import Any

from joinedup.exercises.base.exercise import Exercise

from .families import sheets_of


def keys(exercise: Exercise) -> dict[str, str]:
    """Return the sign of every choice of an exercise, by the choice's id; empty where there is only text to write."""
    return sheets_of(exercise).keys()


def form(exercise: Exercise) -> dict[str, Any] | None:
    """Return the rows of an exercise's answer sheet, in their order on paper; None if there is only text to write.

    Parameters
    ----------
    exercise : Exercise
        The exercise.

    Returns
    -------
    dict or None
        `exercise`, `widget`, `number` and `title`; `sets`, lists of choices with `id`, `key` and `label`; `rows`, each
        with its `number`, its `label`, the `way` to its place in an answer, the name of its `set`, and `several`, true
        where it takes more than one choice.
    """
    sheets = sheets_of(exercise)
    rows = sheets.rows()
    if not rows:
        return None
    sets = {name: sheets.choices(name) for name in dict.fromkeys(row["set"] for row in rows)}
    head = {name: exercise.config[name] for name in ("exercise", "widget", "number", "title")}
    return {**head, "sets": sets, "rows": rows}
