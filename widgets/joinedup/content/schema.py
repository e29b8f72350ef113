"""What `data/datapackage.yaml` says of each table."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from ..errors import TableError, suggest
from .commands import command
from .file_cache import file_cache

PACKAGE = "datapackage.yaml"
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the same, ten times as fast where it is there


def schema(name: str, folder: Path) -> dict[str, Any]:
    """Return the description of one table: its `fields`, `primaryKey` and `foreignKeys`.

    Parameters
    ----------
    name : str
        The table's name.
    folder : Path
        The data folder.

    Raises
    ------
    TableError
        If the description cannot be read, or describes no such table.
    """
    described = _described(folder / PACKAGE)
    if name not in described:
        raise TableError(f"data/{PACKAGE} describes no table '{name}'.{suggest(name, described)}")
    return described[name]


def primary_key(name: str, folder: Path) -> list[str]:
    """Return the columns that tell a table's rows apart."""
    return list(schema(name, folder)["primaryKey"])


@file_cache
def _described(path: Path) -> dict[str, Any]:
    """Read the description of every table."""
    try:
        package = yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER)
        return {resource["name"]: resource["schema"] for resource in package["resources"]}
    except (yaml.YAMLError, UnicodeDecodeError, TypeError, KeyError):
        raise TableError(f"data/{PACKAGE} cannot be read. Run '{command('check')}' to see the line.") from None
