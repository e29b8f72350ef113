"""Leave chapters out of the book: a link to one becomes plain text."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx

from joinedup.content.contents import left_out

FIRST = 100
"""Before files to download are gathered, and before a page is put together with others."""


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.connect("doctree-read", _take_out_files, priority=FIRST)
    app.connect("html-page-context", _unlink, priority=FIRST)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _take_out_files(app: Sphinx, doctree: nodes.document) -> None:
    """Keep the words of a link to a notebook that is no page: do not look for the page, and do not offer the file."""
    out = left_out(Path(app.srcdir))
    for kind in (addnodes.download_reference, addnodes.pending_xref):
        for link in list(doctree.findall(kind)):
            if PurePosixPath(link["reftarget"].partition("#")[0]).stem in out:
                link.replace_self(link.children)


def _unlink(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any) -> None:
    """Keep the words of a link to a page that is not there."""
    out = left_out(Path(app.srcdir))
    link = rf'<a\b[^>]*\bhref="(?:[^":]*/)?(?:{"|".join(out)})\.html(?:#[^"]*)?"[^>]*>(.*?)</a>'
    for part in ("body", "toc"):
        if out and context.get(part):
            context[part] = re.sub(link, r"\1", context[part], flags=re.DOTALL)
