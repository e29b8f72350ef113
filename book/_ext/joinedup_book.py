"""Put the exercises into the published book: their one script, their one style sheet, and what each page needs."""

from __future__ import annotations

import hashlib
import html
import re
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from joinedup import te_reo
from joinedup.assets import (
    book_script,
    group_picture_script,
    my_workbook_script,
    part,
    progress_script,
    style,
    test_page_script,
)
from joinedup.exercise import Exercise, labels
from joinedup.palette import colours, page_palette
from joinedup.toc import left_out
from my_workbook import progress
from names import ORIGINAL, book_name

DESCRIPTION_LENGTH = 160
PAGE_SCRIPTS = ("appearance", "finding", "opening", "offline")
"""What every page does, in `book/_scripts`."""
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",  # the figures bring their own styles
        "img-src 'self' data:",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
    )
)
"""What a page may load and where it may send: nothing but this book. The browser holds every script to it."""

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
    app.connect("builder-inited", _assemble)
    app.connect("doctree-resolved", _mark_te_reo)
    app.connect("doctree-resolved", _leave_out_thebe, priority=900)
    app.connect("html-page-context", _dress_page)
    app.connect("build-finished", _write)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _assemble(app: Sphinx) -> None:
    """Gather what is written beside the pages, each file named with a digest of what is in it."""
    book = Path(app.srcdir) / "book"
    out = left_out(Path(app.srcdir))
    far = progress(out)
    texts = {
        "page.js": "\n".join((book / "_scripts" / f"{name}.js").read_text(encoding="utf-8") for name in PAGE_SCRIPTS),
        "joinedup.js": book_script({kind: widget.parts for kind, widget in sorted(Exercise.kinds.items())}, far, out),
        "progress.js": progress_script(far),
        "my-workbook.js": my_workbook_script(far),
        "my-workbook.css": part("my_workbook/my_workbook.css"),
        "group-picture.js": group_picture_script(far),
        "group-picture.css": part("group_picture/group_picture.css"),
        "test-this-computer.js": test_page_script(far, labels("test-page", "")),
        "workbook.css": page_palette() + (book / "_static" / "workbook.css").read_text(encoding="utf-8"),
        "instructors.css": (book / "_static" / "instructors.css").read_text(encoding="utf-8"),
        "joinedup.css": style("line", "sorter", "questionnaire", "life_cycle", "code_a_story", "priority_matrix"),
        "favicon.svg": _coloured((book / "_static" / "favicon.svg").read_text(encoding="utf-8")),
    }
    app.joinedup_texts = texts  # type: ignore[attr-defined]


def _coloured(icon: str) -> str:
    """Give the icon in the book's accent, whatever it is drawn with."""
    accent = next(light for name, light, _ in colours() if name == "accent")
    return re.sub('fill="#[0-9a-f]{6}"', f'fill="{accent}"', icon, count=1)


def add_text(app: Sphinx, name: str, text: str) -> None:
    """Have another file written beside the pages: a template names it with `asset`."""
    app.joinedup_texts[name] = text  # type: ignore[attr-defined]


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


def _mark_te_reo_in_lists(context: dict[str, Any]) -> None:
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


def _leave_out_thebe(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Take out the scripts that Jupyter Book puts into every page for a service this book does not use."""
    for script in list(doctree.findall(nodes.raw)):
        if re.match(r"\s*<script[^>]*>\s*(kernelName|\{\s*requestKernel)", script.astext()):
            script.parent.remove(script)


def _dress_page(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any) -> None:
    body = context.get("body", "")
    context["has_exercises"] = "data-joinedup=" in body
    context["tests_computer"] = "data-test-page=" in body
    context["has_parts"] = bool(doctree) and pagename != app.config.root_doc and body.count("<h2") > 2
    numbered = re.match(r"notebooks/(\d\d)_", pagename)
    context["chapter"] = int(numbered[1]) if numbered else None
    context["policy"] = POLICY
    _mark_te_reo_in_lists(context)
    context["book"] = book_name(app.config.html_title)
    context["changed_from"] = "" if app.config.html_title == ORIGINAL else ORIGINAL
    context["description"] = _description(doctree) if doctree else ""
    context["asset"] = lambda name: context["pathto"](_versioned(app, name), resource=True)


def _description(doctree: nodes.document) -> str:
    """Take the page's first paragraph as its description."""
    for paragraph in doctree.findall(nodes.paragraph):
        text = " ".join(re.sub(r"<[^<]+?>", "", paragraph.astext()).split())
        if text:
            return text if len(text) <= DESCRIPTION_LENGTH else text[:DESCRIPTION_LENGTH].rsplit(" ", 1)[0] + " …"
    return ""


def _write(app: Sphinx, error: Exception | None) -> None:
    if error is None and app.builder.format == "html":
        title = app.config.html_title
        names = {"book": html.escape(book_name(title)), "title": html.escape(title)}
        front_door = FRONT_DOOR.format(policy=POLICY, page=app.builder.get_target_uri(app.config.root_doc), **names)
        (Path(app.outdir) / "index.html").write_text(front_door, encoding="utf-8")
        for name, text in app.joinedup_texts.items():  # type: ignore[attr-defined]
            (Path(app.outdir) / "_static" / name).write_text(text, encoding="utf-8")
