"""The book's name, which is set in one place: `title` in `_config.yml`."""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx

from .as_text import in_html, in_markdown

ORIGINAL = "Better Connected: a workbook for joined-up working"
"""The name of the workbook that every copy of it begins as. A copy with another name says what it was made from."""


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.connect("source-read", _fill_in)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def book_name(title: str) -> str:
    """Return the short name of the book: its title up to the colon."""
    return title.partition(":")[0].strip()


def _fill_in(app: Sphinx, docname: str, source: list[str]) -> None:
    """Put the name and the rest of the title where a page asks for them."""
    title = app.config.html_title
    words = {"{{ book }}": in_markdown(book_name(title)), "{{ subtitle }}": in_html(title.partition(":")[2].strip())}
    for mark, text in words.items():
        source[0] = source[0].replace(mark, text)
