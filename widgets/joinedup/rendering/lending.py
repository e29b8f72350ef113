"""Link one script that every page of a kind loads, and further ones that borrow from it what they would else repeat."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from .linker import LinkError, linked_files, linked_texts, read

LENT = "joinedupLent"
"""What the page knows the lent names by."""


def lending_script(entries: Iterable[Path], lent: Iterable[str], *calls: str) -> str:
    """Return a classic script that lends some of its names to others.

    Parameters
    ----------
    entries : iterable of Path
        The modules to link it from.
    lent : iterable of str
        The names it lends: those that `borrowed_names` finds. `kinds`, which begins empty, is lent too.
    *calls : str
        Statements that follow.
    """
    names = ", ".join(["kinds", *sorted(lent)])
    begin = f"const kinds = {{}};\nwindow.{LENT} = {{ {names} }};"
    return "\n".join(['(() => {\n"use strict";', *linked_texts(entries), begin, *calls, "})();\n"])


def borrowing_script(entries: Mapping[str, Path], lender: Iterable[Path], *calls: str) -> str:
    """Return a classic script that borrows what the lender has already.

    Parameters
    ----------
    entries : dict of str to Path
        The modules to link it from, each with a name for its default export; a name that begins with "_" is for a
        module that has none.
    lender : iterable of Path
        The modules that the lending script is linked from.
    *calls : str
        Statements that follow.
    """
    there = set(linked_files(*lender))
    named = {path: name for name, path in entries.items() if not name.startswith("_")}
    names = ", ".join(["kinds", *sorted(borrowed_names(entries.values(), lender))])
    begin = f'(() => {{\n"use strict";\nconst {{ {names} }} = window.{LENT};'
    return "\n".join([begin, *linked_texts(entries.values(), named, without=there), *calls, "})();\n"])


def borrowed_names(entries: Iterable[Path], lender: Iterable[Path]) -> set[str]:
    """Return the names that modules import from those that the lending script is linked from.

    Raises
    ------
    LinkError
        If one of them is a default export, which has no name of its own.
    """
    there = set(linked_files(*lender))
    found: set[str] = set()
    for path in linked_files(*entries):
        if path not in there:
            for other, names in read(path).imports.items():
                found |= names if other in there else set()
                if other in there and "default" in names:
                    raise LinkError(f"{path.name}: it borrows the default export of {other.name}. Expected a name.")
    return found
