"""Return a table as a DataFrame with the types and orders that its description says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd

from ..errors import TableError
from .cell_messages import empty, not_found, shown, too_long, unexpected
from .csv_files import header_mistakes
from .schema import schema
from .tables import as_written, data_folder

ORDER = "order"
"""The column that says in which order a table's rows stand."""

Field = dict[str, Any]


def table(name: str, folder: Path | None = None) -> pd.DataFrame:
    """Return one of the workbook's tables, ready to count and to draw.

    Parameters
    ----------
    name : str
        The table's name, which is its file's name in `data/` without `.csv`, such as "factors".
    folder : Path, optional
        The data folder; found from the current folder upwards unless given.

    Returns
    -------
    DataFrame
        The rows in the file's order. Whole numbers are integers; texts are str, "" where a cell is empty. A column of
        given words, or one that points to another table, is categorical, and missing (NaN) where its cell is empty.
        The categories are ordered where the order means something: in a table with a column `order` the ids and
        names, and every column that points to such a table (levels on a line, stages).

    Raises
    ------
    TableError
        If there is no such table, or a cell is not what `data/datapackage.yaml` says: with the file, the row and the
        column as a spreadsheet numbers them, what is there and what was expected.

    Examples
    --------
    >>> factors = table("factors")
    >>> factors["section"].dtype.name
    'int64'
    """
    folder = folder or data_folder()
    described = schema(name, folder)
    frame = as_written(name, folder)
    where = f"data/{name}.csv"
    for mistake in header_mistakes(list(frame.columns), [field["name"] for field in described["fields"]], where):
        raise TableError(mistake)
    foreign = {key["fields"][0]: key["reference"] for key in described.get("foreignKeys", [])}
    typed = {}
    for field in described["fields"]:
        values, column = list(frame[field["name"]]), field["name"]
        reference = foreign.get(column)
        known = _known(reference, folder) if reference else None
        for number, sentence in _mistakes(values, field):
            raise TableError(f"{where}, row {number}, column '{column}': {sentence}")
        for number, value in enumerate(values, start=2):
            if known is not None and value and value not in known:
                sentence = not_found(value, known, reference["fields"][0], reference["resource"])
                raise TableError(f"{where}, row {number}, column '{column}': {sentence}")
        typed[column] = _column(values, field, known, ordered=bool(reference) and _is_ordered(reference, folder))
    _refuse_twins(frame, described, where)
    result = pd.DataFrame(typed)[list(frame.columns)]
    return _in_order(result, described) if ORDER in result else result


def _known(reference: dict[str, Any], folder: Path) -> list[str]:
    """Return the cells that a column may point to, in the order of the table they stand in."""
    frame = as_written(reference["resource"], folder)
    if _is_ordered(reference, folder):
        frame = frame.sort_values(ORDER, key=lambda cells: pd.to_numeric(cells, errors="coerce"), kind="stable")
    return list(dict.fromkeys(frame[reference["fields"][0]]))


def _is_ordered(reference: dict[str, Any], folder: Path) -> bool:
    return any(field["name"] == ORDER for field in schema(reference["resource"], folder)["fields"])


def _in_order(frame: pd.DataFrame, described: dict[str, Any]) -> pd.DataFrame:
    """Make ordered categories of the ids and names, where each occurs once."""
    once = {field["name"] for field in described["fields"] if field.get("constraints", {}).get("unique")}
    if ORDER not in once:
        return frame
    for column in once & {"id", "name"}:
        frame[column] = pd.Categorical(frame[column], list(frame.sort_values(ORDER)[column]), ordered=True)
    return frame


def _mistakes(values: list[str], field: Field) -> Iterator[tuple[int, str]]:
    rules = field.get("constraints", {})
    seen: dict[str, int] = {}
    for number, value in enumerate(values, start=2):
        if not value.strip():
            if rules.get("required"):
                yield number, empty(field)
        elif not _fits(value, field):
            yield number, unexpected(value, field)
        elif sentence := too_long(value, field):
            yield number, sentence
        elif rules.get("unique") and value in seen:
            yield number, f"{shown(value)} is already in row {seen[value]}. Use each one only once."
        seen.setdefault(value, number)


def _fits(value: str, field: Field) -> bool:
    rules = field.get("constraints", {})
    if field["type"] == "integer":
        if not re.fullmatch(r"[+-]?\d+", value):
            return False
        return rules.get("minimum", int(value)) <= int(value) <= rules.get("maximum", int(value))
    if "enum" in rules:
        return value in rules["enum"]
    return "pattern" not in rules or bool(re.fullmatch(rules["pattern"], value))


def _column(values: list[str], field: Field, known: list[str] | None, *, ordered: bool) -> pd.Series:
    words = field.get("constraints", {}).get("enum", known)
    if field["type"] == "integer":
        numbers = pd.array([int(value) if value else None for value in values], dtype="Int64")
        return pd.Series(numbers if "" in values else numbers.astype("int64"))
    if words is not None:
        filled = [value or None for value in values]
        ordered = ordered or bool(field.get("categoriesOrdered"))
        return pd.Series(pd.Categorical(filled, categories=words, ordered=ordered))
    return pd.Series(values, dtype="str")


def _refuse_twins(frame: pd.DataFrame, described: dict[str, Any], where: str) -> None:
    key = described.get("primaryKey", [])
    if len(key) < 2:
        return
    first: dict[tuple[str, ...], int] = {}
    for number, values in enumerate(frame[key].itertuples(index=False, name=None), start=2):
        if values in first:
            together = " and ".join(map(shown, values))
            raise TableError(
                f"{where}, row {number}, column '{key[-1]}': {together} are already together in row {first[values]}. "
                "Use each pair only once."
            )
        first[values] = number
