"""Read a file once, and again only when it has changed."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

Read = TypeVar("Read")
FILES = 256
"""How many files are remembered: more than a workbook has tables and notebooks."""


def until_changed(read: Callable[..., Read]) -> Callable[..., Read]:
    """Remember what a function makes of a file until the file is written anew.

    Parameters
    ----------
    read : callable
        What takes the file's path first, and makes something that nobody changes afterwards.

    Returns
    -------
    callable
        The same function. What it raises is never remembered.
    """

    @functools.lru_cache(maxsize=FILES)
    def kept(path: Path, state: tuple[int, ...], *others: str) -> Read:
        return read(path, *others)

    @functools.wraps(read)
    def reading(path: Path, *others: str) -> Read:
        try:
            file = path.stat()
        except OSError:
            return read(path, *others)
        return kept(path.absolute(), (file.st_mtime_ns, file.st_size, file.st_ino), *others)

    return reading
