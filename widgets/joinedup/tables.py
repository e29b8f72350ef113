"""Find and read the tables in `data/` that every exercise is made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import pandas as pd

from .csv_files import records
from .errors import TableError, suggest
from .expectations import shape

Source = str | pd.DataFrame | Iterable[Mapping[str, object]]

PACKAGE = "datapackage.yaml"


def data_folder(start: Path | None = None) -> Path:
    """Find the `data` folder, looking from a folder upwards.

    Parameters
    ----------
    start : Path, optional
        Where to begin; the current folder (in a notebook, the notebook's own) unless given.

    Raises
    ------
    TableError
        If neither `start` nor any folder above it holds `data/datapackage.yaml`.
    """
    begin = (start or Path.cwd()).resolve()
    for folder in (begin, *begin.parents):
        if (folder / "data" / PACKAGE).is_file():
            return folder / "data"
    raise TableError(
        f"No data folder: looked for data/{PACKAGE} in {begin.name}/ and every folder above it. "
        "Keep the notebook inside a copy of the workbook, beside its data folder."
    )


def as_written(name: str, folder: Path | None = None) -> pd.DataFrame:
    """Read one table as text, exactly as it is written.

    Parameters
    ----------
    name : str
        The table's name, which is its file's name without `.csv`.
    folder : Path, optional
        The data folder; found from the current folder upwards unless given.

    Returns
    -------
    DataFrame
        One row per row of the file, every column of type str, empty cells as "".

    Raises
    ------
    TableError
        If the file is missing, is not UTF-8, or is not a table; if a row is blank or has a cell too many or too few.
    """
    folder = folder or data_folder()
    path = folder / f"{name}.csv"
    if not path.is_file():
        raise TableError(
            f"data/{name}.csv does not exist.{suggest(name, sorted(p.stem for p in folder.glob('*.csv')))}"
        )
    header, *found = records(path)
    for number, row in enumerate(found, start=2):
        if not any(row) or len(row) != len(header):
            raise TableError(f"data/{name}.csv, row {number}: {shape(row, len(header))}")
    return pd.DataFrame(found, columns=header, dtype="str")


def rows(source: Source, columns: Iterable[str], *, label: str, unique: str | None = "id") -> list[dict[str, str]]:
    """Give a table's rows as dictionaries, or say what is wrong with it.

    Parameters
    ----------
    source : str, DataFrame or list of dict
        The table's name in `data/`, or the rows themselves.
    columns : iterable of str
        The columns that must be there, each cell filled, unless the name ends in "?": those cells may be empty.
    label : str
        What to call the table in a message, when it is not a file.
    unique : str or None
        The column whose cells must all differ, if any.

    Returns
    -------
    list of dict of str to str
        The named columns of every row, in the table's order.

    Raises
    ------
    TableError
        If there are no rows, a column is missing, a cell is empty that must not be, or an id stands twice.
    """
    where = f"data/{source}.csv" if isinstance(source, str) else f"The {label} table"
    frame = as_written(source) if isinstance(source, str) else _frame(source, where)
    wanted = [column.rstrip("?") for column in columns]
    if frame.empty:
        raise TableError(f"{where} has no rows. Expected at least one, with: {', '.join(wanted)}.")
    for column in wanted:
        if column not in frame.columns:
            raise TableError(
                f"{where} has no column '{column}'. It needs: {', '.join(wanted)}. "
                f"It has: {', '.join(map(str, frame.columns)) or '(no columns)'}."
            )
    found = [{column: str(record[column]).strip() for column in wanted} for record in frame.to_dict("records")]
    filled = [column for column in columns if not column.endswith("?")]
    for number, row in enumerate(found, start=2):
        for column in filled:
            if not row[column]:
                raise TableError(f"{where}, row {number}, column '{column}': the cell is empty. Expected some text.")
    if unique:
        _refuse_twins(found, unique, where)
    return found


def _frame(source: object, where: str) -> pd.DataFrame:
    if isinstance(source, pd.DataFrame):
        return source.astype(object).where(source.notna(), "")
    try:
        return pd.DataFrame(list(source)).fillna("")  # type: ignore[call-overload]
    except (TypeError, ValueError):
        raise TableError(
            f"{where}: cannot make a table of {type(source).__name__}. "
            "Expected a DataFrame, a list of dictionaries, or the name of a table in data/."
        ) from None


def _refuse_twins(found: list[dict[str, str]], unique: str, where: str) -> None:
    first: dict[str, int] = {}
    for number, row in enumerate(found, start=2):
        value = row[unique]
        if value in first:
            raise TableError(
                f"{where}, row {number}, column '{unique}': '{value}' stands in row {first[value]} already. "
                "Expected each one once."
            )
        first[value] = number
