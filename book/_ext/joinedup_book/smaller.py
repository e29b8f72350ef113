"""Take out of scripts and style sheets what only people need, so that readers load less."""

from __future__ import annotations

import re

import rcssmin
import rjsmin

EMPTY = re.compile(r"(?<=[{;])(--ju-(?:light|dark)):(?=[;}!])")
"""A switch of the palette that is empty: written without the space, browsers at the floor would drop it."""


def smaller(name: str, text: str) -> str:
    """Return a script or a style sheet without its comments and its indentation, and any other text as it is.

    Parameters
    ----------
    name : str
        What the file is called; its ending says what it is.
    text : str
        What is in it. Comments that begin with `/*!` are licences, and stay.
    """
    if name.endswith(".js"):
        return rjsmin.jsmin(text, keep_bang_comments=True) + "\n"
    if name.endswith(".css"):
        return EMPTY.sub(r"\1: ", rcssmin.cssmin(text, keep_bang_comments=True)) + "\n"
    return text
