"""The page "Group picture", with the made-up workshop it can show."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from joinedup.content.tables import data_folder
from joinedup.exercises.registry import KINDS

from ...assets import add_script, add_text
from ...json_in_page import json_in_page
from ..my_workbook.setup import answer_words

HERE = Path(__file__).parent
MARK = "data-group="
"""What marks the page."""
MADE_UP = "made-up-workshop.js"
"""The made-up workbooks of `data/sample_workshop`, for a page that may fetch nothing."""


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.connect("builder-inited", _add_files)
    app.connect("html-page-context", _add_page_context)
    app.connect("build-finished", _write_made_up)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _add_files(app: Sphinx) -> None:
    own = {kind: made.in_group for kind, made in KINDS.items() if made.in_group}
    names = {kind: f"{kind.replace('-', '_')}_in_group" for kind in own}
    entries = {names[kind]: path for kind, path in own.items()}
    in_group = ", ".join(f"{json.dumps(kind)}: {name}" for kind, name in names.items())
    start = f"startGroupPicture({{ {in_group} }});"
    add_script(app, "group-picture.js", HERE / "page.js", start, named=entries)
    add_text(app, "group-picture.css", (HERE / "group_picture.css").read_text(encoding="utf-8"))


def _add_page_context(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any) -> None:
    context["is_group_picture"] = MARK in context.get("body", "")
    if context["is_group_picture"]:
        words = answer_words(app, context, "group-picture")
        words["sample"] = context["pathto"](f"_static/{MADE_UP}", resource=True)
        context["workbook_words"] = json_in_page(words)


def _write_made_up(app: Sphinx, error: Exception | None) -> None:
    if error is None and app.builder.format == "html":
        folder = data_folder(Path(app.srcdir)) / "sample_workshop"
        workbooks = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
        text = f"joinedupMadeUp({json.dumps(workbooks, ensure_ascii=False, separators=(',', ':'))});\n"
        (Path(app.outdir) / "_static" / MADE_UP).write_text(text, encoding="utf-8")
