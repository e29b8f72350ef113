"""What the pages need to say how far a reader has come."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from joinedup.content.exercise_table import exercise_rows, exercise_spec
from joinedup.content.words import labels
from joinedup.exercises.registry import KINDS

PROGRESS = Path(__file__).with_name("progress.js")


def exercise_specs() -> list[dict[str, Any]]:
    """Return what each exercise of the book asks, in the order of its table. See `joinedup.content.exercise_table`."""
    return [exercise_spec(exercise, KINDS) for exercise in exercise_rows()]


def progress(left_out: Iterable[str] = ()) -> dict[str, Any]:
    """Return what a page has to know of every exercise to say how far a reader is: see progress.js.

    Parameters
    ----------
    left_out : iterable of str
        The chapters that are left out of the book.
    """
    exercises = [
        {
            "exercise": asked["exercise"],
            "chapter": asked["chapter"],
            "key": asked["key"],
            "items": len(asked["items"]),
            "prompts": len(asked["prompts"]),
        }
        for asked in exercise_specs()
        if asked["chapter"] not in left_out
    ]
    return {"exercises": exercises, "words": labels("progress", "")}


def show_progress(far: dict[str, Any]) -> str:
    """Return the statement that shows it on a page that has progress.js."""
    return f"showProgress({json.dumps(far, ensure_ascii=False)});"
