"""What the book's pages need to tell a reader's answers in words, and to say how far the reader has come."""

from __future__ import annotations

import json
from typing import Any

from sphinx.application import Sphinx

from joinedup import te_reo
from joinedup.earlier import exercise_rows, wording
from joinedup.exercise import Exercise, labels
from joinedup.tables import rows

PLACE = "data-workbook="
"""What marks the page of all answers."""


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.connect("html-page-context", _dress_page)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def progress() -> dict[str, Any]:
    """Give what a page has to know of every exercise to say how far a reader is: see progress.js."""
    exercises = [
        {
            "exercise": asked["exercise"],
            "chapter": asked["chapter"],
            "key": asked["key"],
            "items": len(asked["items"]),
            "prompts": len(asked["prompts"]),
        }
        for asked in _wordings()
    ]
    return {"exercises": exercises, "words": labels("progress", "")}


def _wordings() -> list[dict[str, Any]]:
    return [wording(exercise, Exercise.kinds) for exercise in exercise_rows()]


def _dress_page(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any) -> None:
    chapter = pagename.removeprefix("notebooks/")
    context["exercises_here"] = [
        {"id": row["id"], "number": row["number"]} for row in exercise_rows().values() if row["chapter"] == chapter
    ]
    context["workbook_words"] = _words(app, context) if PLACE in context.get("body", "") else ""


def _words(app: Sphinx, context: dict[str, Any]) -> str:
    """Give everything the page of all answers says, as JSON that can stand in a page."""
    titles = app.env.titles
    exercises = [one for one in _wordings() if f"notebooks/{one['chapter']}" in titles]
    chapters = [
        {
            "id": chapter,
            "title": titles[f"notebooks/{chapter}"].astext(),
            "page": context["pathto"](f"notebooks/{chapter}"),
        }
        for chapter in dict.fromkeys(one["chapter"] for one in exercises)
    ]
    book = {
        "chapters": chapters,
        "exercises": exercises,
        "roles": [row["role"] for row in rows("participant_roles", ["id", "order", "role"], label="roles")],
        "words": labels("my-workbook", ""),
    }
    text = json.dumps(book, ensure_ascii=False)
    return json.dumps(book | {"mi": te_reo.found_in([text])}, ensure_ascii=False).replace("<", "\\u003c")
