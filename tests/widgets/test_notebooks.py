"""The stored notebooks: run in order, without an error, without what changes at every run."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output

from joinedup.content.notebooks import WIDGET_VIEW, keep_readable, problems, store
from tests.helpers.book import ROOT

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_every_notebook_is_stored_as_it_was_run(path: Path) -> None:
    assert list(problems(path)) == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_code_stays_short_and_every_exercise_is_shown(path: Path) -> None:
    """One to three lines for an exercise or a figure; only what draws a chart, for the curious, may be longer."""
    for cell in nbformat.read(path, as_version=4).cells:
        if cell.cell_type == "code":
            lines = [line for line in cell.source.splitlines() if line.strip()]
            assert len(lines) <= (10 if "chart(" in cell.source else 4 if "alpha(" in cell.source else 3)
            assert cell.outputs or cell.source.startswith("from joinedup import")


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_every_chapter_has_a_look_at_its_data(path: Path) -> None:
    cells = nbformat.read(path, as_version=4).cells
    if path.stem == "10_seven_stories":  # what there is to look at is how far two readers agree
        assert any("alpha(matrix)" in cell.source for cell in cells)
        return
    assert any("chart(" in cell.source and "table(" in cell.source for cell in cells)
    assert any(re.search("^##+ Look at the data", cell.source, re.MULTILINE) for cell in cells)


def stored(path: Path, *cells) -> list[str]:
    notebook = new_notebook(cells=list(cells))
    for number, cell in enumerate(notebook.cells):
        cell["id"] = f"cell-{number}"
    nbformat.write(notebook, path)
    return list(problems(path))


def test_a_notebook_that_was_never_run_is_reported(tmp_path: Path) -> None:
    assert stored(tmp_path / "a.ipynb", new_code_cell("1")) == [
        "a.ipynb, cell 1: saved without being run. Run 'make notebooks'."
    ]


def test_a_notebook_run_out_of_order_is_reported(tmp_path: Path) -> None:
    found = stored(tmp_path / "a.ipynb", new_code_cell("1", execution_count=2), new_code_cell("2", execution_count=1))
    assert len(found) == 2


def test_an_error_and_a_warning_are_reported(tmp_path: Path) -> None:
    error = new_output("error", ename="ValueError", evalue="no", traceback=[])
    warning = new_output("stream", name="stderr", text="FutureWarning: soon\n")
    found = stored(tmp_path / "a.ipynb", new_code_cell("1", execution_count=1, outputs=[error, warning]))
    assert found == [
        "a.ipynb, cell 1: saved with an error, ValueError: no. Fix the cell. Run 'make notebooks'.",
        "a.ipynb, cell 1: saved with a warning: FutureWarning: soon",
    ]


def test_widget_ids_are_reported_and_storing_takes_them_out(tmp_path: Path) -> None:
    output = new_output("display_data", data={WIDGET_VIEW: {"model_id": "1"}, "text/plain": "x"})
    path = tmp_path / "a.ipynb"
    cell = new_code_cell("1", execution_count=1, outputs=[output])
    assert len(stored(path, cell)) == 1
    store(nbformat.read(path, as_version=4), path)
    assert list(problems(path)) == []
    assert nbformat.read(path, as_version=4).cells[0].outputs[0].data == {"text/plain": "x"}


def test_what_jupyterlab_saves_can_be_read_without_its_kernel() -> None:
    output = {"output_type": "execute_result", "data": {WIDGET_VIEW: {"model_id": "1"}, "text/html": "<section>"}}
    content = {"metadata": {"widgets": {"state": {}}}, "cells": [{"cell_type": "code", "outputs": [output]}]}
    keep_readable(model={"type": "notebook", "content": content}, path="a.ipynb", contents_manager=None)
    assert content["cells"][0]["outputs"][0]["data"] == {"text/html": "<section>"}
    assert content["metadata"] == {}
    keep_readable(model={"type": "file", "content": "text"}, path="a.txt", contents_manager=None)
