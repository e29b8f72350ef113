"""Check the tables in `data/<language>/`: their rows translate rows that are there, and no words are missing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

from joinedup.content.cell_messages import not_found, shape, shown, too_long
from joinedup.content.csv_files import header_mistakes, records
from joinedup.content.schema import primary_key, schema
from joinedup.content.tables import as_written
from joinedup.content.translations import COMMAND
from joinedup.errors import JoinedUpError, TableError, suggest

from ..translatable import to_translate, word_columns
from . import notebooks
from .calls import calls

LANGUAGE = re.compile(r"[a-z]{2}(-[A-Za-z0-9]+)*")
BLANKS = re.compile(r"\{\w+\}")
"""Places in a sentence that are filled in."""


def mistakes(root: Path) -> Iterator[str]:
    """Say what is wrong with the translations, a line each.

    Parameters
    ----------
    root : Path
        The workbook's folder.

    Yields
    ------
    str
        The file, the row and the column, what is there and what was expected.
    """
    for path in _files(root):
        yield from _table_mistakes(path, root / "data")
    for exercise, language, where in _translated(root):
        yield from _missing(root, exercise, language, where)


def notes(root: Path) -> Iterator[str]:
    """Say where a translation still has the words of the original, and that nobody has read it for you."""
    for path in _files(root):
        try:
            pairs = list(_pairs(path, root / "data"))
        except JoinedUpError:
            continue
        same = [number for number, own, original in pairs if own.strip() == original.strip()]
        if same:
            yield f"{_where(path)} still has the words of the original in {_row_names(sorted(set(same)))}."


def _row_names(numbers: list[int]) -> str:
    """Name rows, those that follow each other together: "row 2, 5 to 9 and 12"."""
    first = [number for number in numbers if number - 1 not in numbers]
    last = [number for number in numbers if number + 1 not in numbers]
    names = [str(one) if one == other else f"{one} to {other}" for one, other in zip(first, last, strict=True)]
    return f"row {', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else f"row {names[0]}"


def _files(root: Path) -> list[Path]:
    """List the tables of every language: of two letters, perhaps with a country, or any that a notebook speaks."""
    spoken = {language for _, language, _ in _translated(root)}
    folders = (
        path for path in sorted((root / "data").glob("*")) if LANGUAGE.fullmatch(path.name) or path.name in spoken
    )
    return [path for folder in folders for path in sorted(folder.glob("*.csv"))]


def _where(path: Path) -> str:
    return f"data/{path.parent.name}/{path.name}"


def _table_mistakes(path: Path, folder: Path) -> Iterator[str]:
    where = _where(path)
    known = sorted(table.stem for table in folder.glob("*.csv"))
    if path.stem not in known:
        yield f"{where} doesn't translate any table in data/.{suggest(path.stem, known)}"
        return
    try:
        header, *found = records(path, where)
    except TableError as error:
        yield str(error)
        return
    key, words = primary_key(path.stem, folder), word_columns(path.stem, folder)
    wrong = list(header_mistakes(header, [*key, *(name for name in words if name in header)], where))
    for name in header:  # a column that is there and holds no words
        fields = {field["name"] for field in schema(path.stem, folder)["fields"]}
        if name in fields - {*key, *words}:
            only = f"it has nothing to translate. Expected it only in data/{path.name}."
            wrong = [f"{where}, row 1, column '{name}': {only}"]
    yield from wrong
    if not wrong:
        yield from _row_mistakes(path, folder, header, found)


def _row_mistakes(path: Path, folder: Path, header: list[str], found: list[list[str]]) -> Iterator[str]:
    where, key = _where(path), primary_key(path.stem, folder)
    original = {tuple(row[name] for name in key): row for row in as_written(path.stem, folder).to_dict("records")}
    fields = {field["name"]: field for field in schema(path.stem, folder)["fields"]}
    first: dict[tuple[str, ...], int] = {}
    for number, cells in enumerate(found, start=2):
        if not any(cells) or len(cells) != len(header):
            yield f"{where}, row {number}: {shape(cells, len(header))}"
            continue
        row = dict(zip(header, cells, strict=True))
        names = tuple(row[name] for name in key)
        place = f"{where}, row {number}, column"
        if names not in original:
            known = [" and ".join(one) for one in original if one[:-1] == names[:-1]] or map(" and ".join, original)
            yield f"{place} '{key[-1]}': {not_found(' and '.join(names), known, ' and '.join(key), path.stem)}"
            continue
        if names in first:
            yield f"{place} '{key[-1]}': the same row is already in row {first[names]}. Use each one only once."
        first.setdefault(names, number)
        for name in (name for name in header if name not in key):
            yield from (f"{place} '{name}': {said}" for said in _cell(row[name], original[names][name], fields[name]))


def _cell(own: str, original: str, field: dict[str, object]) -> Iterator[str]:
    if not own.strip():
        if original.strip():
            yield f"the cell is empty. Expected the words for {shown(original)}"
        return
    if sentence := too_long(own, field):
        yield sentence
    if sorted(set(BLANKS.findall(own))) != sorted(set(BLANKS.findall(original))):
        there = ", ".join(dict.fromkeys(BLANKS.findall(original))) or "nothing in braces"
        yield f"{shown(own)} Expected {there}, as in the original: it is filled in later."


def _pairs(path: Path, folder: Path) -> Iterator[tuple[int, str, str]]:
    """Return each cell of a translation beside the cell it stands in for, with the number of its row."""
    header, *found = records(path)
    key = primary_key(path.stem, folder)
    original = {tuple(row[name] for name in key): row for row in as_written(path.stem, folder).to_dict("records")}
    for number, cells in enumerate(found, start=2):
        row = dict(zip(header, cells, strict=True))
        before = original[tuple(row[name] for name in key)]
        yield from ((number, row[name], before[name]) for name in header if name not in key and before[name])


def _translated(root: Path) -> Iterator[tuple[str, str, str]]:
    """Return each exercise that a notebook shows in another language, with the language and the place."""
    for path in notebooks.found(root):
        for call in calls(path):
            if call.exercise and call.options.get("lang"):
                yield call.exercise, call.options["lang"], call.where


def _missing(root: Path, exercise: str, language: str, where: str) -> Iterator[str]:
    with chdir(root):
        if not (Path("data") / language).is_dir():
            begin = f"{COMMAND} {exercise} {language}"
            yield f"{where}: data/{language} does not exist. Expected the words of '{language}'. To begin: {begin}"
            return
        try:
            needed = to_translate(exercise)
        except JoinedUpError:  # another check says so
            return
        for name, frame in needed.items():
            key = primary_key(name, Path("data"))
            path = Path("data") / language / f"{name}.csv"
            there: set[tuple[str, ...]] = set()
            if path.is_file():
                try:
                    header, *found = records(path)
                except TableError:  # said of the table itself
                    continue
                rows = (dict(zip(header, cells, strict=False)) for cells in found)
                there = {tuple(row.get(part, "") for part in key) for row in rows}
            absent = [names for names in frame[key].itertuples(index=False, name=None) if names not in there]
            if absent:
                yield (
                    f"data/{language}/{name}.csv has no row '{' and '.join(absent[0])}'"
                    + (f", nor {len(absent) - 1} more that {exercise} shows" if len(absent) > 1 else "")
                    + f". Expected all of them: {where} shows {exercise} in '{language}'. "
                    f"To add them: {COMMAND} {exercise} {language}"
                )
