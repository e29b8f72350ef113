"""The workbook file beside the notebooks: written in one step, and never over something that is no workbook."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from glob import escape
from pathlib import Path
from typing import Any

from filelock import Timeout

from .flatten import merged
from .format import MAX_BYTES, Entry, Workbook, WorkbookError, empty, from_text, new_id, to_text
from .locking import locked

FILE = "my-workbook.json"
TEMPORARY = 8
"""How many letters `tempfile` adds to a name."""


def load(path: str | Path) -> Workbook:
    """Read a workbook file.

    Parameters
    ----------
    path : str or Path
        The file.

    Raises
    ------
    WorkbookError
        If there is no such file, it cannot be opened, or it is no workbook. See `from_text`.
    """
    path = Path(path)
    try:
        with path.open("rb") as file:
            text = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise WorkbookError("missing", f"{path.name} does not exist. Expected a workbook file.") from None
    except OSError as error:
        raise WorkbookError("unreadable", f"{path.name} cannot be opened: {error.strerror}.") from None
    return from_text(text, path.name)


def save(workbook: Workbook, path: str | Path) -> None:
    """Write a workbook file in one step: whatever happens meanwhile, the file holds the old answers or the new ones.

    Parameters
    ----------
    workbook : dict
        The workbook; it is checked first.
    path : str or Path
        The file; one that is there is replaced. Where it is a link, what it leads to is, and the link stays.

    Raises
    ------
    WorkbookError
        If it is not a workbook, or the file cannot be written.
    """
    path = Path(path)
    text = to_text(from_text(to_text(workbook), "The workbook"))
    try:
        target = path.resolve()
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(text.encode())
                file.flush()
                os.fsync(file.fileno())
            if target.exists():
                shutil.copymode(target, name)  # who may read it stays as somebody has set it
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise WorkbookError("unwritable", f"{path.name} cannot be written: {error.strerror or error}.") from None


def entries(path: Path) -> dict[str, Entry]:
    """Return the entries of a workbook file, by exercise; none if there is no such file.

    Raises
    ------
    WorkbookError
        If the file is there and cannot be read.
    """
    return _there(path)["answers"]


def kept(path: Path) -> dict[str, dict[str, Any]]:
    """Return the answers kept in a workbook file, by exercise; none if there is no such file.

    Raises
    ------
    WorkbookError
        If the file is there and cannot be read.
    """
    return {name: entry["answer"] for name, entry in entries(path).items()}


def keep(
    path: Path,
    exercise: str,
    widget: str,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    held: dict[str, Entry] | None = None,
) -> dict[str, Any]:
    """Keep a change of one answer in a workbook file, and leave alone what else is in it, or was changed meanwhile.

    Parameters
    ----------
    path : Path
        The file; it is made if there is none.
    exercise, widget : str
        The exercise's id and kind.
    before, after : dict
        The answer before the change and after it; an empty one takes the exercise out of the file.
    held : dict of str to dict, optional
        The entries that were in the file when it was last read or written here, by exercise; brought up to date. Where
        the file has been deleted since, they are written again, with all of `after`.

    Returns
    -------
    dict
        The answer that is in the file now: `after`, with what another notebook changed meanwhile.

    Raises
    ------
    WorkbookError
        If it could not be kept. The file is as it was.
    """
    target = path.resolve()
    try:
        with locked(target):
            _clear(target)
            workbook = _there(path)
            if not target.exists():
                workbook["answers"].update({name: one for name, one in (held or {}).items() if name != exercise})
                before = {}  # all of the answer is new to the file
            entry = workbook["answers"].pop(exercise, None)
            answer = merged(entry["answer"] if entry else {}, before, after)
            if answer:
                saved = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
                workbook["answers"][exercise] = {"widget": widget, "saved": saved, "answer": answer}
            if answer or entry or (workbook["answers"] and not target.exists()):
                workbook.setdefault("id", new_id())
                save(workbook, path)
            if held is not None:
                held.clear()
                held.update(workbook["answers"])
            return answer
    except Timeout:
        raise WorkbookError("busy", f"{path.name} is being written by another notebook.") from None
    except OSError as error:
        raise WorkbookError("unwritable", f"{path.name} cannot be written: {error.strerror or error}.") from None


def _clear(path: Path) -> None:
    """Take away what was half written when a kernel was killed: it holds answers, and nobody would find it."""
    for left in path.parent.glob(f".{escape(path.name)}.{'?' * TEMPORARY}"):
        left.unlink(missing_ok=True)


def _there(path: Path) -> Workbook:
    return load(path) if path.exists() else empty()
