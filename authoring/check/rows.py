"""Validate the rows of tables that can be read, and say what is wrong cell by cell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from frictionless import Package

from joinedup.content.cell_messages import BLANK, empty, garbled, invisible, spoilt, too_long

from . import sentences

Row = list[str]
Found = dict[tuple[int, int], str]
"""A sentence for each row and column, both counted from 1; column 0 stands for the whole row."""

BLANK_ROWS = "the rows are blank. Expected something in them, or no rows: delete them in the spreadsheet."
SHAPE = ("blank-row", "extra-cell", "missing-cell")


def row_mistakes(package: Package, read: dict[str, list[Row]]) -> Iterator[str]:
    """Say what is wrong with the rows, a line for each cell, in the order of the package and of the rows.

    Parameters
    ----------
    package : Package
        The description of these tables, and of no others.
    read : dict of str to list of list of str
        The rows of each table, the one with the names of the columns first.

    Yields
    ------
    str
        The file, the row and the column, what is there and what was expected.
    """
    for resource in package.resources:
        schema = resource.schema
        fields = {field.name: field for field in schema.fields}
        schema.fields = [fields[name] for name in read[str(resource.name)][0]]
        schema.foreign_keys = [key for key in schema.foreign_keys if key["reference"]["resource"] in ("", *read)]
    tasks = [task for resource in package.resources for task in resource.validate().tasks]
    errors = {task.name: task.errors for task in tasks}
    found: dict[str, Found] = {}
    for resource in package.resources:
        name = str(resource.name)
        found[name] = _own_mistakes(read[name], resource.schema)
        _add_mistakes(found[name], errors[name], resource.schema)
    wrong = {(name, read[name][0][column - 1]) for name, cells in found.items() for _, column in cells if column}
    for name, cells in found.items():
        for error in errors[name]:
            if error.type == "foreign-key" and (error.reference_name, error.reference_field_names[0]) not in wrong:
                _add_foreign(cells, error, read[name][0], read[error.reference_name])
    for resource in package.resources:
        header = read[str(resource.name)][0]
        for (row, column), sentence in _gathered(found[str(resource.name)]):
            cell = f", column '{header[column - 1]}'" if column else ""
            yield f"data/{resource.path}, row {row}{cell}: {sentence}"


def _gathered(found: Found) -> Iterator[tuple[tuple[int | str, int], str]]:
    """Return the sentences in order; blank rows that follow each other, which a spreadsheet may leave, as one."""
    blank = {row for (row, column), sentence in found.items() if sentence == BLANK}
    for (row, column), sentence in sorted(found.items()):
        if row in blank and row - 1 in blank:
            continue
        last = row
        while row in blank and last + 1 in blank:
            last += 1
        yield ((row, column), sentence) if last == row else ((f"{row} to row {last}", 0), BLANK_ROWS)


def _own_mistakes(rows: list[Row], schema: Any) -> Found:
    """Find what the format has no rule for: too many words, and cells with nothing but spaces."""
    found: Found = {}
    for number, row in enumerate(rows[1:], start=2):
        for column, (cell, field) in enumerate(zip(row, schema.fields, strict=False), start=1):
            if sentence := spoilt(cell) or garbled(cell) or invisible(cell) or too_long(cell, field.custom):
                found[number, column] = sentence
            if field.required and cell and not cell.strip():
                found[number, column] = empty(field.to_dict())
    return found


def _add_mistakes(found: Found, errors: list[Any], schema: Any) -> None:
    """Put what frictionless found into words: one sentence for a cell, or for a row whose shape is wrong."""
    misshapen = {error.row_number for error in errors if error.type in SHAPE}
    copies = {error.row_number for error in errors if error.type == "primary-key" and _key(error, schema)}
    for cell in [cell for cell in found if cell[0] in misshapen]:
        del found[cell]
    for error in errors:
        row = getattr(error, "row_number", 1)
        if error.type in SHAPE:
            found[row, 0] = sentences.shape_sentence(error, len(schema.fields))
        elif row in misshapen or error.type == "foreign-key" or (error.type == "unique-error" and row in copies):
            continue
        elif error.type == "primary-key":
            if key := _key(error, schema):
                place = schema.field_names.index(schema.primary_key[-1]) + 1
                found.setdefault((row, place), sentences.twins(error, key))
        elif getattr(error, "field_name", ""):
            sentence = sentences.cell_sentence(error, schema.get_field(error.field_name))
            found.setdefault((row, error.field_number), sentence)
        else:
            found.setdefault((row, 0), error.message)


def _key(error: Any, schema: Any) -> list[str]:
    """Return the cells that tell this row apart, or nothing if they are empty: that is a mistake of another kind."""
    cells = [error.cells[schema.field_names.index(name)] for name in schema.primary_key if error.cells]
    return cells if any(cells) else []


def _add_foreign(found: Found, error: Any, header: Row, target: list[Row]) -> None:
    """Say that a cell points to nothing, unless something is wrong with the cell or the row itself."""
    place = target[0].index(error.reference_field_names[0])
    known = list(dict.fromkeys(row[place] for row in target[1:] if len(row) > place))
    column = header.index(error.field_names[0])
    if (error.row_number, 0) not in found:
        sentence = sentences.foreign(error, error.cells[column], known)
        found.setdefault((error.row_number, column + 1), sentence)
