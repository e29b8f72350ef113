"""Bring the workbooks of a group together: each person once, and every file that cannot be read by its name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from .. import workbook
from ..content.limits import COHORT
from ..workbook import Workbook, WorkbookError
from .files import sources
from .group import Group
from .persons import each_person_once
from .refusing import CohortError

MIN_GROUP_SIZE, LEAST = COHORT["minGroupSize"], COHORT["minGroupSizeLeast"]
Source = str | Path | Mapping[str, Any]
Named = tuple[str, Workbook]
LeftOut = list[tuple[str, str]]


def load(
    source: Source | Iterable[Source],
    *,
    min_group_size: int = MIN_GROUP_SIZE,
    one_person: bool | Iterable[Iterable[str]] = False,
    teams: Mapping[str, str] | None = None,
    floor: int | None = None,
) -> Group:
    """Bring the workbooks of a group together.

    A file that is no workbook is left out by its name, and all the others count. The same workbook twice counts once,
    and of two workbooks with one id, which one person began, the newer one.

    Parameters
    ----------
    source : str, Path, dict or list
        A folder, with the folders in it; a file; a workbook; or several of these in a list. Of a folder the workbook
        files are taken, whatever a mail program made of their names (`.JSON`, `.json.txt`, `.json.download`), and the
        texts that hold short codes. A file may hold many short codes, as the page *From paper* gives it.
    min_group_size : int, optional
        The smallest number of people of whom anything is shown; 5 unless given, and at least 2. Below 5, people can
        guess who said what: lower it only if everybody in the room agrees.
    one_person : bool or list of lists of str, optional
        Whether workbooks with the same name and team, and no id that says so, are of one person, of whom the newer one
        counts. False counts each of them, True counts one of each name; a list says for which: a list of file names for
        each person. `Group.alike` reports what was found and how it was counted.
    teams : dict of str to str, optional
        What a team is to be called, by how it was typed: the same name for two joins them, and another name for one way
        of typing parts it. Unless given, teams are one whose names differ only in blanks, capitals, macrons,
        apostrophes and dashes.
    floor : int, optional
        The name of `min_group_size` in the first edition.

    Returns
    -------
    Group
        The group, with the files that were `refused` or `left_out`, and why, and the workbooks that are `alike`.

    Raises
    ------
    CohortError
        If the minimum group size is no whole number of at least 2, there is nothing to bring together, or `one_person`
        names a file that isn't among those with the same name and team.

    Examples
    --------
    >>> group = load("../data/sample_workshop")
    >>> len(group)
    30
    """
    least = min_group_size if floor is None else floor
    if isinstance(least, bool) or not isinstance(least, int) or least < LEAST:
        raise CohortError(
            f"load(): the minimum group size is {least!r}. Expected a whole number of people, at least {LEAST}."
        )
    read: list[Named] = []
    refused: LeftOut = []
    left_out: LeftOut = []
    for name, one in sources(source, left_out):
        try:
            read.append((name, _workbook(name, one)))
        except WorkbookError as error:
            refused.append((name, str(error)))
    kept, more, alike = each_person_once(read, one_person)
    tables = {"refused": _table(refused), "left_out": _table([*left_out, *more])}
    return Group(kept, least, alike=pd.DataFrame(alike, columns=["files", "counted_as"]), teams=teams or {}, **tables)


def _workbook(name: str, one: Path | str | Mapping[str, Any]) -> Workbook:
    if isinstance(one, Path):
        return workbook.load(one)
    if isinstance(one, str):
        return workbook.from_code(one, name)
    try:
        return workbook.from_text(workbook.to_text(one), name)
    except TypeError:
        raise WorkbookError("other", f"{name} is not a workbook. Expected what workbook.load returns.") from None


def _table(rows: list[tuple[str, str]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["file", "reason"], dtype="str")
