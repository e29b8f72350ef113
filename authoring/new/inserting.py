"""Put new rows and entries into files that people keep by hand: what is there stays as it is, comments included."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

import yaml

from joinedup.content.contents import TOC
from joinedup.content.csv_files import records
from joinedup.content.schema import LOADER

from .draft import Draft, NewError

README = "data/README.md"
PACKAGE = "data/datapackage.yaml"
BYTE_ORDER_MARK = "\ufeff"
LAST_ROW = "| all the others |"
"""The row of the list of exercises in `data/README.md` that stays the last."""


def add_rows(draft: Draft, table: str, rows: Iterable[Mapping[str, str]]) -> None:
    """Add rows at the end of a table, in the order of its own columns.

    Parameters
    ----------
    draft : Draft
        What is to be written.
    table : str
        The table's name.
    rows : iterable of dict of str to str
        What is in each column.

    Raises
    ------
    TableError
        If the table cannot be read.
    """
    name = f"data/{table}.csv"
    header = records(draft.root / name)[0]
    text = draft.read(name)
    end = _line_end(text)
    if not text.endswith(("\n", "\r")):
        text += end
    draft.change(name, text + csv_text(header, rows, end))


def csv_text(header: list[str], rows: Iterable[Mapping[str, str]], end: str = "\n") -> str:
    """Write rows as they are in a table, with commas between the cells."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, header, restval="", extrasaction="ignore", lineterminator=end)
    writer.writerows(rows)
    return out.getvalue()


def table_text(header: list[str], rows: Iterable[Mapping[str, str]]) -> str:
    """Write a whole table. It begins with a byte-order mark, by which a spreadsheet knows that it is UTF-8."""
    return BYTE_ORDER_MARK + csv_text(header, [dict(zip(header, header, strict=True)), *rows])


def add_to_contents(draft: Draft, chapter: str) -> None:
    """Name a chapter in the table of contents, after the last one there.

    Raises
    ------
    NewError
        If no line there names a chapter, or a line after the last one cannot be put in.
    """
    text = draft.read(TOC)
    lines = list(re.finditer(r"^([ \t]*)- file:[ \t]*[\"']?notebooks/\d\d_[^\r\n]*", text, re.MULTILINE))
    if not lines:
        raise NewError(f"{TOC} lists no chapters, so there is nowhere to put a new one. Expected a line with one.")
    last = lines[-1]
    entry = f"{_line_end(text)}{last[1]}- file: notebooks/{chapter}"
    changed = text[: last.end()] + entry + text[last.end() :]
    draft.change(TOC, _still_yaml(TOC, changed))


def add_to_package(draft: Draft, entry: str) -> None:
    """Describe a table in the data package, after all that are described there.

    Parameters
    ----------
    draft : Draft
        What is to be written.
    entry : str
        The description, indented as an item of `resources`.
    """
    text = draft.read(PACKAGE)
    end = _line_end(text)
    begin = re.search(r"^resources:[^\r\n]*", text, re.MULTILINE)
    if begin is None:
        raise NewError(f"{PACKAGE} has no line 'resources:'. Run the check and fix the problem first.")
    after = re.search(r"^[^\s#-]", text[begin.end() :], re.MULTILINE)
    place = begin.end() + after.start() if after else len(text)
    before = text[:place].rstrip("\r\n ")
    rest = text[place:]
    changed = before + end * 2 + entry.strip("\n").replace("\n", end) + end + (end + rest if rest else "")
    draft.change(PACKAGE, _still_yaml(PACKAGE, changed))


def add_to_readme(draft: Draft, line: str) -> bool:
    """Add a line to the list of exercises in `data/README.md`; say whether there is such a list."""
    try:
        text = draft.read(README)
    except NewError:
        return False
    if text.count(f"\n{LAST_ROW}") != 1:
        return False
    draft.change(README, text.replace(f"\n{LAST_ROW}", f"\n{line}{_line_end(text)}{LAST_ROW}"))
    return True


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _still_yaml(name: str, text: str) -> str:
    try:
        yaml.load(text, Loader=LOADER)
    except yaml.YAMLError:
        raise NewError(
            f"{name} has an unexpected layout, so nothing could be added. Run the check and fix the problem first."
        ) from None
    return text


def exists(root: Path, table: str) -> bool:
    """Whether there is a table with this name, or a description of one."""
    described = (root / PACKAGE).read_text(encoding="utf-8") if (root / PACKAGE).is_file() else ""
    return (root / "data" / f"{table}.csv").exists() or bool(
        re.search(rf"- name: {table}\s*$", described, re.MULTILINE)
    )
