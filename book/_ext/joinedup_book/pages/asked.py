"""What each exercise asks, as one script for each chapter: a page loads those of the chapters it has answers from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from joinedup.content.contents import left_out
from joinedup.exercises.registry import KINDS

from ..assets import add_text, versioned
from ..every_page.progress import exercise_specs

INLINE = ("exercise", "widget", "chapter", "number", "title")
"""What a page knows of every exercise without loading anything: enough to list it and to link to it."""


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.connect("builder-inited", _add_files)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def chapter_specs(out: list[str]) -> dict[str, list[dict[str, Any]]]:
    """Return what the exercises of each chapter ask, with what else a picture of a group needs.

    Parameters
    ----------
    out : list of str
        The chapters that are left out of the book.
    """
    found: dict[str, list[dict[str, Any]]] = {}
    for spec in exercise_specs():
        if spec["chapter"] not in out:
            found.setdefault(spec["chapter"], []).append(spec | KINDS[spec["widget"]].group_spec())
    return found


def file_name(chapter: str) -> str:
    """Return what the script of a chapter is called."""
    return f"asked-{chapter}.js"


def address(app: Sphinx, context: dict[str, Any], chapter: str) -> str:
    """Return the address of a chapter's script, as the page of a template's context says it."""
    return context["pathto"](versioned(app, file_name(chapter)), resource=True)


def _add_files(app: Sphinx) -> None:
    for chapter, specs in chapter_specs(left_out(Path(app.srcdir))).items():
        data = json.dumps(specs, ensure_ascii=False, separators=(",", ":"))
        add_text(app, file_name(chapter), f"joinedupAsked({data});\n", as_is=True)
