"""The page that a folder opens with: it leads to the title page."""

from __future__ import annotations

import html
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from .book_name import book_name
from .policy import POLICY

FRONT_DOOR = """<!DOCTYPE html>
<html lang="en-NZ">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta http-equiv="refresh" content="0; url={page}">
<title>{book}</title>
</head>
<body>
<main>
<h1><a href="{page}">{title}</a></h1>
</main>
</body>
</html>
"""
"""The page a folder opens with. Jupyter Book would write one without a title and without the policy."""


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.connect("build-finished", _write)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _write(app: Sphinx, error: Exception | None) -> None:
    if error is None and app.builder.format == "html":
        title = app.config.html_title
        names = {"book": html.escape(book_name(title)), "title": html.escape(title)}
        page = app.builder.get_target_uri(app.config.root_doc)
        text = FRONT_DOOR.format(policy=POLICY, page=page, **names)
        (Path(app.outdir) / "index.html").write_text(text, encoding="utf-8")
