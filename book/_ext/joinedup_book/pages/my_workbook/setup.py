"""The page "My workbook", and what it and its sister pages need to put a reader's answers into words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from joinedup.content.exercise_table import exercise_rows
from joinedup.content.tables import rows
from joinedup.content.words import labels
from joinedup.rendering.styles import join

from ...assets import add_script, add_text
from ...every_page.progress import exercise_specs
from ...json_in_page import json_in_page, te_reo_in
from .. import asked

HERE = Path(__file__).parent
STYLES = tuple(
    HERE / "styles" / f"{name}.css" for name in ("page_made", "controls", "answers", "choosing", "narrow", "print")
)
MARK = "data-workbook="
"""What marks the page."""


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.connect("builder-inited", _add_files)
    app.connect("html-page-context", _add_page_context)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _add_files(app: Sphinx) -> None:
    add_script(app, "my-workbook.js", HERE / "page.js", "startMyWorkbook();")
    add_text(app, "my-workbook.css", join(*STYLES))


def _add_page_context(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any) -> None:
    chapter = pagename.removeprefix("notebooks/")
    context["exercises_here"] = [
        {"id": row["id"], "number": row["number"]} for row in exercise_rows().values() if row["chapter"] == chapter
    ]
    if MARK in context.get("body", ""):
        context["workbook_words"] = json_in_page(answer_words(app, context))


def answer_words(app: Sphinx, context: dict[str, Any], extra: str = "") -> dict[str, Any]:
    """Return what a page needs to put answers into words: chapters, exercises, roles and labels.

    What an exercise asks is loaded when it is needed: see `asked.js`.

    Parameters
    ----------
    app : Sphinx
        The application that builds the book.
    context : dict
        What the page's template knows.
    extra : str, optional
        The widget in `data/labels.csv` whose labels the page has as well as those of My workbook.
    """
    titles = app.env.titles
    exercises = [one for one in exercise_specs() if f"notebooks/{one['chapter']}" in titles]
    chapters = [
        {
            "id": chapter,
            "title": titles[f"notebooks/{chapter}"].astext(),
            "page": context["pathto"](f"notebooks/{chapter}"),
            "asked": asked.address(app, context, chapter),
        }
        for chapter in dict.fromkeys(one["chapter"] for one in exercises)
    ]
    return {
        "mi": te_reo_in(exercises),
        "chapters": chapters,
        "exercises": [{part: one[part] for part in asked.INLINE} for one in exercises],
        "roles": [row["role"] for row in rows("participant_roles", ["id", "order", "role"], label="roles")],
        "words": labels("my-workbook", extra),
    }
