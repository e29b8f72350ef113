"""Find the words an exercise shows, row by row of the tables they stand in: what a translator has to translate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from joinedup.content.exercise_table import exercise_rows, options
from joinedup.content.schema import primary_key, schema
from joinedup.content.tables import as_written, data_folder
from joinedup.content.translations import noting_tables
from joinedup.errors import ConfigurationError, suggest
from joinedup.exercises.registry import KINDS

NOT_WORDS = "source"
"""A column of texts that say where a row comes from, which stay as they are."""


def to_translate(exercise: str) -> dict[str, pd.DataFrame]:
    """List the words that an exercise shows, and those of the earlier answers above it.

    Parameters
    ----------
    exercise : str
        The exercise's id, a row of `data/exercises.csv`.

    Returns
    -------
    dict of str to DataFrame
        For each table it takes words from, the rows that hold them: the columns that tell rows apart, and those with
        words in them. Every cell is a text.

    Raises
    ------
    ConfigurationError
        If there is no such exercise.
    """
    every = exercise_rows()
    if exercise not in every:
        raise ConfigurationError(f"There is no exercise '{exercise}' in data/exercises.csv.{suggest(exercise, every)}")
    row = every[exercise]
    with noting_tables() as names:
        made = KINDS[row["widget"]](exercise, **options(row))
    owners = {exercise, "every", made.kind, *(one["exercise"] for one in made.config["previous"])}
    shown = set(_texts(made.config))
    found = {name: _rows_of(name, owners, shown) for name in names if name != "carried"}
    return {name: frame for name, frame in found.items() if not frame.empty}


def word_columns(name: str, folder: Path) -> list[str]:
    """Return the columns of a table that hold words: free texts that name or point to nothing."""
    described = schema(name, folder)
    pointing = {column for key in described.get("foreignKeys", []) for column in key["fields"]}
    return [
        field["name"]
        for field in described["fields"]
        if field["type"] == "string"
        and field["name"] not in {*described["primaryKey"], *pointing, NOT_WORDS}
        and not {"enum", "pattern"} & set(field.get("constraints", {}))
    ]


def _rows_of(name: str, owners: set[str], shown: set[str]) -> pd.DataFrame:
    folder = data_folder()
    frame, key = as_written(name, folder), primary_key(name, folder)
    owner = next((column for column in ("widget", "exercise") if column in key), "id" if name == "exercises" else None)
    if owner:
        frame = frame[frame[owner].isin(owners)]
    columns = word_columns(name, folder)
    has_words = frame[columns].apply(lambda cells: cells.str.strip().isin(shown) & (cells.str.strip() != ""))
    if owner is None and len(key) > 1:  # of several lists in one table, those that are shown whole
        whole = has_words.any(axis="columns").groupby(frame[key[0]]).transform("all")
        frame, has_words = frame[whole], has_words[whole]
    used = [column for column in columns if has_words[column].any()]
    return frame.loc[has_words.any(axis="columns"), [*key, *used]].reset_index(drop=True)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping | list):
        for inner in value.values() if isinstance(value, Mapping) else value:
            yield from _texts(inner)
