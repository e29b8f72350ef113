"""What the book's pages need to tell a reader's answers in words, and to say how far the reader has come."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from joinedup import te_reo
from joinedup.earlier import exercise_rows, wording
from joinedup.exercise import Exercise, labels
from joinedup.tables import data_folder, rows

MINE, GROUP = "data-workbook=", "data-group="
"""What marks the page of all answers and the page of a group's."""
MADE_UP = "made-up-workshop.js"
"""The made-up workbooks of `data/sample_workshop`, for a page that may fetch nothing."""


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.connect("html-page-context", _dress_page)
    app.connect("build-finished", _write_made_up)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def progress(left_out: Iterable[str] = ()) -> dict[str, Any]:
    """Give what a page has to know of every exercise to say how far a reader is: see progress.js.

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
        for asked in _wordings()
        if asked["chapter"] not in left_out
    ]
    return {"exercises": exercises, "words": labels("progress", "")}


def _wordings() -> list[dict[str, Any]]:
    return [wording(exercise, Exercise.kinds) for exercise in exercise_rows()]


def _stages() -> dict[str, Any]:
    """Give the stages of the life cycle, and the stage that each sign belongs to."""
    signs = rows("life_cycle_statements", ["id", "stage"], label="statements")
    return {
        "stages": rows("life_cycle_stages", ["id", "name"], label="stages"),
        "stage_of": {sign["id"]: sign["stage"] for sign in signs},
    }


def _dress_page(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any) -> None:
    chapter = pagename.removeprefix("notebooks/")
    context["exercises_here"] = [
        {"id": row["id"], "number": row["number"]} for row in exercise_rows().values() if row["chapter"] == chapter
    ]
    body = context.get("body", "")
    context["is_group_picture"] = GROUP in body
    context["workbook_words"] = _words(app, context) if MINE in body or GROUP in body else ""


def _words(app: Sphinx, context: dict[str, Any]) -> str:
    """Give everything the page of all answers says, as JSON that can stand in a page."""
    titles = app.env.titles
    exercises = [one for one in _wordings() if f"notebooks/{one['chapter']}" in titles]
    if context["is_group_picture"]:
        exercises = [one | _stages() if one["widget"] == "life-cycle-self-check" else one for one in exercises]
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
        "sample": context["pathto"](f"_static/{MADE_UP}", resource=True),
        "words": labels("my-workbook", "group-picture" if context["is_group_picture"] else ""),
    }
    text = json.dumps(book, ensure_ascii=False)
    return json.dumps(book | {"mi": te_reo.found_in([text])}, ensure_ascii=False).replace("<", "\\u003c")


def _write_made_up(app: Sphinx, error: Exception | None) -> None:
    if error is None and app.builder.format == "html":
        folder = data_folder(Path(app.srcdir)) / "sample_workshop"
        workbooks = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
        text = f"joinedupMadeUp({json.dumps(workbooks, ensure_ascii=False, separators=(',', ':'))});\n"
        (Path(app.outdir) / "_static" / MADE_UP).write_text(text, encoding="utf-8")
