"""What an exercise goes on from: earlier exercises, and what they asked, so that an answer can be told in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..errors import ConfigurationError, suggest
from .tables import rows

EXERCISE_COLUMNS = ["id", "chapter", "number", "title", "instruction", "widget", "options?"]


NOTHING_TO_CHOOSE: dict[str, Any] = {"key": "", "shape": "one", "items": [], "choices": []}
"""What an exercise asks that asks for texts only."""
IN_WORDS = ("exercise", "widget", "chapter", "number", "title", "prompts", "key", "items", "choices", "none")
"""What is needed of an exercise to put an answer into words, and to say where it was given."""


def exercise_rows() -> dict[str, dict[str, str]]:
    """Return every row of `data/exercises.csv` by its id."""
    return {row["id"]: row for row in rows("exercises", EXERCISE_COLUMNS, label="exercises")}


def options(row: Mapping[str, str]) -> dict[str, str]:
    """Return what an exercise is made with, from the cell `options` of its row, such as "section=3".

    Raises
    ------
    ConfigurationError
        If the cell is not made of names and values.
    """
    found = {}
    for part in filter(None, (part.strip() for part in row["options"].split(";"))):
        name, equals, value = (piece.strip() for piece in part.partition("="))
        if not (name.isidentifier() and equals and value):
            raise ConfigurationError(
                f"data/exercises.csv, exercise '{row['id']}', column 'options': '{part}'. "
                "Expected a name, = and a value, such as section=3, with semicolons between several."
            )
        found[name] = value
    return found


def prompts(exercise: str) -> list[dict[str, str]]:
    """Return what an exercise asks people to write, in the order of `data/prompts.csv`."""
    every = rows("prompts", ["exercise", "id", "prompt", "help?"], label="prompts", unique=None)
    return [{"id": r["id"], "prompt": r["prompt"], "help": r["help"]} for r in every if r["exercise"] == exercise]


def exercise_spec(exercise: str, kinds: Mapping[str, Any]) -> dict[str, Any]:
    """Return what an exercise asks and what can be answered, in words: enough to tell an answer without ids.

    Parameters
    ----------
    exercise : str
        The exercise's id, a row of `data/exercises.csv`.
    kinds : dict of str to type
        The class of each kind of exercise.

    Returns
    -------
    dict
        `exercise`, `widget`, `chapter`, `number` and `title`; `prompts`, `items` and `choices`, each a list of `id` and
        `label`; `key`, the part of an answer that holds a choice for each item; and whatever else the kind's
        `answer_spec` says.
    """
    every = exercise_rows()
    if exercise not in every:
        raise ConfigurationError(f"There is no exercise '{exercise}' in data/exercises.csv.{suggest(exercise, every)}")
    row = every[exercise]
    if row["widget"] not in kinds:
        raise ConfigurationError(
            f"data/exercises.csv, exercise '{exercise}', column 'widget': '{row['widget']}'."
            f"{suggest(row['widget'], kinds)}"
        )
    return {
        "exercise": exercise,
        **{column: row[column] for column in ("widget", "chapter", "number", "title")},
        "prompts": [{"id": prompt["id"], "label": prompt["prompt"]} for prompt in prompts(exercise)],
        **NOTHING_TO_CHOOSE,
        **kinds[row["widget"]].answer_spec(exercise, **options(row)),
    }


def previous_answers(exercise: str, kinds: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the wording of the exercises that one goes on from, with the part of each answer that it needs.

    Parameters
    ----------
    exercise : str
        The exercise's id, as in the column `exercise` of `data/carried.csv`.
    kinds : dict of str to type
        The class of each kind of exercise.
    """
    every = rows("carried", ["exercise", "earlier", "part"], label="carried", unique=None)
    found = [(exercise_spec(row["earlier"], kinds), row["part"]) for row in every if row["exercise"] == exercise]
    return [{name: spec[name] for name in IN_WORDS if name in spec} | {"part": part} for spec, part in found]


def heading(exercise: str, title: str | None, instruction: str | None, number: str | None) -> dict[str, str]:
    """Return an exercise's number, title and instruction: as given, or else from its row of `data/exercises.csv`.

    Raises
    ------
    ConfigurationError
        If the table has no such exercise and no title and instruction are given.
    """
    if title is not None and instruction is not None:
        return {"number": number or "", "title": title, "instruction": instruction}
    table = exercise_rows()
    if exercise not in table:
        raise ConfigurationError(
            f"There is no exercise '{exercise}' in data/exercises.csv.{suggest(exercise, table)} "
            "Add a row there, or give title= and instruction=."
        )
    row = table[exercise]
    return {
        "number": number if number is not None else row["number"],
        "title": title if title is not None else row["title"],
        "instruction": instruction if instruction is not None else row["instruction"],
    }
