"""Leave chapters out of the book: a link to one becomes plain text."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx

from joinedup.toc import left_out

BEFORE_DOWNLOADS_ARE_GATHERED = 100


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.connect("doctree-read", _unlink, priority=BEFORE_DOWNLOADS_ARE_GATHERED)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _unlink(app: Sphinx, doctree: nodes.document) -> None:
    """Keep the words of a link to a chapter that is left out, and nothing else of it."""
    out = set(left_out(Path(app.srcdir)))
    for link in [*doctree.findall(_is_link)]:
        target = unquote(link.get("reftarget") or link.get("refuri") or "").partition("#")[0]
        if "://" not in target and PurePosixPath(target).stem in out:
            link.replace_self(link.children)


def _is_link(node: nodes.Node) -> bool:
    return isinstance(node, (addnodes.download_reference, addnodes.pending_xref, nodes.reference))
