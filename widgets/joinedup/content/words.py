"""The words an exercise or a page shows, from `data/labels.csv` and `data/readings.csv`."""

from __future__ import annotations

import re

from ..errors import ConfigurationError, suggest
from .tables import Source, rows

BLANK = re.compile(r"\{(\w+)\}")
"""A name in braces, such as {card}."""


def sentences(widget: str, keys: list[str], source: Source = "readings", exercise: str = "") -> dict[str, str]:
    """Read the sentences that a widget's result is built of.

    Parameters
    ----------
    widget : str
        The widget's kind, as in the table's `widget` column.
    keys : list of str
        Every key that must be there.
    source : table
        The table of readings: columns widget, key, text.
    exercise : str
        The exercise's id; rows that name it in the column `widget` stand in for its kind's.

    Returns
    -------
    dict of str to str
        The sentence of each key, with its placeholders in braces.
    """
    every = rows(source, ["widget", "key", "text"], label="readings", unique=None)
    found = {row["key"]: row["text"] for owner in (widget, exercise) for row in every if row["widget"] == owner}
    for key in keys:
        if key not in found:
            raise ConfigurationError(f"{every.where} has no '{key}' for {widget}.{suggest(key, found)}")
    return {key: found[key] for key in keys}


def labels(widget: str, exercise: str) -> dict[str, str]:
    """Look up the labels a widget's buttons and messages use, so that they can be changed or translated.

    Parameters
    ----------
    widget : str
        The widget's kind, as in the table's `widget` column.
    exercise : str
        The exercise's id; rows that name it in the column `widget` stand in for its kind's.
    """
    every = rows("labels", ["widget", "id", "text"], label="labels", unique=None)
    return {row["id"]: row["text"] for owner in ("every", widget, exercise) for row in every if row["widget"] == owner}


def fill(text: str, /, **values: object) -> str:
    """Replace the names in braces with values, as `fill` in dom.js does; any other brace stays as it is written.

    `str.format` would do more: it would follow `{card.__class__}`, and stumble over a name it does not know. What a
    table says is a text and no program.

    Parameters
    ----------
    text : str
        A cell of a table, such as "{count} of {total} answered".
    **values : object
        What each name stands for.
    """
    return BLANK.sub(lambda name: str(values.get(name[1], name[0])), text)


def labelled(found: list[dict[str, str]], column: str) -> list[dict[str, str]]:
    """Return rows as `id` and `label`, the label taken from one of their columns."""
    return [{"id": row["id"], "label": row[column]} for row in found]
