"""Make something of a file once, and again only when what is in it has changed."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

Read = TypeVar("Read")
FILES = 256
"""How many files are remembered: more than a workbook has tables and notebooks."""


@dataclass(frozen=True)
class _Version:
    """A file as it is now: what it is called and what is in it, wherever it lies."""

    name: str
    digest: bytes
    path: Path = field(compare=False)


def file_cache(read: Callable[..., Read]) -> Callable[..., Read]:
    """Remember what a function makes of a file for as long as what is in it stays the same.

    Parameters
    ----------
    read : callable
        What takes the file's path first, and makes of its name and content something that nobody changes afterwards.

    Returns
    -------
    callable
        The same function. What it raises is never remembered.
    """

    @functools.lru_cache(maxsize=FILES)
    def kept(version: _Version, *others: str) -> Read:
        return read(version.path, *others)

    @functools.wraps(read)
    def reading(path: Path, *others: str) -> Read:
        try:
            digest = hashlib.blake2b(path.read_bytes(), digest_size=16).digest()
        except OSError:
            return read(path, *others)
        return kept(_Version(path.name, digest, path), *others)

    return reading
