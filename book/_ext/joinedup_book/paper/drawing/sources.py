"""Where an exercise comes from, in full: a sheet of paper has no page of references beside it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from joinedup.content.schema import LOADER, PACKAGE
from joinedup.content.tables import data_folder, rows

IPS = "IPS (2008)"
"""The work that the whole workbook rests on."""


def acknowledged(exercise: str) -> list[str]:
    """Return the source of an exercise, then in full each work that it names, and in any case the one all rests on.

    Parameters
    ----------
    exercise : str
        The exercise's id, a row of `data/exercises.csv`. The works are the `sources` of `data/datapackage.yaml`.
    """
    given, works = _read(data_folder())
    source = given[exercise]
    return [source, *(f"{name}: {work}" for name, work in works.items() if name in source or name == IPS)]


@cache
def _read(folder: Path) -> tuple[dict[str, str], dict[str, str]]:
    """Read the source of each exercise by its id, and each work by the name it is cited with."""
    package = yaml.load((folder / PACKAGE).read_text(encoding="utf-8"), Loader=LOADER)
    named = (source["title"].partition(": ") for source in package["sources"])
    works = {name: work for name, colon, work in named if colon and name != "ours"}
    return {row["id"]: row["source"] for row in rows("exercises", ["id", "source"], label="exercises")}, works
