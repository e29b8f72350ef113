"""Make the tables that one exercise is translated in."""

from __future__ import annotations

import re
from contextlib import chdir
from pathlib import Path

import pandas as pd

from joinedup.content.commands import command
from joinedup.content.csv_files import records
from joinedup.content.exercise_table import exercise_rows
from joinedup.content.schema import primary_key
from joinedup.content.tables import as_written
from joinedup.exercises.registry import KINDS

from ..check.command import mistakes
from ..translatable import to_translate
from .draft import Draft, NewError
from .inserting import table_text

LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*")


def translate(root: Path, exercise: str, language: str) -> list[str]:
    """Write the words of an exercise into `data/<language>/`, to be translated there; what is there already stays.

    Parameters
    ----------
    root : Path
        The workbook's folder.
    exercise : str
        The exercise's id.
    language : str
        The code of the language.

    Returns
    -------
    list of str
        What was made and what to do next, a line each.

    Raises
    ------
    NewError
        If the code is none, or the workbook is not in order. Nothing is changed then.
    JoinedUpError
        If there is no such exercise. Nothing is changed then.
    """
    if not LANGUAGE.fullmatch(language):
        raise NewError(
            f"'{language}' isn't a language code. Expected two or three lower-case letters, such as mi for "
            "te reo Māori, sm for Samoan or to for Tongan."
        )
    wrong = next(iter(mistakes(root)), "")
    if wrong and f"data/{language}" not in wrong:
        raise NewError(f"The workbook has problems. Fix them first: {wrong}")
    draft = Draft(root)
    with chdir(root):
        needed = to_translate(exercise)
        row = exercise_rows()[exercise]
        for name, frame in needed.items():
            _add(draft, language, name, frame)
    written = [*draft.made, *draft.changed]
    if not written:
        return [f"data/{language} has every row that {exercise} needs. Nothing was changed."]
    draft.keep()
    call = f'{KINDS[row["widget"]].__name__}("{exercise}", lang="{language}")'
    return [
        f"Wrote the words of Exercise {row['number']} ({exercise}) to be translated:",
        "",
        *(f"  {'new    ' if name in draft.made else 'changed'}  {name}" for name in written),
        "",
        "What to do next:",
        f"  1. Give data/{language} to a person who speaks the language well. They write over our words, cell by cell.",
        "     The first columns are names and stay as they are. So do words in braces, such as {card}.",
        f"  2. In notebooks/{row['chapter']}.ipynb, make the exercise with: {call}",
        f"  3. Then '{command('check')}', which lists the rows that still have our words.",
        f"     Then '{command('notebooks')}' and '{command('book')}'.",
    ]


def _add(draft: Draft, language: str, name: str, needed: pd.DataFrame) -> None:
    """Plan the table with the rows and columns it does not have yet."""
    path = f"data/{language}/{name}.csv"
    key = primary_key(name, draft.root / "data")
    if not (draft.root / path).is_file():
        draft.make(path, _text(needed))
        return
    header, *found = records(draft.root / path, path)
    there = pd.DataFrame(found, columns=header, dtype="str")
    original = as_written(name, draft.root / "data").set_index(key)
    columns = [*header, *(column for column in needed.columns if column not in header)]
    names = [tuple(cells) for cells in there[key].itertuples(index=False)]
    rows = there.to_dict("records")
    for names_of, row in zip(names, rows, strict=True):
        place = names_of if len(key) > 1 else names_of[0]
        row.update({column: str(original.at[place, column]) for column in columns if column not in header})
    for row in needed.to_dict("records"):
        if tuple(row[column] for column in key) not in names:
            place = tuple(row[column] for column in key) if len(key) > 1 else row[key[0]]
            own = {column: str(original.at[place, column]) for column in columns if column not in key}
            rows.append({**own, **row})
    text = _text(pd.DataFrame(rows, columns=columns))
    if len(rows) > len(names) or columns != header:
        draft.change(path, text)


def _text(frame: pd.DataFrame) -> str:
    return table_text(list(frame.columns), frame.to_dict("records"))
