"""Where an exercise comes from, in full: a sheet of paper has no page of references beside it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from ..described import LOADER, PACKAGE
from ..tables import data_folder, rows

IPS = "IPS (2008)"
"""The work that the whole workbook rests on."""


def acknowledged(exercise: str) -> list[str]:
    """Give the source of an exercise, then in full each work that it names.

    Parameters
    ----------
    exercise : str
        The exercise's id, a row of `data/exercises.csv`. The works are the `sources` of `data/datapackage.yaml`.
    """
    given = {row["id"]: row["source"] for row in rows("exercises", ["id", "source"], label="exercises")}[exercise]
    works = _works(data_folder())
    return [given, *(f"{name}: {work}" for name, work in works.items() if name in given or name == IPS)]


@cache
def _works(folder: Path) -> dict[str, str]:
    """Give each work by the name it is cited with."""
    package = yaml.load((folder / PACKAGE).read_text(encoding="utf-8"), Loader=LOADER)
    named = (source["title"].partition(": ") for source in package["sources"])
    return {name: work for name, colon, work in named if colon and name != "ours"}
