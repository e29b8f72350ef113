"""Offer, on the page of each chapter, to open it live: only in a book that is built together with its live part.

`make lite` builds that part first, and says with the variable BOOK_LIVE where its size is written. Without the variable
no page has anything of this.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from joinedup.content.words import labels

from ..assets import add_text

HERE = Path(__file__).parent

WORDS = ("open", "before")


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    if described := os.environ.get("BOOK_LIVE"):
        app.joinedup_live = _words(Path(app.srcdir) / described)  # type: ignore[attr-defined]
        app.connect("builder-inited", _add_files)
        app.connect("html-page-context", _add_page_context, priority=600)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _words(described: Path) -> dict[str, str]:
    try:
        size = json.loads(described.read_text(encoding="utf-8"))["size"]
    except (OSError, ValueError, KeyError):
        raise ValueError(
            f"BOOK_LIVE names {described}, which does not say how large the live part is. "
            "Expected what 'make lite' writes."
        ) from None
    words = labels("live", "")
    return {name: words[name].replace("{size}", size) for name in WORDS}


def _add_files(app: Sphinx) -> None:
    for name in ("live.js", "live.css"):
        add_text(app, name, (HERE / name).read_text(encoding="utf-8"))


def _add_page_context(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any) -> None:
    if context.get("chapter") is not None:
        context["live_words"] = app.joinedup_live  # type: ignore[attr-defined]
        context["live_page"] = f"{context['content_root']}lite/notebooks/index.html?path={pagename}.ipynb"
