"""Turn a template into the cells of a notebook, and put an exercise into a chapter that is there."""

from __future__ import annotations

import re
from typing import Any

import nbformat
from jinja2 import Environment, PackageLoader, StrictUndefined
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

templates = Environment(
    loader=PackageLoader("authoring.new"),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
    autoescape=False,  # what is made is Markdown, Python and YAML
)
CELL = re.compile(r"^\+\+\+[ ]?(.*)$", re.MULTILINE)
"""What divides the cells of a template; behind it stand `code` and the cell's tag."""

NUMBERED = re.compile(r"^##+ Exercise \d+\.\d+", re.MULTILINE)
AFTER_EXERCISES = re.compile(
    r"^## (Since|Key points|Sources|Look at the data)|^<details class=\"instructors\"", re.MULTILINE
)
STEPS = re.compile(r"\*\*Steps, (\d+) minutes in all\*\*\n\n((?:\|.*(?:\n|$))+)")
MINUTES = re.compile(r"^\|\s*(\d+)\s*\|", re.MULTILINE)

Cells = list[nbformat.NotebookNode]


def cells(template: str, **values: Any) -> Cells:
    """Fill in a template and divide it into cells.

    Parameters
    ----------
    template : str
        Its file's name.
    **values : object
        What it needs.
    """
    first, *rest = CELL.split(templates.get_template(template).render(**values))
    pairs = [("", first), *zip(rest[::2], rest[1::2], strict=True)]
    return [_cell(kind, text.strip("\n")) for kind, text in pairs if text.strip()]


def notebook(found: Cells) -> nbformat.NotebookNode:
    """Return a notebook of these cells, which nobody has run yet."""
    return new_notebook(cells=found)


def put_in(notebook: nbformat.NotebookNode, found: Cells) -> None:
    """Put cells into a chapter: after its last exercise, before what ends every chapter."""
    numbered = [place for place, cell in enumerate(notebook.cells) if NUMBERED.search(cell.source)]
    start = numbered[-1] + 1 if numbered else 0
    ends = (
        place
        for place, cell in enumerate(notebook.cells)
        if place >= start and cell.cell_type == "markdown" and AFTER_EXERCISES.search(cell.source)
    )
    place = next(ends, len(notebook.cells))
    notebook.cells[place:place] = found


def add_minutes(notebook: nbformat.NotebookNode, step: str, alone: int, group: int) -> bool:
    """Put a step before the last one of the instructors' table, and its minutes into the sums; say whether that worked.

    Parameters
    ----------
    notebook : NotebookNode
        The chapter.
    step : str
        The row of the table.
    alone, group : int
        The minutes that one person and a group take for the new exercise.
    """
    for cell in notebook.cells:
        found = STEPS.search(cell.source) if cell.cell_type == "markdown" else None
        if found is None or sum(map(int, MINUTES.findall(found[2]))) != int(found[1]):
            continue
        *before, last = found[2].splitlines()
        table = "\n".join([f"**Steps, {int(found[1]) + group} minutes in all**", "", *before, step, last])
        cell.source = cell.source[: found.start()] + table + "\n" + cell.source[found.end() :]
        brief = notebook.cells[0]
        brief.source = _more(brief.source, "In a group", group, only=int(found[1]))
        brief.source = _more(brief.source, "On your own", alone)
        return True
    return False


def _more(text: str, label: str, minutes: int, only: int | None = None) -> str:
    """Add minutes to the number behind a label, if it is the one expected."""

    def changed(found: re.Match[str]) -> str:
        before = int(found[2])
        return found[0] if only not in (None, before) else f"{found[1]}{before + minutes} minutes"

    return re.sub(rf"(\*\*{label}\*\*: )(\d+) minutes", changed, text, count=1)


def _cell(kind: str, text: str) -> nbformat.NotebookNode:
    what, _, tag = kind.partition(" ")
    if what == "code":
        return new_code_cell(text, metadata={"tags": [tag]} if tag else {})
    return new_markdown_cell(text)
