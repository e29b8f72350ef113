"""Put the exercises into the published book: one script that brings them to life, and one style sheet."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from markupsafe import escape
from sphinx.application import Sphinx

import joinedup
from joinedup.content.contents import left_out
from joinedup.content.words import labels
from joinedup.exercises.base.exercise import STYLE, Exercise
from joinedup.exercises.registry import KINDS
from joinedup.rendering.linker import script
from joinedup.rendering.styles import style

from .assets import add_text
from .every_page.progress import PROGRESS, progress, show_progress

WIDGETS = Path(joinedup.__file__).parent
HEAD = re.compile(r'<section class="ju"[^>]* data-joinedup=[^>]*>\s*<header class="ju-head">.*?</header>\n', re.DOTALL)
"""How an exercise begins: see exercise.html."""
HOST = WIDGETS / "exercises" / "base" / "static_host.js"
EXPLORE = WIDGETS / "figures" / "explore.js"


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.connect("builder-inited", _add_files)
    app.connect("html-page-context", _add_waiting_line)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _add_waiting_line(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any) -> None:
    """Have every exercise say that it can't be answered, for as long as its script hasn't brought it to life."""
    words = labels("page", "")
    line = f'<p class="ju-waiting" lang="en-NZ">{escape(words["no-script"])}</p>\n'
    context["body"] = HEAD.sub(lambda head: head[0] + line, context.get("body", ""))
    context["no_script"] = words["no-script-page"]


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
