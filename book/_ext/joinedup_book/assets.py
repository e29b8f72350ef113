"""What is written beside the pages: scripts and style sheets, each named with a digest of what is in it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from joinedup.content.contents import left_out
from joinedup.rendering.linker import script
from joinedup.rendering.palette import colours, device_scheme, page_palette
from joinedup.rendering.styles import COMPONENTS, TOKENS, join

from .every_page.progress import PROGRESS, progress, show_progress
from .smaller import smaller

HERE = Path(__file__).parent
EVERY_PAGE = ("appearance", "finding", "opening", "drawer", "marking", "not_started", "offline")
"""What every page does, in `every_page/`."""
PAGE_STYLES = tuple(
    HERE / "every_page" / "styles" / f"{name}.css"
    for name in (
        *("page", "top", "contents", "text", "chapter", "turning", "exploring", "code", "notes"),
        *("finding", "narrow", "print", "words", "progress", "waiting"),
    )
)
"""What every page looks like, part by part; what comes later may change what comes before."""


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.connect("builder-inited", _collect_assets)
    app.connect("build-finished", _write)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _collect_assets(app: Sphinx) -> None:
    """Begin with what every page has; each part of the book adds its own."""
    static = Path(app.srcdir) / "book" / "_static"
    every_page = (HERE / "every_page" / f"{name}.js" for name in EVERY_PAGE)
    app.joinedup_texts = {}  # type: ignore[attr-defined]
    add_text(app, "page.js", "\n".join(path.read_text(encoding="utf-8") for path in every_page))
    styles = join(TOKENS, *COMPONENTS.values(), *PAGE_STYLES)
    add_text(app, "workbook.css", page_palette() + styles + device_scheme())
    for name in ("cover", "whole_book"):
        add_text(app, f"{name}.css", join(HERE / "every_page" / "styles" / f"{name}.css"))
    add_text(app, "favicon.svg", _coloured((static / "favicon.svg").read_text(encoding="utf-8")))


def _coloured(icon: str) -> str:
    """Return the icon in the book's accent, whatever it is drawn with."""
    accent = next(light for name, light, _ in colours() if name == "accent")
    return re.sub('fill="#[0-9a-f]{6}"', f'fill="{accent}"', icon, count=1)


def add_text(app: Sphinx, name: str, text: str, *, as_is: bool = False) -> None:
    """Have another file written beside the pages: a template names it with `asset`.

    Parameters
    ----------
    app : Sphinx
        The application that builds the book.
    name : str
        What the file is called.
    text : str
        What is in it. Scripts and style sheets are made smaller first.
    as_is : bool, optional
        Write it as it is: it is somebody else's work, or has nothing in it that could be left out.
    """
    app.joinedup_texts[name] = text if as_is else smaller(name, text)  # type: ignore[attr-defined]


def add_script(app: Sphinx, name: str, entry: Path, *calls: str, named: Mapping[str, Path] | None = None) -> None:
    """Have the script of a page written, which also shows how far a reader has come.

    Parameters
    ----------
    app : Sphinx
        The application that builds the book.
    name : str
        What the file is called.
    entry : Path
        The module to link it from.
    *calls : str
        The statements that start the page.
    named : dict of str to Path, optional
        Further modules, whose default exports the statements know by these names.
    """
    far = progress(left_out(Path(app.srcdir)))
    linked = script(named or entry, *calls, show_progress(far), also=(entry, PROGRESS))
    add_text(app, name, linked)


def versioned(app: Sphinx, name: str) -> str:
    """Return a file's address with a digest, so that a new book never runs an old script from a cache."""
    digest = hashlib.sha256(app.joinedup_texts[name].encode()).hexdigest()[:10]  # type: ignore[attr-defined]
    return f"_static/{name}?v={digest}"


def _write(app: Sphinx, error: Exception | None) -> None:
    if error is None and app.builder.format == "html":
        for name, text in app.joinedup_texts.items():  # type: ignore[attr-defined]
            (Path(app.outdir) / "_static" / name).write_bytes(text.encode())  # its digest is that of these bytes
