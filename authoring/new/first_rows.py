"""The rows that a new table begins with, from the folder `templates`."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from importlib.resources import files


def rows(name: str) -> Iterator[dict[str, str]]:
    """Return the rows of a template."""
    yield from table(name)[1]


def table(name: str) -> tuple[list[str], list[dict[str, str]]]:
    """Return the columns and the rows of a template."""
    text = files("authoring.new").joinpath("templates", f"{name}.csv").read_text(encoding="utf-8")
    reader = csv.DictReader(io.StringIO(text, newline=""))
    return list(reader.fieldnames or []), list(reader)
