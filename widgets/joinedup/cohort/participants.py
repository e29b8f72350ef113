"""Bring the workbooks of a group together: each person once, and every file that cannot be read by its name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import pandas as pd

from .. import workbook
from ..content.words import fill, labels
from ..workbook import Workbook, WorkbookError
from ..workbook.clock import believed
from ..workbook.code import MARK
from ..workbook.format import MAX_BYTES
from .group import Group
from .refusing import CohortError

FLOOR = 5
Source = str | Path | Mapping[str, Any]
Named = tuple[str, Workbook]


def load(source: Source | Iterable[Source], *, floor: int = FLOOR) -> Group:
    """Bring the workbooks of a group together.

    A file that is no workbook is left out by its name, and all the others count. The same workbook twice counts once.
    Of two workbooks of one person the newer one counts: a person is known by the name they gave their workbook, and by
    their team; who gave none stands alone.

    Parameters
    ----------
    source : str, Path, dict or list
        A folder, whose files that end in `.json` are taken, and those in `.txt` that hold short codes; a file; a
        workbook; or several of these in a list. A file may hold many short codes, as the page *From paper* gives it.
    floor : int, optional
        The smallest number of people that any picture may describe; 5 unless given, and at least 2. Below 5, people can
        guess who said what: lower it only if everybody in the room agrees.

    Returns
    -------
    Group
        The group, with the files that were `refused` or `left_out`, and why.

    Raises
    ------
    CohortError
        If the floor is no whole number of at least 2, or there is nothing to bring together.

    Examples
    --------
    >>> group = load("../data/sample_workshop")
    >>> len(group)
    30
    """
    if isinstance(floor, bool) or not isinstance(floor, int) or floor < 2:
        raise CohortError(f"load(): the floor is {floor!r}. Expected a whole number of people, at least 2.")
    read: list[Named] = []
    refused: list[tuple[str, str]] = []
    for name, one in _sources(source):
        try:
            read.append((name, _workbook(name, one)))
        except WorkbookError as error:
            refused.append((name, str(error)))
    kept, left_out = _each_once(read)
    return Group(kept, floor, refused=_table(refused), left_out=_table(left_out))


def _sources(source: Source | Iterable[Source]) -> Iterator[tuple[str, Path | str | Mapping[str, Any]]]:
    """Return every file, every short code and every workbook, with what to call it."""
    several = [source] if isinstance(source, (str, Path, Mapping)) else source
    if not isinstance(several, Iterable):
        raise _unreadable(source)
    for number, one in enumerate(several, start=1):
        if isinstance(one, Mapping):
            yield f"Workbook {number}", one
        elif not isinstance(one, (str, Path)):
            raise _unreadable(one)
        elif Path(one).is_dir():
            yield from _files(Path(one))
        else:
            yield from _in_file(Path(one))


def _unreadable(source: object) -> CohortError:
    return CohortError(
        f"load(): cannot read {type(source).__name__}. Expected a folder, a file, a workbook or a list of these."
    )


def _files(folder: Path) -> Iterator[tuple[str, Path | str]]:
    there = sorted(path for path in folder.iterdir() if path.suffix in (".json", ".txt") and path.name[0] != ".")
    files = [path for path in there if path.suffix == ".json" or _codes(path)]
    if not files:
        raise CohortError(f"The folder {folder.name} holds no file that ends in .json. Expected workbook files.")
    for path in files:
        yield from _in_file(path)


def _in_file(path: Path) -> Iterator[tuple[str, Path | str]]:
    """Return a workbook file, or each of the short codes that a file holds in its place."""
    codes = [] if path.suffix == ".json" else _codes(path)
    called = labels("group-picture", "")["code-number"]
    for number, code in enumerate(codes, start=1):
        yield f"{path.name}, {fill(called, number=number)}", code
    if not codes:
        yield path.name, path


def _codes(path: Path) -> list[str]:
    """Find the short codes in a text; none if it is a workbook file, or cannot be read."""
    try:
        with path.open("rb") as file:
            text = file.read(MAX_BYTES).decode(errors="replace")
    except OSError:
        return []
    return (
        []
        if text.lstrip("\ufeff \r\n\t").startswith("{")
        else re.findall(rf"{re.escape(MARK)}[A-Za-z0-9_\u2010-\u2015\u2212-]+", text)
    )


def _workbook(name: str, one: Path | str | Mapping[str, Any]) -> Workbook:
    if isinstance(one, Path):
        return workbook.load(one)
    if isinstance(one, str):
        return workbook.from_code(one, name)
    try:
        return workbook.from_text(workbook.to_text(one), name)
    except TypeError:
        raise WorkbookError("other", f"{name} is not a workbook. Expected what workbook.load gives.") from None


def _each_once(read: list[Named]) -> tuple[list[Workbook], list[tuple[str, str]]]:
    """Return the workbooks that count, and the names of those that do not, each with the reason."""
    words = labels("group-picture", "")
    same: dict[bytes, str] = {}
    newest: dict[Any, Named] = {}
    left_out: list[tuple[str, str]] = []
    for name, found in read:
        text = sha256(workbook.to_text(found).encode()).digest()
        if text in same:
            left_out.append((name, fill(words["left-same"], name=name, other=same[text])))
            continue
        same[text] = name
        person = _person(found) or text
        newer, older = (name, found), newest.get(person)
        if older is not None:
            if _latest(older[1]) >= _latest(found):
                newer, older = older, newer
            left_out.append((older[0], fill(words["left-older"], name=older[0], other=newer[0])))
        newest[person] = newer
    return [found for _, found in newest.values()], left_out


def _person(found: Workbook) -> tuple[str, str] | None:
    label, team = (" ".join(found["who"][part].split()).casefold() for part in ("label", "team"))
    return (label, team) if label else None


def _latest(found: Workbook) -> str:
    return max((believed(entry["saved"]) for entry in found["answers"].values()), default="")


def _table(rows: list[tuple[str, str]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["file", "reason"], dtype="str")
