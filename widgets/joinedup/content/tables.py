"""Find and read the tables in `data/` that every exercise is made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

import pandas as pd

from ..errors import TableError, suggest
from .cell_messages import AN_ID, fits_an_id, shape, shown
from .csv_files import records
from .file_cache import file_cache
from .row_places import Rows, Source, row_name, where
from .schema import PACKAGE
from .translations import translated


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
        known = sorted(path.stem for path in folder.glob("*.csv"))
        missing = f"data/{name}.csv does not exist." if re.fullmatch(r"\w+", name) else f"There is no table '{name}'."
        alone = re.sub(r"^.*[/\\]|\.csv$", "", name)
        raise TableError(missing + (f" Expected '{alone}'." if alone in known else suggest(name, known)))
    return _frame_of(path, f"data/{name}.csv").copy()


@file_cache
def _frame_of(path: Path, where: str) -> pd.DataFrame:
    header, *found = records(path, where)
    for number, row in enumerate(found, start=2):
        if not any(row) or len(row) != len(header):
            raise TableError(f"{where}, row {number}: {shape(row, len(header))}")
    return pd.DataFrame(found, columns=header, dtype="str")


def rows(source: Source, columns: Iterable[str], *, label: str, unique: str | None = "id") -> Rows:
    """Return a table's rows as dictionaries, or say what is wrong with it.

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
    Rows
        The named columns of every row, as dictionaries in the table's order; `place` says where each cell is.

    Raises
    ------
    TableError
        If there are no rows, a column is missing, a cell is empty that must not be, or an id occurs twice or is not
        what kept answers can name.
    """
    named = where(source, label)
    source = source if isinstance(source, str | pd.DataFrame) else _listed(source, named)
    frame = _spoken(source) if isinstance(source, str) else _frame(source)
    wanted = [column.rstrip("?") for column in columns]
    if frame.empty:
        raise TableError(f"{named} has no rows. Expected at least one, with: {', '.join(wanted)}.")
    for column in wanted:
        if column not in frame.columns:
            raise TableError(
                f"{named} has no column '{column}'. It needs: {', '.join(wanted)}. "
                f"It has: {', '.join(map(str, frame.columns)) or '(no columns)'}."
            )
    columns_found = [[str(cell).strip() for cell in frame[column].tolist()] for column in wanted]
    cells = [dict(zip(wanted, record, strict=True)) for record in zip(*columns_found, strict=True)]
    found = Rows(cells, source, label)
    filled = [column for column in columns if not column.endswith("?")]
    for number, row in enumerate(found):
        for column in filled:
            if not row[column]:
                raise TableError(f"{found.place(number, column)}: the cell is empty. Expected some text.")
    if unique:
        _refuse_twins(found, unique)
    return found


def _listed(source: object, named: str) -> list[Mapping[str, object]]:
    """Return the rows that were handed over, or say what was expected."""
    try:
        listed = list(source)  # type: ignore[call-overload]
    except TypeError:
        listed = None
    if listed is None or isinstance(source, Mapping | bytes | Path):
        raise TableError(
            f"{named}: cannot make a table of {type(source).__name__}. "
            "Expected a DataFrame, a list of dictionaries, or the name of a table in data/."
        )
    for number, item in enumerate(listed):
        if not isinstance(item, Mapping):
            raise TableError(
                f"{named}, {row_name(listed, number)}: {type(item).__name__}, {shown(str(item))}. "
                "Expected a dictionary, with the name of each column and its value."
            )
    return listed


def _spoken(name: str) -> pd.DataFrame:
    """Read a table in the language that an exercise is being made in."""
    folder = data_folder()
    return translated(as_written(name, folder), name, folder)


def _frame(source: pd.DataFrame | list[Mapping[str, object]]) -> pd.DataFrame:
    frame = source if isinstance(source, pd.DataFrame) else pd.DataFrame(source)
    return frame.astype(object).where(frame.notna(), "")


def _refuse_twins(found: Rows, unique: str) -> None:
    first: dict[str, int] = {}
    for number, row in enumerate(found):
        value = row[unique]
        if value in first:
            raise TableError(
                f"{found.place(number, unique)}: '{value}' is already in {row_name(found.source, first[value])}. "
                "Use each one only once."
            )
        if unique == "id" and not fits_an_id(value):
            raise TableError(f"{found.place(number, unique)}: {shown(value)}. Expected {AN_ID}.")
        first[value] = number
