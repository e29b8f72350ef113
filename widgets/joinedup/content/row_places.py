"""Rows of a table that know where they stand, so that a message can say it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

Source = str | pd.DataFrame | Iterable[Mapping[str, object]]


class Rows(list[dict[str, str]]):
    """A table's rows, which know where they stand.

    Parameters
    ----------
    found : iterable of dict
        The rows, in the table's order.
    source : str, DataFrame or iterable of dict
        What they were read from.
    label : str
        What to call the table when it is not a file.
    """

    def __init__(self, found: Iterable[dict[str, str]], source: Source, label: str):
        super().__init__(found)
        self.source, self.where = source, where(source, label)

    def place(self, number: int, column: str) -> str:
        """Say where a cell is, in the words that begin a message.

        Parameters
        ----------
        number : int
            The row's place among the rows, from 0.
        column : str
            The column's name.
        """
        return f"{self.where}, {row_name(self.source, number)}, column '{column}'"


def where(source: Source, label: str) -> str:
    """Name a table in a message: by its file, or else by what it is for."""
    return f"data/{source}.csv" if isinstance(source, str) else f"The {label} table"


def row_name(source: Source, number: int) -> str:
    """Name a row, counted from 0, as whoever made the table counts: in a spreadsheet, a DataFrame or a list."""
    if isinstance(source, str):
        return f"row {number + 2}"
    if isinstance(source, pd.DataFrame):
        return f"row {number + 2} (in the DataFrame, index {source.index[number]})"
    return f"item {number + 1} of the list"
