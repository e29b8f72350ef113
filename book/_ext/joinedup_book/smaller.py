"""Take out of scripts and style sheets what only people need, so that readers load less."""

from __future__ import annotations

import re

import rjsmin

COMMENT = re.compile(r"/\*(?!!).*?\*/", re.DOTALL)
NESTED = re.compile(r"`[^`\n]*\$\{[^}`\n]*`[^\n]*")
"""A template literal within another on one line: rjsmin takes the inner text for code, and its spaces away."""
DECLARATION = re.compile(r"^([\w-]+): +(?![;!])")
"""An empty value keeps its space: without it, older browsers would drop the switches of the palette."""


def smaller(name: str, text: str) -> str:
    """Return a script or a style sheet without its comments and its indentation, and any other text as it is.

    Parameters
    ----------
    name : str
        What the file is called; its ending says what it is.
    text : str
        What is in it. Comments that begin with `/*!` are licences, and stay.

    Raises
    ------
    ValueError
        If a script has a template literal inside another.
    """
    if name.endswith(".js"):
        if nested := NESTED.search(text):
            raise ValueError(
                f"{name}: '{nested[0]}' has a template literal inside another, which rjsmin misreads. Name it."
            )
        return rjsmin.jsmin(text, keep_bang_comments=True) + "\n"
    return _smaller_style(text) if name.endswith(".css") else text


def _smaller_style(text: str) -> str:
    """Leave out comments, indentation and line ends, and nothing within a line that could mean something.

    A general minifier such as rcssmin takes the space out of `.ju :is(…)` inside `@container`, which it doesn't know.
    """
    lines = filter(None, (line.strip() for line in COMMENT.sub("", text).splitlines()))
    short = (DECLARATION.sub(r"\1:", line) if line.endswith(";") else line.replace(" {", "{") for line in lines)
    return "".join(line if line[-1] in "{};," else f"{line}\n" for line in short).replace(";}", "}") + "\n"
