"""Check that the table of exercises and the notebooks that show them say the same."""

from __future__ import annotations

import inspect
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import chdir
from pathlib import Path

from joinedup.content.csv_files import records
from joinedup.content.exercise_table import exercise_rows, options
from joinedup.errors import JoinedUpError, TableError, suggest
from joinedup.exercises.base.exercise import Exercise
from joinedup.exercises.registry import KINDS

from . import notebooks
from .calls import Call, calls

Rows = dict[str, tuple[int, dict[str, str]]]
"""The exercises of the table by their ids, each with the number of its row."""


def mistakes(root: Path) -> Iterator[str]:
    """Say where the two differ, a line each.

    Every exercise of `data/exercises.csv` must be used once in the code of one notebook, the one its chapter names, by
    the class of its kind and with the options of its row. Every exercise a notebook uses must be in the table, unless
    the notebook gives its title and instruction itself.

    Parameters
    ----------
    root : Path
        The workbook's folder.

    Yields
    ------
    str
        The file, the place in it, what is wrong and what was expected.
    """
    paths = notebooks.found(root)
    if any(isinstance(notebooks.reading(path), str) for path in paths):  # the check of the notebooks says so
        return
    uses: dict[str, list[Call]] = defaultdict(list)
    for path in paths:
        for call in calls(path):
            if call.exercise is None:
                yield f"{call.where}: it isn't valid Python."
            else:
                uses[call.exercise].append(call)
    try:
        known = _known(root)
    except (TableError, ValueError):  # the check of the tables says so
        return
    for exercise, (number, row) in known.items():
        yield from _use_mistakes(row, f"data/exercises.csv, row {number}, column", uses.get(exercise, []))
    for exercise, places in uses.items():
        if exercise not in known and not any({"title", "instruction"} <= set(call.options) for call in places):
            yield f"{places[0].where}: '{exercise}' is not in data/exercises.csv.{suggest(exercise, sorted(known))}"


def cannot_be_made(root: Path) -> Iterator[str]:
    """Say which exercises cannot be made from their rows, a line each: only where all else is in order."""
    with chdir(root):
        for row in exercise_rows().values():
            try:
                KINDS[row["widget"]](row["id"], **options(row))
            except JoinedUpError as error:
                yield f"Exercise {row['number']} ({row['id']}) cannot be shown. {error}"


def notes(root: Path) -> Iterator[str]:
    """Say which notebooks show an exercise as it was before its tables changed."""
    with chdir(root):
        rows = exercise_rows()
        for path in notebooks.found(Path()):
            old = []
            for call in calls(path):
                row = rows.get(call.exercise or "")
                if row and call.is_plain and call.face not in ("", _face(row, call.options.get("lang") or "")):
                    old.append(row["number"])
            if old:
                yield f"{path.as_posix()} shows older words in {', '.join(old)}. {notebooks.run_again()}"


def _face(row: Mapping[str, str], language: str) -> str:
    return KINDS[row["widget"]](row["id"], **options(row), lang=language).static_html()


def _known(root: Path) -> Rows:
    header, *found = records(root / "data" / "exercises.csv")
    for column in ("id", "chapter", "widget", "options"):
        header.index(column)
    known: Rows = {}
    for number, cells in enumerate(found, start=2):
        row = dict(zip(header, cells, strict=False))
        if len(cells) == len(header) and row["id"]:
            known.setdefault(row["id"], (number, row))
    return known


def _use_mistakes(row: Mapping[str, str], where: str, places: list[Call]) -> Iterator[str]:
    spoken: dict[str, list[Call]] = defaultdict(list)
    for call in places:
        spoken[call.options.get("lang") or ""].append(call)
    own = spoken.get("", []) or places[:1]
    for calls_of in (own, *(found for language, found in spoken.items() if language)):
        if len(calls_of) != 1:
            found = f"in {' and '.join(call.where for call in calls_of)}" if calls_of else "in no notebook"
            yield f"{where} 'id': '{row['id']}' is used {found}. Expected it once."
            return
    pages = [call.where.partition(",")[0] for call in places]
    for page in dict.fromkeys(page for page in pages if pages.count(page) > 1):
        yield f"{page} shows '{row['id']}' in two languages. Expected one of them in another notebook."
    for call in places:
        yield from _call_mistakes(row, where, call, whole=call is own[0])


def _call_mistakes(row: Mapping[str, str], where: str, call: Call, *, whole: bool) -> Iterator[str]:
    """Say where one use of an exercise differs from its row; a translation may stand in any notebook."""
    if whole and not call.where.startswith(f"notebooks/{row['chapter']}.ipynb,"):
        yield f"{where} 'chapter': '{row['chapter']}'. Expected the notebook that uses the exercise: {call.where}."
    kind = KINDS.get(row["widget"])
    if kind is None:  # the check of the tables says so
        return
    if kind is not call.made_by:
        yield f"{where} 'widget': '{row['widget']}'. Expected '{call.made_by.kind}', as in {call.where}: {call.code}."
        return
    yield from _option_mistakes(row, kind, where, call)


def _option_mistakes(row: Mapping[str, str], kind: type[Exercise], where: str, call: Call) -> Iterator[str]:
    asked = inspect.signature(kind.answer_spec).parameters
    takes = {name: one for name, one in asked.items() if name != "exercise" and one.kind is not one.VAR_KEYWORD}
    try:
        given = options(row)
    except JoinedUpError:  # the check of the tables says so
        return
    unknown = [name for name in given if name not in takes]
    for name in unknown:
        yield f"{where} 'options': '{name}' isn't an option of {row['widget']}.{suggest(name, takes)}"
    for name, one in takes.items():
        if one.default is one.empty and name not in given and not unknown:
            yield f"{where} 'options': '{name}' is missing. Expected {name}= and a name, such as {name}=triggers."
    for name, value in call.options.items():
        if name in takes and value != given.get(name, takes[name].default):
            said = f"{name}={given[name]}" if name in given else f"no {name}="
            yield (
                f"{call.where}: {call.code}, but {where} 'options' says {said}. "
                f"Expected the same in both, or no {name}= in the notebook, which then follows the table."
            )
