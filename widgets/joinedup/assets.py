"""Put the JavaScript and CSS of the exercises together.

An ES module in a notebook is loaded by itself and cannot import a neighbour, so the parts an exercise needs are joined
into one text. Each part is plain module source with `export` before what others use, and no imports.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from .palette import palette

HERE = Path(__file__).parent
COMMON = ("exercise", "workbook/leaves", "workbook/text", "keeping", "in_words", "earlier")
"""What every exercise begins with."""
BOOK = ("workbook/store", "host")
"""What brings exercises to life where there is no kernel."""
LIVE = (*BOOK, "line", "live")
"""What an exercise needs besides where Python itself runs in the browser."""
MY_WORKBOOK = (
    "my_workbook/told",
    "my_workbook/answers",
    "my_workbook/exports",
    "my_workbook/take",
    "my_workbook/bring",
    "my_workbook/page",
)
"""What makes the page of all answers."""
GROUP_PICTURE = (
    "readings/gap",
    "readings/profile",
    "group_picture/floor",
    "group_picture/pooling",
    "group_picture/gathering",
    "group_picture/drawing",
    "group_picture/pictures",
    "group_picture/saying",
    "group_picture/exporting",
    "group_picture/figures",
    "group_picture/showing",
    "group_picture/bringing",
    "group_picture/page",
)
"""What makes the page of a group's answers, besides."""
TEST_PAGE = ("workbook/format", "workbook/code", "test_page/looking", "test_page/page")
"""What makes the page that tests a computer, besides."""
FROM_PAPER = (
    "my_workbook/exports",
    "my_workbook/page",
    "from_paper/stack",
    "from_paper/lines",
    "from_paper/line",
    "from_paper/typing",
    "from_paper/entering",
    "from_paper/choosing",
    "from_paper/taking",
    "from_paper/page",
)
"""What makes the page on which sheets of paper are entered."""


@cache
def part(name: str) -> str:
    """Read one source file of the package, such as `line.js` or `readings/gap.js`."""
    return (HERE / name).read_text(encoding="utf-8")


def module(*names: str) -> str:
    """Join what every exercise shares and some source files into one ES module; the last has the default export.

    Where Python itself runs in the browser, the module keeps the answers there: see live.js.
    """
    if sys.platform == "emscripten":
        text = "\n".join(part(f"{name}.js") for name in dict.fromkeys((*COMMON, *LIVE, *names)))
        defined = re.sub("^export default ", "const defined = ", text, flags=re.MULTILINE)
        return f"{defined}\nexport default keptInBrowser(defined);\n"
    return "\n".join(part(f"{name}.js") for name in (*COMMON, *names))


def style(*names: str) -> str:
    """Join style sheets, the palette and the common styles first."""
    return "\n".join([palette(), *(part(f"{name}.css") for name in ("exercise", *names))])


def book_script(
    widgets: Mapping[str, tuple[str, ...]], progress: Mapping[str, Any], left_out: Iterable[str] = ()
) -> str:
    """Give the one classic script that brings every exercise and every chart of a published page to life.

    Parameters
    ----------
    widgets : dict of str to tuple of str
        For each widget's kind, the source files it is made of; the last is its definition.
    progress : dict
        What `showProgress` in progress.js takes.
    left_out : iterable of str
        The chapters that are left out of the book.
    """
    shared = dict.fromkeys(name for names in widgets.values() for name in names[:-1])
    definitions = [
        re.sub(r"^export default ", f"widgets[{kind!r}] = ", part(f"{names[-1]}.js"), flags=re.MULTILINE)
        for kind, names in widgets.items()
    ]
    return classic(
        (*BOOK, *COMMON, *shared, "progress", "figures/explore"),
        "const widgets = {};",
        *definitions,
        f"startExercises(widgets, {json.dumps(list(left_out))});",
        "startExploring();",
        _shown(progress),
    )


def progress_script(progress: Mapping[str, Any]) -> str:
    """Give the script of a page without exercises: it says in the contents how far a reader has come."""
    return classic(("exercise", "workbook/leaves", "workbook/text", "workbook/store", "progress"), _shown(progress))


def my_workbook_script(progress: Mapping[str, Any]) -> str:
    """Give the script of the page that shows all of a reader's answers."""
    names = ("workbook/store", *COMMON, "workbook/format", "workbook/code", "progress", *MY_WORKBOOK)
    return classic(names, "startMyWorkbook();", _shown(progress))


def group_picture_script(progress: Mapping[str, Any]) -> str:
    """Give the script of the page that pools the answers of a group."""
    names = ("workbook/store", *COMMON, "workbook/format", "workbook/code", "progress", *MY_WORKBOOK, *GROUP_PICTURE)
    return classic(names, "startGroupPicture();", _shown(progress))


def test_page_script(progress: Mapping[str, Any], words: Mapping[str, str]) -> str:
    """Give the script of the page that says whether a computer will do."""
    names = ("exercise", "workbook/leaves", "workbook/text", "workbook/store", "progress", *TEST_PAGE)
    return classic(names, f"startTestPage({json.dumps(words, ensure_ascii=False)});", _shown(progress))


def from_paper_script(progress: Mapping[str, Any]) -> str:
    """Give the script of the page on which sheets of paper are entered."""
    names = ("workbook/store", *COMMON, "workbook/format", "workbook/code", "progress", *FROM_PAPER)
    return classic(names, "startFromPaper();", _shown(progress))


def _shown(progress: Mapping[str, Any]) -> str:
    return f"showProgress({json.dumps(progress, ensure_ascii=False)});"


def classic(names: Iterable[str], *rest: str) -> str:
    """Join source files, each once, and what uses them into one function, as a classic script.

    A page opened from a folder may not import modules, and a strict policy may forbid loading them from a Blob.
    """
    pieces = [_without_exports(part(f"{name}.js")) for name in dict.fromkeys(names)]
    return "\n".join(['(() => {\n"use strict";', *pieces, *rest, "})();\n"])


def _without_exports(text: str) -> str:
    return re.sub(r"^export (?=async|function|const|class)", "", text, flags=re.MULTILINE)
