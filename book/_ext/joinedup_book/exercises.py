"""Put the exercises into the published book: scripts that bring them to life, and one style sheet.

Every page with an exercise loads what all exercises need; what one family of exercises needs besides comes only to the
pages that have one of them, and what explores a chart only to those with a chart.
"""

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
from joinedup.exercises.base.exercise import STYLES, Exercise
from joinedup.exercises.registry import KINDS
from joinedup.rendering.lending import borrowed_names, borrowing_script, lending_script
from joinedup.rendering.linker import script
from joinedup.rendering.styles import join

from .assets import add_text
from .every_page.progress import PROGRESS, progress, show_progress

WIDGETS = Path(joinedup.__file__).parent
BASE = WIDGETS / "exercises" / "base"
LENDER = (BASE / "static_host.js", BASE / "exercise.js", PROGRESS)
"""What every page with an exercise needs."""
HEAD = re.compile(r'<section class="ju"[^>]* data-joinedup=[^>]*>\s*<header class="ju-head">.*?</header>\n', re.DOTALL)
"""How an exercise begins: see exercise.html."""
EXPLORE = WIDGETS / "figures" / "explore.js"
GALLERY = Path(__file__).parent / "gallery" / "gallery.js"
MAIN, EXPLORING = "joinedup.js", "joinedup-exploring.js"
KIND = re.compile(r'data-(?:joinedup|gallery)="([\w-]+)"')
"""An exercise of a chapter, or one of the gallery."""


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.connect("builder-inited", _add_files)
    app.connect("html-page-context", _add_page_context)
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
    for name, text in book_scripts(dict(KINDS), far, out).items():
        add_text(app, name, text)
    add_text(app, "progress.js", script(PROGRESS, show_progress(far)))
    add_text(app, "joinedup.css", join(*STYLES))
    families: dict[str, list[Path]] = {}
    for kind in KINDS.values():
        families.setdefault(f"{family_of(kind)}.css", []).extend(kind.styles)
    for name, sheets in families.items():
        if sheets:
            add_text(app, name, join(*sheets))


def _add_page_context(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any) -> None:
    """Say what a page loads for the exercises and charts that it has."""
    body = context.get("body", "")
    families = list(dict.fromkeys(family_of(KINDS[kind]) for kind in KIND.findall(body)))
    context["has_exercises"] = bool(families)
    styles = (f"{family}.css" for family in families)
    context["exercise_styles"] = [name for name in styles if name in app.joinedup_texts]  # type: ignore[attr-defined]
    context["exercise_scripts"] = [f"{family}.js" for family in families]
    if "ju-chart-data" in body:
        context["exercise_scripts"].append(EXPLORING)


def family_of(kind: type[Exercise]) -> str:
    """Return what the script and the style sheet are called that a kind shares with the others of its family."""
    return f"joinedup-{kind.script.parent.name}"


def book_scripts(kinds: dict[str, type[Exercise]], far: dict[str, Any], out: list[str]) -> dict[str, str]:
    """Return the classic scripts that bring the exercises and charts of published pages to life, by their file names.

    Parameters
    ----------
    kinds : dict of str to type
        The class of each kind of exercise.
    far : dict
        What `showProgress` in progress.js takes.
    out : list of str
        The chapters that are left out of the book.
    """
    entries = [*(kind.script for kind in kinds.values()), EXPLORE, GALLERY]
    start = f"""document.addEventListener("DOMContentLoaded", () => {{
startExercises(kinds, {json.dumps(out)});
{show_progress(far)}
}});"""
    families: dict[str, list[str]] = {}
    for kind in sorted(kinds):
        families.setdefault(f"{family_of(kinds[kind])}.js", []).append(kind)
    return {
        MAIN: lending_script(LENDER, borrowed_names(entries, LENDER), start),
        EXPLORING: borrowing_script({"_explore": EXPLORE}, LENDER, "startExploring();"),
        **{name: _family(kinds, family) for name, family in families.items()},
    }


def _family(kinds: dict[str, type[Exercise]], family: list[str]) -> str:
    names = {kind: f"{kind.replace('-', '_')}_kind" for kind in family}
    listed = ", ".join(f"{json.dumps(kind)}: {name}" for kind, name in names.items())
    entries = {name: kinds[kind].script for kind, name in names.items()}
    return borrowing_script(entries, LENDER, f"Object.assign(kinds, {{ {listed} }});")
