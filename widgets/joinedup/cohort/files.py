"""Where workbooks come from: files, folders in folders, short codes; and by name whatever isn't taken."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from ..content.words import fill, labels
from ..workbook.code import MARK
from ..workbook.format import MAX_BYTES
from .refusing import CohortError

MAILED = (".json", ".json.txt", ".json.download")
"""What the name of a workbook file ends in, also after a mail program has added to it."""

Source = str | Path | Mapping[str, Any]
Found = tuple[str, Path | str | Mapping[str, Any]]
LeftOut = list[tuple[str, str]]


def sources(source: Source | Iterable[Source], left_out: LeftOut) -> Iterator[Found]:
    """Return every file, every short code and every workbook, with what to call it.

    Parameters
    ----------
    source : str, Path, dict or list
        See `participants.load`.
    left_out : list
        Gets the name of everything in a folder that isn't taken, with the reason.

    Raises
    ------
    CohortError
        If it is something else, or a folder holds no workbook file.
    """
    several = [source] if isinstance(source, (str, Path, Mapping)) else source
    if not isinstance(several, Iterable):
        raise _unreadable(source)
    for number, one in enumerate(several, start=1):
        if isinstance(one, Mapping):
            yield f"Workbook {number}", one
        elif not isinstance(one, (str, Path)):
            raise _unreadable(one)
        elif Path(one).is_dir():
            yield from _in_folder(Path(one), left_out)
        else:
            yield from _in_file(Path(one), Path(one).name)


def _unreadable(source: object) -> CohortError:
    return CohortError(
        f"load(): cannot read {type(source).__name__}. Expected a folder, a file, a workbook or a list of these."
    )


def _in_folder(folder: Path, left_out: LeftOut) -> Iterator[Found]:
    """Return the workbook files of a folder and of those in it, by the path from there."""
    words = labels("group-picture", "")
    taken = 0

    def leave(name: str, reason: str) -> None:
        left_out.append((name, fill(words[reason], name=name)))

    def unopened(error: OSError) -> None:
        leave(Path(error.filename).relative_to(folder).as_posix(), "left-folder")

    for place, folders, files in os.walk(folder, onerror=unopened):
        folders.sort()
        for name in [one for one in folders if Path(place, one).is_symlink()]:
            leave(Path(place, name).relative_to(folder).as_posix(), "left-folder")
        for name in sorted(files):
            path = Path(place, name)
            called = path.relative_to(folder).as_posix()
            if name.startswith(".") or not (name.lower().endswith(MAILED) or _codes(path)):
                leave(called, "left-other")
                continue
            taken += 1
            yield from _in_file(path, called)
    if not taken:
        raise CohortError(f"The folder {folder.name} holds no file that ends in .json. Expected workbook files.")


def _in_file(path: Path, name: str) -> Iterator[Found]:
    """Return a workbook file, or each of the short codes that a file holds in its place."""
    codes = _codes(path)
    called = labels("group-picture", "")["code-number"]
    for number, code in enumerate(codes, start=1):
        yield f"{name}, {fill(called, number=number)}", code
    if not codes:
        yield name, path


def _codes(path: Path) -> list[str]:
    """Find the short codes in a text; none if it is a workbook file, isn't a text by its name, or can't be read."""
    if path.suffix.lower() not in (".txt", ".download", "") or not path.is_file():
        return []
    try:
        with path.open("rb") as file:
            text = file.read(MAX_BYTES).decode(errors="replace")
    except OSError:
        return []
    if text.lstrip("\ufeff \r\n\t").startswith("{"):
        return []
    return re.findall(rf"{re.escape(MARK)}[A-Za-z0-9_\u2010-\u2015\u2212-]+", text)
