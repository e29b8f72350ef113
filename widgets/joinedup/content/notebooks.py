"""Execute the notebooks so that what is stored is what a reader will see, and say where one was not."""

from __future__ import annotations

import subprocess
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient

from .commands import command
from .file_cache import file_cache

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"


def execute(path: Path) -> None:
    """Run a notebook from top to bottom in its own folder and store it without what changes at every run.

    Parameters
    ----------
    path : Path
        The notebook's file; it is written again.

    Raises
    ------
    nbclient.exceptions.CellExecutionError
        If a cell fails; the file is left as it was.
    """
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(
        notebook,
        timeout=120,
        kernel_name="python3",
        resources={"metadata": {"path": str(path.parent)}},
        record_timing=False,
        extra_arguments=["--log-level=ERROR"],
    ).execute(stderr=subprocess.DEVNULL)  # what cells say comes by another way; this is a kernel's noise as it ends
    store(notebook, path)


def store(notebook: nbformat.NotebookNode, path: Path) -> None:
    """Write a notebook without widget views, widget state and the machine's own particulars."""
    kernel = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
    notebook.metadata = nbformat.from_dict({"kernelspec": kernel, "language_info": {"name": "python"}})
    for number, cell in enumerate(notebook.cells, start=1):
        cell["id"] = f"{cell.cell_type}-{number}"
        cell.metadata.pop("execution", None)
    _drop_views(notebook)
    nbformat.validate(notebook)
    beside = path.with_name(f".{path.name}.new")
    nbformat.write(notebook, beside)
    beside.replace(path)


def keep_readable(model: dict[str, Any], **_: Any) -> None:
    """Leave the views of widgets out of a notebook that JupyterLab is about to save.

    A view shows nothing once the kernel that held its widget is gone, and hides the plain face beside it.

    Parameters
    ----------
    model : dict
        What Jupyter Server is about to write: its `type`, and its `content` if it is a notebook.
    """
    if model["type"] == "notebook" and model.get("content"):
        _drop_views(model["content"])


def _drop_views(notebook: dict[str, Any]) -> None:
    notebook.get("metadata", {}).pop("widgets", None)
    for cell in notebook.get("cells", []):
        for output in cell.get("outputs", []):
            output.get("data", {}).pop(WIDGET_VIEW, None)


@file_cache
def read(path: Path) -> nbformat.NotebookNode:
    """Read a stored notebook, to be looked at and not changed.

    Parameters
    ----------
    path : Path
        The notebook's file, which can be read.
    """
    return nbformat.reads(unicodedata.normalize("NFC", path.read_text(encoding="utf-8")), as_version=4)


def problems(path: Path) -> Iterator[str]:
    """Say what keeps a stored notebook from being published, a line each.

    Parameters
    ----------
    path : Path
        The notebook's file.

    Yields
    ------
    str
        The notebook, the cell and what is wrong with it.
    """
    notebook = read(path)
    again = f"Run '{command('notebooks')}'."
    code = [(n, c) for n, c in enumerate(notebook.cells, start=1) if c.cell_type == "code" and c.source.strip()]
    for expected, (number, cell) in enumerate(code, start=1):
        where = f"{path.name}, cell {number}"
        if cell.execution_count != expected:
            count = cell.execution_count
            run = f"with run number {count}, not {expected}" if count else "without being run"
            yield f"{where}: saved {run}. {again}"
        for output in cell.outputs:
            if output.output_type == "error":
                yield f"{where}: saved with an error, {output.ename}: {output.evalue}. Fix the cell. {again}"
            if output.output_type == "stream" and output.name == "stderr":
                yield f"{where}: saved with a warning: {output.text.strip().splitlines()[-1]}"
            if WIDGET_VIEW in output.get("data", {}):
                yield f"{where}: saved with a widget's id, which changes at every run. {again}"
    if "widgets" in notebook.metadata:
        yield f"{path.name}: saved with widget state. {again}"
