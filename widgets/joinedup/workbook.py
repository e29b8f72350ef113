"""The workbook file: a person's answers, kept beside the notebooks and found again."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

FORMAT, VERSION = "joinedup-workbook", 1
FILE = "my-workbook.json"


def kept(path: Path) -> dict[str, Any]:
    """Give the answers kept in a workbook file, by exercise; none if there is no such file or it cannot be read."""
    found = _read(path)
    return {exercise: entry["answer"] for exercise, entry in found["answers"].items()} if found else {}


def keep(path: Path, exercise: str, widget: str, answer: Mapping[str, Any]) -> bool:
    """Keep one answer in a workbook file and leave the others alone.

    The file is replaced in one step: whatever happens meanwhile, it holds the old answers or the new ones. A file that
    is there and is not a workbook of this version is never overwritten.

    Parameters
    ----------
    path : Path
        The file.
    exercise, widget : str
        The exercise's id and kind.
    answer : dict
        The answer; an empty one takes the exercise out of the file.

    Returns
    -------
    bool
        Whether it could be kept.
    """
    workbook = _read(path)
    if workbook is None:
        return False
    if answer:
        saved = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        workbook["answers"][exercise] = {"widget": widget, "saved": saved, "answer": dict(answer)}
    elif exercise not in workbook["answers"]:
        return True
    else:
        del workbook["answers"][exercise]
    try:
        _write(path, workbook)
    except OSError:
        return False
    return True


def _read(path: Path) -> dict[str, Any] | None:
    if not path.exists():
        return {"format": FORMAT, "version": VERSION, "who": {"label": "", "team": "", "role": ""}, "answers": {}}
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        sound = found["format"] == FORMAT and found["version"] == VERSION
        return (
            found if sound and all(isinstance(entry["answer"], dict) for entry in found["answers"].values()) else None
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _write(path: Path, workbook: Mapping[str, Any]) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(workbook, file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
