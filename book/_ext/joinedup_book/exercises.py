"""Put the exercises into the published book: one script that brings them to life, and one style sheet."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

import joinedup
from joinedup.content.contents import left_out
from joinedup.exercises.base.exercise import STYLE, Exercise
from joinedup.exercises.registry import KINDS
from joinedup.rendering.linker import script
from joinedup.rendering.styles import style

from .assets import add_text
from .every_page.progress import PROGRESS, progress, show_progress

WIDGETS = Path(joinedup.__file__).parent
HOST = WIDGETS / "exercises" / "base" / "static_host.js"
EXPLORE = WIDGETS / "figures" / "explore.js"


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.connect("builder-inited", _add_files)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _add_files(app: Sphinx) -> None:
    out = left_out(Path(app.srcdir))
    far = progress(out)
    add_text(app, "joinedup.js", book_script(dict(KINDS), far, out))
    add_text(app, "progress.js", script(PROGRESS, show_progress(far)))
    sheets = (path for kind in KINDS.values() for path in kind.styles)
    add_text(app, "joinedup.css", style(STYLE, *sheets))


def book_script(kinds: dict[str, type[Exercise]], far: dict[str, Any], out: list[str]) -> str:
    """Return the one classic script that brings every exercise and every chart of a published page to life.

    Parameters
    ----------
    kinds : dict of str to type
        The class of each kind of exercise.
    far : dict
        What `showProgress` in progress.js takes.
    out : list of str
        The chapters that are left out of the book.
    """
    names = {kind: f"{kind.replace('-', '_')}_kind" for kind in sorted(kinds)}
    widgets = ", ".join(f"{json.dumps(kind)}: {name}" for kind, name in names.items())
    return script(
        {names[kind]: kinds[kind].script for kind in names},
        f"startExercises({{ {widgets} }}, {json.dumps(out)});",
        "startExploring();",
        show_progress(far),
        also=(HOST, PROGRESS, EXPLORE),
    )
