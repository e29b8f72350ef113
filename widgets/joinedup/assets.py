"""Put the JavaScript and CSS of the exercises together.

An ES module in a notebook is loaded by itself and cannot import a neighbour, so the parts an exercise needs are joined
into one text. Each part is plain module source with `export` before what others use, and no imports.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
COMMON = ("exercise", "in_words", "earlier")
"""What every exercise begins with."""


@cache
def part(name: str) -> str:
    """Read one source file of the package, such as `line.js` or `readings/gap.js`."""
    return (HERE / name).read_text(encoding="utf-8")


def module(*names: str) -> str:
    """Join what every exercise shares and some source files into one ES module; the last has the default export."""
    return "\n".join(part(f"{name}.js") for name in (*COMMON, *names))


def style(*names: str) -> str:
    """Join style sheets, the palette and the common styles first."""
    return "\n".join(part(f"{name}.css") for name in ("palette", "exercise", *names))


def book_script(widgets: Mapping[str, tuple[str, ...]]) -> str:
    """Give the one classic script that brings every exercise of a published page to life.

    A page opened from a folder may not import modules, and a strict policy may forbid loading them from a Blob. So the
    same files stand here in one function, each part once; the last part of a widget is its definition.

    Parameters
    ----------
    widgets : dict of str to tuple of str
        For each widget's kind, the source files it is made of.
    """
    shared = dict.fromkeys(name for names in widgets.values() for name in names[:-1])
    pieces = [_without_exports(part(f"{name}.js")) for name in ("store", "host", *COMMON, *shared)]
    for kind, names in widgets.items():
        pieces.append(re.sub(r"^export default ", f"widgets[{kind!r}] = ", part(f"{names[-1]}.js"), flags=re.MULTILINE))
    return "\n".join(['(() => {\n"use strict";\nconst widgets = {};', *pieces, "startExercises(widgets);\n})();\n"])


def _without_exports(text: str) -> str:
    return re.sub(r"^export (?=function|const|class)", "", text, flags=re.MULTILINE)
