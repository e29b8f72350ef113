"""The page "Test this computer"."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from joinedup.content.words import labels

from ...assets import add_script, add_text

HERE = Path(__file__).parent
MARK = "data-test-page="
"""What marks the page."""


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.connect("builder-inited", _add_files)
    app.connect("html-page-context", _add_page_context)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _add_files(app: Sphinx) -> None:
    words = json.dumps(labels("test-page", ""), ensure_ascii=False)
    add_text(app, "test-this-computer.css", (HERE / "test_this_computer.css").read_text(encoding="utf-8"))
    add_script(app, "test-this-computer.js", HERE / "page.js", f"startTestPage({words});")


def _add_page_context(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any) -> None:
    context["tests_computer"] = MARK in context.get("body", "")
