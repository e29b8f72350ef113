"""The directive `every-kind`: each kind of exercise under a heading of its own, working, with what makes it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from docutils import nodes
from docutils.parsers.rst import Directive
from jinja2 import FileSystemLoader
from sphinx.application import Sphinx

import joinedup
from joinedup.exercises.base.exercise import Exercise
from joinedup.rendering.lending import borrowing_script
from joinedup.rendering.templates import environment

from ..assets import add_text
from ..exercises import GALLERY, LENDER
from .make import EXAMPLES, Example, examples

HERE = Path(__file__).parent
TEMPLATES = environment(FileSystemLoader(HERE))
SCRIPT = "gallery.js"
BEGINS = re.compile(r'data-joinedup="([\w-]+)" data-exercise="[\w-]+"')
"""What a chapter's script looks for, which would save the answers."""


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.add_directive("every-kind", EveryKind)
    app.connect("builder-inited", _add_files)
    app.connect("html-page-context", _add_page_context)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _add_files(app: Sphinx) -> None:
    start = 'document.addEventListener("DOMContentLoaded", () => startGallery(kinds));'
    add_text(app, SCRIPT, borrowing_script({"_gallery": GALLERY}, LENDER, start))


def _add_page_context(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any) -> None:
    if "data-gallery=" in context.get("body", ""):
        context["exercise_scripts"].append(SCRIPT)


class EveryKind(Directive):
    """Every kind of the registry, one after another."""

    def run(self) -> list[nodes.Node]:
        """Return a section for each kind."""
        env = self.state.document.settings.env
        root = Path(env.srcdir)
        for path in (*EXAMPLES.glob("*.yaml"), *Path(joinedup.__file__).parent.rglob("exercises/**/*.html")):
            env.note_dependency(str(path))
        return [_section(one, made) for one, made in examples(root)]


def _section(one: Example, made: Exercise) -> nodes.section:
    made.set_trait("config", {**made.config, "number": ""})
    html = BEGINS.sub(r'data-gallery="\1"', made.static_html())
    tables = [
        {"name": name, "columns": list(rows.columns), "rows": rows.values.tolist()} for name, rows in one.tables.items()
    ]
    section = nodes.section("", nodes.title("", one.name), ids=[f"kind-{one.kind}"], names=[f"kind-{one.kind}"])
    if one.use:
        section += nodes.paragraph("", one.use)
    section += nodes.raw("", html, format="html")
    section += nodes.raw("", TEMPLATES.get_template("made_from.html").render(one=one, tables=tables), format="html")
    return section
