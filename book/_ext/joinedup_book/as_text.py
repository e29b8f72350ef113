"""Put plain text into Markdown and HTML, so that it is shown as it is written and nothing in it is obeyed.

What a table says is text, and anybody with a spreadsheet can write it. Templates that make Markdown therefore escape
whatever they are given, unless it says of itself that it is Markdown: see `environment`.
"""

from __future__ import annotations

import re

from jinja2 import BaseLoader, Environment, StrictUndefined
from markupsafe import Markup, escape

PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
"""Every sign that can mean something in Markdown, in MyST or in an extension of it, and may have a backslash before."""


def one_line(text: object) -> str:
    """Return a text on one line: a line break would end a heading, a row of a table or a block of HTML."""
    return re.sub(r"\s*[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]\s*", " ", str(text))


def in_markdown(text: object) -> Markup:
    """Return Markdown that shows a text exactly: no role, directive, link, formula or HTML comes of it."""
    return Markup(PUNCTUATION.sub(r"\\\1", one_line(text)))


def in_html(text: object) -> Markup:
    """Return HTML that shows a text exactly, for a block of HTML within Markdown, where a backslash means nothing."""
    return escape(one_line(text))


def environment(loader: BaseLoader) -> Environment:
    """Return an environment whose templates make Markdown, and escape all they are given.

    Two filters say what is otherwise: `html` for a text within a block of HTML, and `markdown` for what was written as
    Markdown by whoever writes the chapters.

    Parameters
    ----------
    loader : jinja2.BaseLoader
        Where the templates are.
    """
    made = Environment(
        loader=loader,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=True,  # so that what a macro has made is not escaped again
        finalize=lambda value: value if hasattr(value, "__html__") else in_markdown(value),
    )
    made.filters |= {"html": in_html, "markdown": Markup}
    return made
