"""What a workbook file is: read strictly, written always in the same way."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict

from ..errors import JoinedUpError
from ..tables import data_folder

if TYPE_CHECKING:
    from jsonschema import ValidationError

FORMAT, VERSION = "joinedup-workbook", 1
SCHEMA = "workbook.schema.json"
MAX_BYTES = 4_000_000
"""A larger file is refused unread: more than a hundred times what a person writes in this workbook."""

NO_VERSION = 1000
"""A number from here on is damage and not a later version."""

UPGRADES: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
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
    answers: dict[str, Entry]


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


def empty() -> Workbook:
    """Give a workbook without answers."""
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
        The workbook, as `data/workbook.schema.json` describes it, with every part of `who`.

    Raises
    ------
    WorkbookError
        If it is too large, is not JSON, is something else, is of a later version, or has a part that cannot be.
    """
    if len(text) > MAX_BYTES:
        raise WorkbookError("large", f"{name} is too large. Expected at most {MAX_BYTES // 1_000_000} MB.")
    found = _json(text, name)
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise _other(name)
    found = _upgraded(found, name)
    try:
        error = _first_mistake(found)
    except RecursionError:
        raise WorkbookError("damaged", f"{name} is damaged: parts stand in parts without end.") from None
    if error is not None:
        raise WorkbookError("damaged", f"{name} is damaged {_place(error)}: {_expected(error)}")
    who = {**empty()["who"], **found["who"]}
    return _whole({"format": FORMAT, "version": VERSION, "who": who, "answers": found["answers"]})


def to_text(workbook: Workbook) -> str:
    """Give the text of a workbook's file: the same bytes for the same answers, here and in the browser."""
    return json.dumps(workbook, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _json(text: str | bytes, name: str) -> Any:
    def refuse(constant: str) -> None:
        raise ValueError(constant)

    try:
        text = text.decode("utf-8-sig") if isinstance(text, bytes) else text.removeprefix("\ufeff")
    except UnicodeDecodeError:
        raise WorkbookError("not-text", f"{name} is not text. Expected a workbook, which is saved as UTF-8.") from None
    try:
        return json.loads(text, parse_constant=refuse)
    except (ValueError, RecursionError):
        if not text.lstrip().startswith("{"):
            raise _other(name) from None
        raise WorkbookError(
            "not-json", f"{name} is damaged or only part of a file. Expected a whole workbook file."
        ) from None


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


def _first_mistake(found: dict[str, Any]) -> ValidationError | None:
    path = data_folder() / SCHEMA
    return next(_validator(path, path.stat().st_mtime_ns).iter_errors(found), None)


@lru_cache(maxsize=2)
def _validator(path: Path, changed: int) -> Any:
    """Read the schema, again only when its file has changed. A pattern's end is the text's end, as in a browser."""
    from jsonschema import Draft202012Validator, ValidationError  # it takes a second, which not every kernel needs
    from jsonschema.validators import extend

    def pattern(validator: Any, wanted: str, instance: Any, schema: Any) -> Iterator[ValidationError]:
        if isinstance(instance, str) and not re.search(wanted.replace("$", r"\Z"), instance):
            yield ValidationError(f"does not match {wanted}")

    return extend(Draft202012Validator, {"pattern": pattern})(json.loads(path.read_text(encoding="utf-8")))


def _place(error: ValidationError) -> str:
    names = [error.instance] if "propertyNames" in error.absolute_schema_path else []
    steps = ["".join(c if c.isprintable() else "?" for c in str(step)[:40]) for step in [*error.absolute_path, *names]]
    return f"at {' > '.join(steps)}" if steps else "at the top"


def _expected(error: ValidationError) -> str:
    what = error.schema.get("description") if isinstance(error.schema, Mapping) else None
    return f"expected something else there. {what}" if what else "expected something else there."


def _whole(value: Any) -> Any:
    """Put the sign for an unknown letter in place of half a letter, which no file can hold."""
    if isinstance(value, str):
        return LONE_SURROGATE.sub("\ufffd", value)
    if isinstance(value, dict):
        return {key: _whole(inner) for key, inner in value.items()}
    return [_whole(inner) for inner in value] if isinstance(value, list) else value
