"""The sheets to print: a page for each pack of them, and the list of all on the page "On paper"."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docutils import nodes
from docutils.parsers.rst import Directive
from jinja2 import FileSystemLoader
from markupsafe import escape
from sphinx.application import Sphinx
from sphinx.util.osutil import relative_uri

from joinedup.content.contents import left_out
from joinedup.content.tables import rows
from joinedup.content.words import fill, labels
from joinedup.rendering.palette import device_scheme, page_palette
from joinedup.rendering.styles import COMPONENTS, TOKENS, join
from joinedup.rendering.templates import environment

from ..assets import add_text
from . import Pack, packs

FOLDER = "book/paper"
TEMPLATE = "paper_sheets.html"
HERE = Path(__file__).parent
STYLES = tuple(
    HERE / "styles" / f"{name}.css"
    for name in (*("page", "desk", "sheet", "answering", "sorting", "story", "cards", "large", "afterwards", "narrow"),)
)
TEMPLATES = environment(FileSystemLoader(HERE))
TEMPLATES.globals["fill"] = fill


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.add_directive("paper-sheets", SheetList)
    app.connect("builder-inited", _collect_sheets, priority=600)
    app.connect("doctree-resolved", _list_sheets)
    app.connect("html-collect-pages", _pages)
    app.connect("html-page-context", _add_page_context)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


class sheet_list(nodes.General, nodes.Element):  # noqa: N801, as docutils names its nodes
    """Where the list of all sheets will go, once the chapters have their titles."""


class SheetList(Directive):
    """Every sheet with its pages, chapter by chapter."""

    def run(self) -> list[nodes.Node]:
        """Return the place of the list."""
        return [sheet_list()]


def _collect_sheets(app: Sphinx) -> None:
    """Make every sheet, and put styles and script where the pages find them."""
    out = left_out(Path(app.srcdir))
    app.joinedup_packs = [pack for pack in packs() if pack.chapter not in out]  # type: ignore[attr-defined]
    styles = join(TOKENS, COMPONENTS["button"], *STYLES)
    add_text(app, "paper.css", page_palette() + styles + device_scheme())
    add_text(app, "paper.js", (HERE / "sheet.js").read_text(encoding="utf-8"))


def _words() -> dict[str, str]:
    mine = labels("my-workbook", "")
    return labels("paper", "") | {name: mine[name] for name in ("exercise", "role", "print")}


def _count(words: dict[str, str], pages: int) -> str:
    """Say how many pages there are, in words that stay on one line."""
    return (words["pages-1"] if pages == 1 else fill(words["pages-n"], count=pages)).replace(" ", "\u00a0")


def _pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Make the page of each pack, for Sphinx."""
    words = _words()
    roles = [row["role"] for row in rows("participant_roles", ["role"], label="roles", unique=None)]
    for pack in _packs(app):
        title = fill(words[f"title-{pack.audience}"], chapter=_chapter(app, pack))
        body = TEMPLATES.get_template("pack.html").render(
            pack=pack,
            exercise_word=words["exercise"],
            role_word=words["role"],
            roles=[{"key": key, "label": role} for key, role in enumerate(roles, start=1)],
        )
        sheets = [
            {"id": sheet.id, "number": sheet.number, "what": sheet.what, "count": _count(words, len(sheet.pages))}
            for sheet in pack.sheets
        ]
        context = {
            "title": str(escape(title)),  # a title is HTML, as Sphinx has it
            "sheets": sheets,
            "body": body,
            "words": words,
            "chapter_page": f"notebooks/{pack.chapter}",
        }
        yield f"{FOLDER}/{pack.name}", context, TEMPLATE


def _packs(app: Sphinx) -> list[Pack]:
    """Return the packs of the chapters that are in the book."""
    return [pack for pack in app.joinedup_packs if f"notebooks/{pack.chapter}" in app.env.titles]  # type: ignore[attr-defined]


def _chapter(app: Sphinx, pack: Pack) -> str:
    return app.env.titles[f"notebooks/{pack.chapter}"].astext()


def _list_sheets(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put the list of all sheets where it belongs."""
    for place in list(doctree.findall(sheet_list)):
        words = _words()
        chapters: dict[str, dict[str, Any]] = {}
        for pack in _packs(app):
            target = app.builder.get_target_uri(f"{FOLDER}/{pack.name}")
            address = relative_uri(app.builder.get_target_uri(docname), target)
            chapter = chapters.setdefault(
                pack.chapter,
                {"number": int(pack.chapter[:2]), "title": _chapter(app, pack), "packs": {}, "exercises": {}},
            )
            chapter["packs"][pack.audience] = {"address": address, "count": _count(words, pack.pages)}
            for sheet in pack.sheets:
                exercise = chapter["exercises"].setdefault(sheet.number, {"title": sheet.title})
                exercise.setdefault(pack.audience, []).append(
                    {"address": f"{address}#{sheet.id}", "what": sheet.what, "count": _count(words, len(sheet.pages))}
                )
        html = TEMPLATES.get_template("list.html").render(chapters=list(chapters.values()), words=words)
        place.parent.replace(place, nodes.raw("", html, format="html"))


def _add_page_context(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any) -> None:
    """Let a chapter lead to its answer sheets."""
    chapter = pagename.removeprefix("notebooks/")
    each = next((pack for pack in _packs(app) if pack.name == f"{chapter}-each"), None)
    context["paper_page"] = context["pathto"](f"{FOLDER}/{each.name}") if each else ""
