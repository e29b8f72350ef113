"""The book's table of contents, and what somebody has left out of it on purpose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from ..errors import TableError
from .file_cache import file_cache

TOC = "_toc.yml"
LEFT_OUT = re.compile(r"""^\s*#[#\s]*-\s*file:\s*["']?notebooks/(\w+)""", re.MULTILINE)
"""A chapter's line with a sign of comment before it."""


def listed(root: Path) -> list[str]:
    """List every file of the book in order, as `_toc.yml` names it: the folder, and no ending.

    Parameters
    ----------
    root : Path
        The workbook's folder.

    Raises
    ------
    TableError
        If the file is missing or cannot be read: with the line, as far as it is known.
    """
    try:
        toc = _parsed(root / TOC)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        raise TableError(
            f"{TOC}{line}: it cannot be read as YAML. Expected lines like those around it, indented with spaces."
        ) from None
    if not isinstance(toc, dict) or not toc.get("root"):
        raise TableError(f"{TOC} doesn't name a first page. Expected a line 'root: book/intro'.")
    return [file.removesuffix(".ipynb").removesuffix(".md") for file in _files(toc)]


def left_out(root: Path) -> list[str]:
    """List the chapters whose line in `_toc.yml` has a # before it: they are left out of the book on purpose.

    Parameters
    ----------
    root : Path
        The workbook's folder.

    Returns
    -------
    list of str
        Their names, which are those of their notebooks without the ending.
    """
    try:
        named, text = listed(root), _text(root / TOC)
    except TableError:
        return []
    return [
        chapter
        for chapter in dict.fromkeys(LEFT_OUT.findall(text))
        if f"notebooks/{chapter}" not in named and (root / "notebooks" / f"{chapter}.ipynb").is_file()
    ]


@file_cache
def _parsed(path: Path) -> Any:
    return yaml.safe_load(_text(path))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise TableError(f"{TOC} does not exist. Expected the book's table of contents.") from None
    except UnicodeDecodeError:
        raise TableError(f"{TOC} is not saved as UTF-8. Expected UTF-8.") from None


def _files(part: Any) -> Iterator[str]:
    """Return every file of a table of contents, at any depth."""
    for key, value in part.items() if isinstance(part, dict) else []:
        if key in ("root", "file"):
            yield str(value)
        elif isinstance(value, list):
            for item in value:
                yield from _files(item)
