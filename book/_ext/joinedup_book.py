"""Put the exercises into the published book: their one script, their one style sheet, and what each page needs."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from joinedup import te_reo
from joinedup.assets import book_script, style
from joinedup.exercise import Exercise

DESCRIPTION_LENGTH = 160


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.connect("builder-inited", _assemble)
    app.connect("doctree-resolved", _mark_te_reo)
    app.connect("html-page-context", _dress_page)
    app.connect("build-finished", _write)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _assemble(app: Sphinx) -> None:
    """Gather what is written beside the pages, each file named with a digest of what is in it."""
    static = Path(app.srcdir) / "book" / "_static"
    texts = {
        "joinedup.js": book_script({kind: widget.parts for kind, widget in sorted(Exercise.kinds.items())}),
        "joinedup.css": style("line", "sorter", "questionnaire", "life_cycle", "code_a_story", "priority_matrix"),
        **{
            name: (static / name).read_text(encoding="utf-8")
            for name in ("workbook.css", "appearance.js", "favicon.svg")
        },
    }
    app.joinedup_texts = texts  # type: ignore[attr-defined]


def _versioned(app: Sphinx, name: str) -> str:
    """Name a file with a digest, so that a new version of the book never runs an old script from a cache."""
    digest = hashlib.sha256(app.joinedup_texts[name].encode()).hexdigest()[:10]  # type: ignore[attr-defined]
    return f"_static/{name}?v={digest}"


def _mark_te_reo(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Wrap te reo Māori words in running text in a span with their language."""
    pattern = te_reo.pattern(te_reo.words())
    for text in list(doctree.findall(nodes.Text)):
        if isinstance(text.parent, (nodes.raw, nodes.literal, nodes.literal_block, nodes.comment)):
            continue
        if not pattern.search(text):
            continue
        html = str(te_reo.mark(text))
        text.parent.replace(text, nodes.raw("", html, format="html"))


def _dress_page(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any) -> None:
    body = context.get("body", "")
    context["has_exercises"] = "data-joinedup=" in body
    context["has_parts"] = bool(doctree) and pagename != app.config.root_doc and body.count("<h2") > 2
    numbered = re.match(r"notebooks/(\d\d)_", pagename)
    context["chapter"] = int(numbered[1]) if numbered else None
    context["description"] = _description(doctree) if doctree else ""
    context["asset"] = lambda name: context["pathto"](_versioned(app, name), resource=True)


def _description(doctree: nodes.document) -> str:
    """Take the page's first paragraph as its description."""
    for paragraph in doctree.findall(nodes.paragraph):
        text = " ".join(paragraph.astext().split())
        if text:
            return text if len(text) <= DESCRIPTION_LENGTH else text[:DESCRIPTION_LENGTH].rsplit(" ", 1)[0] + " …"
    return ""


def _write(app: Sphinx, error: Exception | None) -> None:
    if error is None and app.builder.format == "html":
        for name in ("joinedup.js", "joinedup.css"):
            (Path(app.outdir) / "_static" / name).write_text(app.joinedup_texts[name], encoding="utf-8")  # type: ignore[attr-defined]
