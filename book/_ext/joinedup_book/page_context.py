"""What the template of a page needs to know of every page."""

from __future__ import annotations

import hashlib
import re
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from joinedup.content.words import labels

from .assets import versioned
from .book_name import ORIGINAL, book_name
from .policy import POLICY

DESCRIPTION_LENGTH = 160


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.connect("html-page-context", _add_page_context)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _add_page_context(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any) -> None:
    body = context.get("body", "")
    context["has_parts"] = bool(doctree) and pagename != app.config.root_doc and body.count("<h2") > 2
    numbered = re.match(r"notebooks/(\d\d)_", pagename)
    context["chapter"] = int(numbered[1]) if numbered else None
    context["policy"] = POLICY
    context["starting"] = labels("page", "")
    context["book"] = book_name(app.config.html_title)
    context["book_id"] = _book_id(app)
    context["changed_from"] = "" if app.config.html_title == ORIGINAL else ORIGINAL
    context["description"] = _description(doctree) if doctree else ""
    context["asset"] = lambda name: context["pathto"](versioned(app, name), resource=True)


def _book_id(app: Sphinx) -> str:
    """Return what tells this book from others: copies of it in other folders have the same. See opening.js."""
    return hashlib.sha256(f"{app.config.html_title}\n{app.config.html_baseurl}".encode()).hexdigest()[:12]


def _description(doctree: nodes.document) -> str:
    """Take the page's first paragraph as its description."""
    for paragraph in doctree.findall(nodes.paragraph):
        text = " ".join(re.sub(r"<[^<]+?>", "", paragraph.astext()).split())
        if text:
            return text if len(text) <= DESCRIPTION_LENGTH else text[:DESCRIPTION_LENGTH].rsplit(" ", 1)[0] + " …"
    return ""
