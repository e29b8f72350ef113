"""Check that every stored notebook can be published as it stands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import nbformat

from ..notebooks import problems


def mistakes(root: Path) -> Iterator[str]:
    """Say what keeps the notebooks from being published, a line each.

    Parameters
    ----------
    root : Path
        The workbook's folder, which holds `notebooks/`.

    Yields
    ------
    str
        The notebook, the cell and what is wrong with it.
    """
    if not found(root):
        yield "notebooks/ holds no notebook. Expected at least one file with the ending .ipynb."
    for path in found(root):
        if readable(path) is None:
            yield f"notebooks/{path.name} is not a notebook, or is damaged. Open it in JupyterLab and save it again."
        else:
            yield from (f"notebooks/{sentence}" for sentence in problems(path))


def found(root: Path) -> list[Path]:
    """List the notebooks of the workbook, in the order of their names."""
    return sorted((root / "notebooks").glob("*.ipynb"))


def readable(path: Path) -> nbformat.NotebookNode | None:
    """Read a notebook, or give None if its file is not one."""
    try:
        return nbformat.read(path, as_version=4)
    except (nbformat.reader.NotJSONError, nbformat.ValidationError, UnicodeDecodeError, AttributeError, KeyError):
        return None
