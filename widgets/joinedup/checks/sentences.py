"""Say in plain words what frictionless found."""

from __future__ import annotations

import re
from typing import Any

from ..errors import suggest

LONGEST = 60


def expected(field: Any) -> str:
    """Say what belongs in a column.

    Parameters
    ----------
    field : frictionless.Field
        The column's description in the data package.

    Returns
    -------
    str
        The end of a sentence that begins with "Expected", such as "a whole number from 1 to 9".
    """
    rules = field.constraints
    if "enum" in rules:
        return f"one of: {', '.join(map(str, rules['enum']))}"
    if field.type == "integer":
        least, most = rules.get("minimum"), rules.get("maximum")
        if least is not None and most is not None:
            return f"a whole number from {least} to {most}"
        return "a whole number" + (f", {least} or more" if least is not None else "")
    return field.custom.get("patternMeans", "some text")


def cell_sentence(error: Any, field: Any) -> str:
    """Say what is wrong with one cell.

    Parameters
    ----------
    error : frictionless.errors.CellError
        What was found.
    field : frictionless.Field
        The cell's column.
    """
    if error.type == "unique-error":
        return twins(error, [error.cell])
    if not error.cell.strip():
        return empty(field)
    if "enum" in field.constraints:
        return f"{shown(error.cell)}.{suggest(error.cell, field.constraints['enum'])}"
    return f"{shown(error.cell)}. Expected {expected(field)}."


def empty(field: Any) -> str:
    """Say that a cell is empty that must not be, and what belongs in it."""
    return f"the cell is empty. Expected {expected(field)}."


def shape(error: Any, columns: int) -> str:
    """Say what is wrong with a row as a whole: it is blank, or has too many cells or too few."""
    if error.type == "blank-row":
        return "the row is blank. Expected something in it, or no row."
    return (
        f"the row has {len(error.cells)} cells. Expected {columns}, one for each column. "
        "If there is a comma in a text, put the whole text between quotation marks."
    )


def twins(error: Any, values: list[str]) -> str:
    """Say where a value, or several together, stand already that should stand once."""
    row = re.search(r"\d+$", error.note)
    where = f"in row {row.group()} already" if row else "in another row too"
    if len(values) == 1:
        return f"{shown(values[0])} stands {where}. Expected each one once."
    return f"{' and '.join(map(shown, values))} stand together {where}. Expected each pair once."


def foreign(error: Any, value: str, known: list[str]) -> str:
    """Say that a value stands in no row of the table it points to.

    Parameters
    ----------
    error : frictionless.errors.ForeignKeyError
        What was found.
    value : str
        What stands in the cell.
    known : list of str
        The values of the column it points to.
    """
    column = error.reference_field_names[0]
    return f"{shown(value)} is not in the column '{column}' of data/{error.reference_name}.csv.{suggest(value, known)}"


def shown(value: str) -> str:
    """Put a value between quotation marks, on one line and not too long."""
    line = re.sub(r"[\r\n]+", " ", value)
    return f"'{line}'" if len(line) <= LONGEST else f"'{line[:LONGEST]}…'"
