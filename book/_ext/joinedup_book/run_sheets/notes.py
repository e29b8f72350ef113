"""Read the folded notes for instructors at the end of a chapter.

Their form is always the same, so that a run sheet can take steps, minutes and advice from them::

    **Before the session.** Text.

    **Steps, 60 minutes in all**

    | Minutes | Step |
    |---|---|
    | 5 | **Welcome.** What to do.<br>*Say:* “What to say aloud.” |
    | 12 | **Exercise 3.1, in pairs.** What to do.<br>*Say:* “What to say aloud.” |

    **What to notice**, **Common misreadings**, **Take care** and **How to adapt**, each with a list or a text

The parts of an exercise begin with its number. A chapter may also have parts of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import nbformat

from joinedup.content.file_cache import file_cache
from joinedup.content.notebooks import read

BEFORE, NOTICE, MISREADINGS, CARE, ADAPT = (
    "Before the session",
    "What to notice",
    "Common misreadings",
    "Take care",
    "How to adapt",
)
PARTS = (BEFORE, NOTICE, MISREADINGS, CARE, ADAPT)
"""The parts that every chapter's notes have, apart from the steps."""
ROOMS = ("Four people", "Forty people", "Online", "On paper")
"""The lines that every list under `How to adapt` has."""

NOTES = re.compile(r'<details class="instructors">\s*<summary>[^<]*</summary>\n(.*)</details>', re.DOTALL)
PART = re.compile(r"^\*\*([^*]+)\*\*(.*)$")
PROMISE = re.compile(r"^Steps, (\d+) minutes in all$")
ROW = re.compile(r"^\|\s*(.*?)\s*\|\s*(.*?)\s*\|$")
STEP = re.compile(r"^\*\*(?P<name>[^*]+?)\.\*\*\s*(?P<do>.*?)\s*<br ?/?>\s*\*Say:\*\s*(?P<say>.+)$")
EXERCISE = re.compile(r"^Exercise (\d+\.\d+)$")
IN_A_GROUP = re.compile(r"\*\*In a group\*\*: (\d+) minutes")
MADE = re.compile(r'\b[A-Z]\w+\("([a-z0-9-]+)"')
"""An exercise that a cell makes, with its id."""
ITEM = re.compile(r"^- \*([^*]+)\*: ?(.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Step:
    """One line of a plan: how long, what it is called, what to do and what to say aloud, these two as Markdown."""

    minutes: int
    name: str
    do: str
    say: str

    @property
    def whole(self) -> str:
        """What it is a part of, such as "Exercise 3.1"; its own name where it is no part of anything."""
        return self.name.partition(", ")[0]

    @property
    def part(self) -> str:
        """Its name within the whole, such as "in pairs", or nothing."""
        return self.name.partition(", ")[2]

    @property
    def exercise(self) -> str:
        """The number of the exercise it is part of, such as "3.1", or nothing."""
        found = EXERCISE.match(self.whole)
        return found[1] if found else ""


@dataclass(frozen=True)
class Notes:
    """A chapter's notes for instructors."""

    chapter: str
    title: str
    announced: int | None
    """The minutes for a group, from the head of the chapter."""
    promised: int | None
    """The minutes from the line above the steps."""
    steps: list[Step]
    parts: dict[str, str]
    """The text of each part, without its heading."""
    misshapen: list[str] = field(default_factory=list)
    """Rows of the table of steps that are not in the form of a step."""
    debriefs: dict[str, str] = field(default_factory=dict)
    """What the chapter says after each exercise, by the exercise's id."""

    @property
    def number(self) -> int:
        """The chapter's number, from its file's name."""
        return int(self.chapter[:2])

    def items(self, part: str) -> dict[str, str]:
        """Return the lines of a list whose items have names, such as `- *Online*: rooms of two`."""
        return dict(ITEM.findall(self.parts.get(part, "")))


@file_cache
def read_notes(path: Path) -> Notes | None:
    """Read a chapter's notes for instructors, or return None where it has none.

    Parameters
    ----------
    path : Path
        The chapter's notebook.
    """
    cells = read(path).cells
    text = next((found[1] for cell in cells if (found := NOTES.search(cell.source))), None)
    if text is None:
        return None
    head = cells[0].source
    announced = IN_A_GROUP.search(head)
    parts = dict(_parts(text))
    heading = next((name for name in parts if PROMISE.match(name)), None)
    steps, misshapen = _steps(parts.pop(heading, "") if heading else "")
    return Notes(
        chapter=path.stem,
        title=head.splitlines()[0].lstrip("# "),
        announced=int(announced[1]) if announced else None,
        promised=int(PROMISE.match(heading)[1]) if heading else None,  # type: ignore[index]
        steps=steps,
        parts=parts,
        misshapen=misshapen,
        debriefs=dict(_debriefs(cells)),
    )


def _parts(text: str) -> list[tuple[str, str]]:
    """Split notes at the lines that begin with a name in bold."""
    found: list[tuple[str, list[str]]] = []
    for line in text.strip().splitlines():
        if head := PART.match(line):
            found.append((head[1].strip().rstrip("."), [head[2].strip()]))
        elif found:
            found[-1][1].append(line)
    return [(name, "\n".join(lines).strip()) for name, lines in found]


def _steps(text: str) -> tuple[list[Step], list[str]]:
    steps, misshapen = [], []
    rows = [line.strip() for line in text.splitlines() if line.startswith("|")]
    for line in rows[2:]:  # below the names of the columns and the line under them
        row = ROW.match(line)
        step = STEP.match(row[2]) if row else None
        if row and step and row[1].isdecimal():
            steps.append(Step(int(row[1]), **step.groupdict()))
        else:
            misshapen.append(line)
    return steps, misshapen


def _debriefs(cells: list[nbformat.NotebookNode]) -> list[tuple[str, str]]:
    """Return the text that follows each exercise, unless the next part of the chapter begins there."""
    found = []
    for cell, after in pairwise(cells):
        made = MADE.search(cell.source) if cell.cell_type == "code" else None
        if made and after.cell_type == "markdown" and not re.match(r"## |### Exercise ", after.source):
            text = re.sub(r"^(### .+\n+|\*\*[^*]+[.:]\*\* ?)", "", after.source)
            found.append((made[1], text.strip()))
    return found
