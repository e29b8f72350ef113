"""Say whether the workbook is in order: its tables, notebooks, contents and wording."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

NEEDED = ("frictionless", "nbformat", "nbclient")
INSTALL = 'python -m pip install -e ".[check,lab]"'


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
    from .checks import contents, instructors, notebooks, points, tables, wording

    found = 0
    for part in (tables, notebooks, contents, wording, points, instructors):
        if part in (points, instructors) and found:  # a mistake in a table or a notebook would be told again there
            break
        for mistake in part.mistakes(root):
            print(mistake)
            found += 1
    if found:
        print(f"{found} {'mistake' if found == 1 else 'mistakes'}.")
        return 1
    print(f"All in order: {tables.count(root)} tables, {len(notebooks.found(root))} notebooks.")
    return 0
