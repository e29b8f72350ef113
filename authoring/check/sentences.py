"""Say in plain words what frictionless found."""

from __future__ import annotations

import re
from typing import Any

from joinedup.content.cell_messages import empty, not_found, shape, shown, unexpected


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
    described = field.to_dict()
    return unexpected(error.cell, described) if error.cell.strip() else empty(described)


def shape_sentence(error: Any, columns: int) -> str:
    """Say what is wrong with a row as a whole."""
    return shape([] if error.type == "blank-row" else error.cells, columns)


def twins(error: Any, values: list[str]) -> str:
    """Say where a value, or several together, stand already that should stand once."""
    row = re.search(r"\d+$", error.note)
    where = f"already in row {row.group()}" if row else "in another row too"
    if len(values) == 1:
        return f"{shown(values[0])} is {where}. Use each one only once."
    together = f"already together in row {row.group()}" if row else "together in another row too"
    return f"{' and '.join(map(shown, values))} are {together}. Use each pair only once."


def foreign(error: Any, value: str, known: list[str]) -> str:
    """Say that the table a value points to has no such row.

    Parameters
    ----------
    error : frictionless.errors.ForeignKeyError
        What was found.
    value : str
        What is in the cell.
    known : list of str
        The values of the column it points to.
    """
    return not_found(value, known, error.reference_field_names[0], error.reference_name)
