"""Tell whether the workbook is in order: its tables, notebooks, contents and wording."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path

NEEDED = ("frictionless", "nbformat", "nbclient")
INSTALL = 'python -m pip install -e ".[check,lab]"'
MANY = 12
"""Of one file, not more mistakes than this are told at a time."""


def check(root: Path) -> int:
    """Check the workbook and print a line for each mistake, or one that says all is in order.

    Parameters
    ----------
    root : Path
        The workbook's folder, which holds `data/`, `notebooks/`, `book/` and `_toc.yml`.

    Returns
    -------
    int
        The exit status: 0 if all is in order, 1 if there is a mistake or the check cannot run.
    """
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        print(f"The check needs {' and '.join(missing)}. In the workbook's folder, run: {INSTALL}")
        return 1
    from . import notebooks, tables

    found = list(mistakes(root))
    for line in _shortened(found):
        print(line)
    if found:
        print(f"{len(found)} {'mistake' if len(found) == 1 else 'mistakes'}.")
        return 1
    for note in notes(root):
        print(f"Note: {note}")
    print(f"All in order: {tables.count(root)} tables, {len(notebooks.found(root))} notebooks.")
    return 0


def mistakes(root: Path) -> Iterator[str]:
    """Return a sentence for each mistake. See `check`.

    What rests on tables and notebooks that are sound is looked at only when they are: a mistake in one of them would
    be told again for everything that rests on it.
    """
    from . import (
        contents,
        exercises,
        instructors,
        licences,
        notebooks,
        palette,
        points,
        tables,
        translations,
        wording,
    )

    first = (tables.mistakes, notebooks.mistakes, contents.mistakes, exercises.mistakes, wording.mistakes)
    then = (
        palette.mistakes,
        licences.mistakes,
        translations.mistakes,
        points.mistakes,
        instructors.mistakes,
        exercises.cannot_be_made,
    )
    found = False
    for parts in (first, then):
        for sentence in _each(parts, root):
            found = True
            yield sentence
        if found:
            return


def notes(root: Path) -> Iterator[str]:
    """Return a sentence for each thing worth knowing that is no mistake."""
    from . import dated, exercises, left_out, translations

    yield from _each((left_out.notes, exercises.notes, translations.notes, dated.notes), root)


def _each(parts: Iterable[Callable[[Path], Iterator[str]]], root: Path) -> Iterator[str]:
    for part in parts:
        yield from part(root)


def _shortened(found: list[str]) -> Iterator[str]:
    """Return the sentences, of each file only the first few and how many more there are."""
    files = [re.match(r"[^,: ]+", sentence)[0] for sentence in found]
    many = Counter(files)
    told: Counter[str] = Counter()
    for file, sentence in zip(files, found, strict=True):
        told[file] += 1
        if told[file] <= MANY or many[file] == MANY + 1:
            yield sentence
        elif told[file] == MANY + 1:
            yield f"{file}: it has {many[file] - MANY} more problems. Fix these first."
