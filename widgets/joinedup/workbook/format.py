"""What a workbook file is: read strictly, written always in the same way."""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any, NotRequired, TypedDict

import fastjsonschema
from fastjsonschema import JsonSchemaValueException

from ..content.limits import WORKBOOK
from ..content.tables import data_folder
from ..errors import JoinedUpError

FORMAT, VERSION = "joinedup-workbook", 2
SCHEMA = "workbook.schema.json"
MAX_BYTES = WORKBOOK["maxBytes"]
"""A larger file is refused unread: more than a hundred times what a person writes in this workbook."""

NO_VERSION = WORKBOOK["noVersion"]
"""A number from here on is damage and not a later version."""


def _from_first(found: dict[str, Any]) -> dict[str, Any]:
    """Make version 2 of version 1, which had no id."""
    return {**found, "version": 2}


UPGRADES: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {1: _from_first}
"""For each earlier version of the format, what makes the next one of it."""

LONE_SURROGATE = re.compile("[\ud800-\udfff]")


class Entry(TypedDict):
    """The answer to one exercise: the exercise's kind, when it was last changed, and the answer itself."""

    widget: str
    saved: str
    answer: dict[str, Any]


class Workbook(TypedDict):
    """One person's answers. See `data/workbook.schema.json`."""

    format: str
    version: int
    who: dict[str, str]
    id: NotRequired[str]
    answers: dict[str, Entry]
    notes_for_group: NotRequired[bool]


class WorkbookError(JoinedUpError):
    """A file or a code is not a workbook that can be read.

    Parameters
    ----------
    reason : str
        Which kind of mistake it is: "large", "not-text", "not-json", "other", "later" or "damaged".
    message : str
        What is wrong, where, and what was expected.
    """

    def __init__(self, reason: str, message: str):
        super().__init__(message)
        self.reason = reason


def new_id() -> str:
    """Return a random id for a workbook that is just begun: it says which files are of one person, and nothing else."""
    return secrets.token_hex(WORKBOOK["idLetters"] // 2)


def empty() -> Workbook:
    """Return a workbook without answers."""
    return {"format": FORMAT, "version": VERSION, "who": {"label": "", "team": "", "role": ""}, "answers": {}}


def from_text(text: str | bytes, name: str = "The file") -> Workbook:
    """Read a workbook from the text of its file.

    Parameters
    ----------
    text : str or bytes
        The text; bytes are taken as UTF-8.
    name : str
        What to call it in a message.

    Returns
    -------
    dict
        The workbook, as `data/workbook.schema.json` describes it, with every part of `who`,
        `notes_for_group` only if that is true, and an `id` only if the file has one.

    Raises
    ------
    WorkbookError
        If it is too large, is not JSON, is something else, is of a later version, or has a part that cannot be.
    """
    if len(text) > MAX_BYTES:
        raise _large(name)
    found = _json(text, name)
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise _other(name)
    found = _upgraded(found, name)
    try:
        _check(found)
    except JsonSchemaValueException as error:
        raise WorkbookError("damaged", f"{name} is damaged {_place(error)}: {_expected(error)}") from None
    who = {**empty()["who"], **found["who"]}
    shared = {"notes_for_group": True} if found.get("notes_for_group") else {}
    shared |= {"id": found["id"]} if "id" in found else {}
    workbook = _whole({"format": FORMAT, "version": VERSION, "who": who, "answers": found["answers"], **shared})
    if len(text) > MAX_BYTES // 4 and len(to_text(workbook).encode()) > MAX_BYTES:  # it could not be saved
        raise _large(name)
    return workbook


def to_text(workbook: Workbook) -> str:
    """Return the text of a workbook's file: the same bytes for the same answers, here and in the browser."""
    return json.dumps(workbook, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _json(text: str | bytes, name: str) -> Any:
    def refuse(constant: str) -> None:
        raise ValueError(constant)

    try:
        text = text.decode("utf-8-sig") if isinstance(text, bytes) else text.removeprefix("\ufeff")
    except UnicodeDecodeError:
        raise WorkbookError("not-text", f"{name} is not text. Expected a workbook, which is saved as UTF-8.") from None
    try:
        return json.loads(text, parse_constant=refuse, object_pairs_hook=_once)
    except (ValueError, RecursionError):
        if not text.lstrip().startswith("{"):
            raise _other(name) from None
        raise WorkbookError(
            "not-json", f"{name} is damaged or only part of a file. Expected a whole workbook file."
        ) from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse what is said twice: one of the two would be lost."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("said twice")
    return found


def _large(name: str) -> WorkbookError:
    return WorkbookError("large", f"{name} is too large. Expected at most {MAX_BYTES // 1_000_000} MB.")


def _other(name: str) -> WorkbookError:
    return WorkbookError("other", f"{name} is not a workbook. Expected one that this workbook has saved.")


def _upgraded(found: dict[str, Any], name: str) -> dict[str, Any]:
    version = found.get("version")
    if isinstance(version, bool) or version not in range(min(UPGRADES, default=VERSION), NO_VERSION):
        raise WorkbookError("damaged", f"{name} is damaged at version: expected a whole number from 1 to {VERSION}.")
    if version > VERSION:
        raise WorkbookError(
            "later",
            f"{name} is of version {version} of the format, from a later edition of this workbook. "
            f"Expected version {VERSION} or earlier. Open it with a newer edition.",
        )
    while version < VERSION:
        found = UPGRADES[version](found)
        version = found["version"]
    return found


def _check(found: dict[str, Any]) -> None:
    path = data_folder() / SCHEMA
    _checker(path, path.stat().st_mtime_ns)(found)


@lru_cache(maxsize=2)
def _checker(path: Path, changed: int) -> Callable[[Any], Any]:
    """Read the schema; again only when its file has changed."""
    return fastjsonschema.compile(json.loads(path.read_text(encoding="utf-8")))


def _place(error: JsonSchemaValueException) -> str:
    steps = ["".join(c if c.isprintable() else "?" for c in step[:25]) for step in error.path[1:]]
    return f"at {' > '.join(steps)}" if steps else "at the top"


def _expected(error: JsonSchemaValueException) -> str:
    what = (error.definition or {}).get("description")
    return f"expected something else there. {what}" if what else "expected something else there."


def _whole(value: Any) -> Any:
    """Replace half a letter, which no file can hold, with the sign for an unknown letter."""
    if isinstance(value, str):
        return LONE_SURROGATE.sub("\ufffd", value)
    if isinstance(value, dict):
        return {key: _whole(inner) for key, inner in value.items()}
    return [_whole(inner) for inner in value] if isinstance(value, list) else value
