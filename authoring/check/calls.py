"""Find in a notebook's code where an exercise is made, and with what."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import joinedup
from joinedup.content.notebooks import read
from joinedup.exercises.base.exercise import Exercise
from joinedup.exercises.registry import class_names

EXERCISES = {name: getattr(joinedup, name) for name in class_names()}


@dataclass(frozen=True)
class Call:
    """A place in a notebook where an exercise is made.

    Parameters
    ----------
    where : str
        The notebook and the cell.
    exercise : str or None
        The exercise's id; None if the cell's code cannot be read.
    made_by : type
        The class that makes it.
    code : str
        The call as it is written.
    options : dict of str to str or None
        What it is made with by name; None for what is not written out, such as a variable.
    face : str
        The plain HTML that is stored below the cell.
    """

    where: str
    exercise: str | None
    made_by: type[Exercise] = Exercise
    code: str = ""
    options: dict[str, str | None] = field(default_factory=dict)
    face: str = ""

    @property
    def is_plain(self) -> bool:
        """Whether the table alone says what the exercise shows."""
        return all(value is not None for value in self.options.values()) and not {
            "title", "instruction", "number", "readings", "labelled", "reveal_after",
        } & set(self.options)  # fmt: skip


def calls(path: Path) -> Iterator[Call]:
    """Return every exercise that a notebook makes, in order.

    Parameters
    ----------
    path : Path
        The notebook's file, which can be read.
    """
    for number, cell in enumerate(read(path).cells, start=1):
        if cell.cell_type != "code" or cell.source.startswith("%%"):
            continue
        where = f"notebooks/{path.name}, cell {number}"
        lines = ("" if line.lstrip().startswith(("%", "!")) else line for line in cell.source.splitlines())
        try:
            tree = ast.parse("\n".join(lines))
        except (SyntaxError, ValueError):
            yield Call(where, None)
            continue
        face = "".join(output.get("data", {}).get("text/html", "") for output in cell.outputs)
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and (call := _call(node, where, face)):
                yield call


def _call(node: ast.Call, where: str, face: str) -> Call | None:
    name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
    given = {keyword.arg: keyword.value for keyword in node.keywords if keyword.arg}
    first = node.args[0] if node.args else given.pop("exercise", None)
    if name not in EXERCISES or not isinstance(first, ast.Constant) or not isinstance(first.value, str):
        return None
    options = {option: str(value.value) if isinstance(value, ast.Constant) else None for option, value in given.items()}
    return Call(where, first.value, EXERCISES[name], ast.unparse(node), options, face)
