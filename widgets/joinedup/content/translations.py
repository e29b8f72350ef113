"""Exercises in another language: tables in `data/<language>/` whose cells stand in for those of the tables above."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any

import pandas as pd

from ..errors import ConfigurationError, TableError
from .cell_messages import shape
from .commands import JOINEDUP
from .csv_files import records
from .schema import primary_key

_spoken: ContextVar[str] = ContextVar("spoken", default="")
_read: ContextVar[list[str] | None] = ContextVar("read", default=None)

COMMAND = f"{JOINEDUP} new translation"


def current_language() -> str:
    """Return the code of the language that exercises are being made in; "" where it is the workbook's own."""
    return _spoken.get()


@contextmanager
def use_language(language: str) -> Iterator[None]:
    """Read tables with the words of a language for as long as this lasts.

    Parameters
    ----------
    language : str
        Its code, such as "mi": the name of a folder in `data/`. "" changes nothing.
    """
    before = _spoken.set(language or current_language())
    try:
        yield
    finally:
        _spoken.reset(before)


@contextmanager
def noting_tables() -> Iterator[list[str]]:
    """Note the names of the tables that are read for as long as this lasts."""
    names: list[str] = []
    before = _read.set(names)
    try:
        yield names
    finally:
        _read.reset(before)


def in_language(make: Callable[..., None]) -> Callable[..., None]:
    """Let an exercise be made with `lang=`, the code of the language it speaks."""

    @functools.wraps(make)
    def made(self: Any, *arguments: Any, lang: str = "", **options: Any) -> None:
        with use_language(lang):
            make(self, *arguments, **options)

    written = inspect.signature(make)
    *known, last = written.parameters.values()
    option = inspect.Parameter("lang", inspect.Parameter.KEYWORD_ONLY, default="", annotation=str)
    parts = [*known, option, last] if last.kind is last.VAR_KEYWORD else [*known, last, option]
    made.__signature__ = written.replace(parameters=parts)  # type: ignore[attr-defined]
    return made


def translated(frame: pd.DataFrame, name: str, folder: Path) -> pd.DataFrame:
    """Return a table with the cells of its translation, where there are any.

    Parameters
    ----------
    frame : DataFrame
        The table as it is written, every cell a text.
    name : str
        Its name.
    folder : Path
        The data folder.

    Raises
    ------
    ConfigurationError
        If there is no folder for the language.
    TableError
        If the translation cannot be read.
    """
    if (noted := _read.get()) is not None and name not in noted:
        noted.append(name)
    language = current_language()
    if not language:
        return frame
    if not (folder / language).is_dir():
        raise ConfigurationError(
            f"There are no words in '{language}': the folder data/{language} does not exist. "
            f"Expected a language that has one. To begin one: {COMMAND} EXERCISE {language}"
        )
    path = folder / language / f"{name}.csv"
    if not path.is_file():
        return frame
    header, *found = records(path, f"data/{language}/{name}.csv")
    key = primary_key(name, folder)
    for column in key:
        if column not in header or column not in frame:
            raise TableError(f"data/{language}/{name}.csv, row 1, column '{column}': the column is missing.")
    words = {}
    for number, cells in enumerate(found, start=2):
        if len(cells) != len(header):
            raise TableError(f"data/{language}/{name}.csv, row {number}: {shape(cells, len(header))}")
        row = dict(zip(header, cells, strict=True))
        words[tuple(row.pop(column) for column in key)] = row
    rows = frame.to_dict("records")
    for row in rows:
        own = words.get(tuple(row[column] for column in key), {})
        row.update({column: cell for column, cell in own.items() if column in row and cell.strip()})
    return pd.DataFrame(rows, columns=frame.columns, dtype="str")
