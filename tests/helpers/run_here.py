"""Run the code of every notebook in this folder in one process, and store what it shows: quick, for a book to try."""

from __future__ import annotations

from pathlib import Path

import nbformat
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from nbformat.v4 import new_output


def run(path: Path) -> None:
    """Run one notebook from top to bottom, and write it anew."""
    shell = InteractiveShell.instance()
    shell.reset()
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type != "code":
            continue
        with capture_output() as shown:
            done = shell.run_cell(cell.source, store_history=True)
        data, metadata = shell.display_formatter.format(done.result) if done.result is not None else ({}, {})
        cell.outputs = [new_output("display_data", data=one.data, metadata=one.metadata) for one in shown.outputs]
        if data:
            cell.outputs.append(new_output("execute_result", data=data, metadata=metadata, execution_count=1))
        done.raise_error()
    nbformat.write(notebook, path)


if __name__ == "__main__":
    for notebook in sorted(Path().glob("*.ipynb")):
        run(notebook)
