"""Check that every stored notebook can be published as it is."""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator
from pathlib import Path

import nbformat

from joinedup.content.commands import command
from joinedup.content.file_cache import file_cache
from joinedup.content.notebooks import problems


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
        read = reading(path)
        if isinstance(read, str):
            yield f"notebooks/{path.name}{read} Take the last copy of it that worked."
        else:
            yield from (f"notebooks/{sentence}" for sentence in problems(path))


def found(root: Path) -> list[Path]:
    """List the notebooks of the workbook, in the order of their names."""
    return sorted((root / "notebooks").glob("*.ipynb"))


def run_again() -> str:
    """Say how the notebooks are run."""
    return f"Run '{command('notebooks')}'."


@file_cache
def reading(path: Path) -> nbformat.NotebookNode | str:
    """Read a notebook, to be looked at, or give the end of a sentence that says why it cannot be read.

    Parameters
    ----------
    path : Path
        The notebook's file.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        json.loads(text)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            notebook = nbformat.convert(nbformat.reader.reads(text), 4)
            nbformat.validate(notebook)
        return notebook
    except UnicodeDecodeError:
        return " is not saved as UTF-8."
    except json.JSONDecodeError as error:
        merged = " Two versions of it are mixed there." if "<<<<<<<" in text else ""
        return f", line {error.lineno}: the file is damaged, or is not a notebook.{merged}"
    except Exception:  # whatever nbformat stumbles over: the file is no notebook
        return " is not a notebook, or is damaged."
