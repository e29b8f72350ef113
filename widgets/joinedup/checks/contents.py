"""Check that the table of contents, the notebooks and the table of exercises belong together."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import yaml

import joinedup

from ..csv_files import records
from ..errors import TableError, suggest
from ..exercise import Exercise
from . import notebooks

TOC = "_toc.yml"
ENDINGS = ("", ".md", ".ipynb", ".rst")
EXERCISES = {name for name, thing in vars(joinedup).items() if isinstance(thing, type) and issubclass(thing, Exercise)}


def mistakes(root: Path) -> Iterator[str]:
    """Say what is missing on one side or the other, a line each.

    Every file in `_toc.yml` must exist and every notebook must stand in it. Every exercise of `data/exercises.csv` must
    be used once in the code of one notebook, the one its chapter names, and every exercise a notebook uses must be in
    the table, unless the notebook gives its title and instruction itself.

    Parameters
    ----------
    root : Path
        The workbook's folder.

    Yields
    ------
    str
        The file, what is wrong with it and what was expected.
    """
    yield from _toc_mistakes(root)
    paths = notebooks.found(root)
    if any(notebooks.readable(path) is None for path in paths):  # the check of the notebooks says so
        return
    uses: dict[str, list[str]] = defaultdict(list)
    own: set[str] = set()
    for path in paths:
        for number, tree in _code(path):
            where = f"notebooks/{path.name}, cell {number}"
            if tree is None:
                yield f"{where}: it is not Python that can be read. Expected code that runs."
                continue
            for exercise, complete in _exercises(tree):
                uses[exercise].append(where)
                if complete:
                    own.add(exercise)
    yield from _exercise_mistakes(root, uses, own)


def _toc_mistakes(root: Path) -> Iterator[str]:
    try:
        toc = yaml.safe_load((root / TOC).read_text(encoding="utf-8"))
    except FileNotFoundError:
        yield f"{TOC} does not exist. Expected the book's table of contents."
        return
    except (yaml.YAMLError, UnicodeDecodeError):
        yield f"{TOC} cannot be read as YAML. Expected the book's table of contents."
        return
    files = list(_files(toc))
    for file in files:
        if not any((root / f"{file}{ending}").is_file() for ending in ENDINGS):
            yield f"{TOC}: there is no file '{file}'. Expected {file}.md or {file}.ipynb."
    for path in notebooks.found(root):
        file = f"notebooks/{path.stem}"
        if file not in files and f"{file}.ipynb" not in files:
            yield f"notebooks/{path.name} does not stand in {TOC}. Expected a line '- file: {file}' there."


def _files(part: Any) -> Iterator[str]:
    """Give every file of a table of contents, at any depth."""
    for key, value in part.items() if isinstance(part, dict) else []:
        if key in ("root", "file"):
            yield str(value)
        elif isinstance(value, list):
            for item in value:
                yield from _files(item)


def _code(path: Path) -> Iterator[tuple[int, ast.Module | None]]:
    for number, cell in enumerate(nbformat.read(path, as_version=4).cells, start=1):
        if cell.cell_type == "code" and not cell.source.startswith("%%"):
            lines = ("" if line.lstrip().startswith(("%", "!")) else line for line in cell.source.splitlines())
            try:
                yield number, ast.parse("\n".join(lines))
            except SyntaxError:
                yield number, None


def _exercises(tree: ast.Module) -> Iterator[tuple[str, bool]]:
    """Give the id of each exercise that is made, and whether it is given its title and instruction too."""
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
        options = {keyword.arg: keyword.value for keyword in call.keywords}
        first = call.args[0] if call.args else options.get("exercise")
        if name in EXERCISES and isinstance(first, ast.Constant) and isinstance(first.value, str):
            yield first.value, {"title", "instruction"} <= set(options)


def _exercise_mistakes(root: Path, uses: dict[str, list[str]], own: set[str]) -> Iterator[str]:
    try:
        header, *rows = records(root / "data" / "exercises.csv")
        columns = header.index("id"), header.index("chapter")
    except (TableError, ValueError):  # the check of the tables says so
        return
    known: set[str] = set()
    for number, row in enumerate(rows, start=2):
        exercise, chapter = (row[column] if column < len(row) else "" for column in columns)
        if not exercise or exercise in known:
            continue
        known.add(exercise)
        where = f"data/exercises.csv, row {number}, column"
        places = uses.get(exercise, [])
        if len(places) != 1:
            found = f"in {' and '.join(places)}" if places else "in no notebook"
            yield f"{where} 'id': '{exercise}' is used {found}. Expected it once."
        elif not places[0].startswith(f"notebooks/{chapter}.ipynb,"):
            yield f"{where} 'chapter': '{chapter}'. Expected the notebook that uses the exercise: {places[0]}."
    for exercise, places in uses.items():
        if exercise not in known and exercise not in own:
            yield f"{places[0]}: '{exercise}' is not in data/exercises.csv.{suggest(exercise, sorted(known))}"
