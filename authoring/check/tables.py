"""Compare every table in `data/` with the data package that describes it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml
from frictionless import FrictionlessException, Package

from joinedup.content.csv_files import header_mistakes, records
from joinedup.content.schema import LOADER, PACKAGE
from joinedup.errors import TableError

from .rows import row_mistakes


def mistakes(root: Path) -> Iterator[str]:
    """Say what is wrong with the tables, a line each, by file, row and column.

    A table that cannot be read, or whose columns are wrong, has its rows left for the next time. So have cells that
    point to such a table, or to a column with mistakes.

    Parameters
    ----------
    root : Path
        The workbook's folder, which holds `data/`.

    Yields
    ------
    str
        The file, the row and the column as a spreadsheet numbers them, what is there and what was expected.
    """
    folder = root / "data"
    try:
        package = _package(folder)
    except TableError as error:
        yield str(error)
        return
    described = {resource.path for resource in package.resources}
    for path in sorted(folder.glob("*.csv")):
        if path.name not in described:
            yield (
                f"data/{path.name} is not described. Expected an entry for it in data/{PACKAGE}, or no such file: "
                "if it is a copy that you keep, move it out of data/."
            )
    read: dict[str, list[list[str]]] = {}
    for resource in list(package.resources):
        found: list[list[str]] = []
        try:
            found = records(folder / str(resource.path))
            wrong = list(header_mistakes(found[0], resource.schema.field_names, f"data/{resource.path}"))
        except TableError as error:
            wrong = [str(error)]
        yield from wrong
        if wrong:
            package.remove_resource(str(resource.name))
        else:
            read[str(resource.name)] = found
    yield from row_mistakes(package, read)


def count(root: Path) -> int:
    """Count the tables in `data/`."""
    return len(list((root / "data").glob("*.csv")))


def _package(folder: Path) -> Package:
    where = f"data/{PACKAGE}"
    try:
        described = yaml.load((folder / PACKAGE).read_text(encoding="utf-8"), Loader=LOADER)
        if not isinstance(described, dict):
            raise TableError(f"{where} is empty. Expected a description of every table in data/.")
        return Package.from_descriptor(described, basepath=str(folder))
    except FileNotFoundError:
        raise TableError(f"{where} does not exist. Run the check in the workbook's own folder.") from None
    except UnicodeDecodeError:
        raise TableError(f"{where} is not saved as UTF-8. Expected UTF-8.") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        raise TableError(f"{where}{line}: it isn't valid YAML. Write it like the lines around it.") from None
    except FrictionlessException as error:
        reasons = "; ".join(reason.note for reason in error.reasons or [error.error])
        raise TableError(f"{where} is not a data package: {reasons}.") from None
