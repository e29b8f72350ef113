"""The page "From paper", on which filled-in sheets are entered."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from joinedup.content.tables import rows
from joinedup.content.words import labels

from ...assets import add_script, add_text
from ...json_in_page import json_in_page
from ...paper import exercises, form

HERE = Path(__file__).parent
MARK = "data-paper="
"""What marks the page."""


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.connect("builder-inited", _add_files)
    app.connect("html-page-context", _add_page_context)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _add_files(app: Sphinx) -> None:
    add_script(app, "from-paper.js", HERE / "page.js", "startFromPaper();")
    add_text(app, "from-paper.css", (HERE / "from_paper.css").read_text(encoding="utf-8"))


def _add_page_context(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any) -> None:
    context["from_paper_words"] = json_in_page(_words()) if MARK in context.get("body", "") else ""


def _words() -> dict[str, Any]:
    """Return all that the page says."""
    roles = rows("participant_roles", ["id", "role"], label="roles")
    return {
        "forms": [made for made in map(form, exercises()) if made],
        "roles": [{"id": r["id"], "key": str(key), "label": r["role"]} for key, r in enumerate(roles, start=1)],
        "words": labels("my-workbook", "from-paper"),
    }
