"""Mark the language of te reo Māori in running text, in lists of contents and in titles."""

from __future__ import annotations

import html
import re
from typing import Any
from unicodedata import normalize

from docutils import nodes
from sphinx.application import Sphinx

from joinedup.content import te_reo


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.connect("doctree-resolved", _mark_te_reo)
    app.connect("html-page-context", _mark_te_reo_in_lists)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _mark_te_reo(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Wrap te reo Māori words in running text in a span with their language."""
    pattern = te_reo.pattern(te_reo.words())
    for text in list(doctree.findall(nodes.Text)):
        if isinstance(text.parent, (nodes.raw, nodes.literal, nodes.literal_block, nodes.comment)):
            continue
        if not pattern.search(normalize("NFC", text)):
            continue
        text.parent.replace(text, nodes.raw("", str(te_reo.mark(text)), format="html"))


def _mark_te_reo_in_lists(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any) -> None:
    """Do the same in the lists of contents and the titles beside a page, which are made before."""
    toctree = context["toctree"]
    context["toctree"] = lambda **how: _marked(toctree(**how))
    for name in ("toc", "title"):
        context[name] = _marked(context.get(name, ""))
    for name in ("prev", "next"):
        if context.get(name):
            context[name] = {**context[name], "title": _marked(context[name]["title"])}


def _marked(markup: str) -> str:
    return re.sub(r"[^<>]+(?=<|$)", lambda text: str(te_reo.mark(html.unescape(text[0]))), markup)
