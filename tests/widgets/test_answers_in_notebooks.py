"""Answers in a notebook's kernel: taken up, kept, said to be kept, and in no notebook."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from joinedup import ContinuumSlider, FactorsCheck, workbook
from joinedup.content.notebooks import execute
from joinedup.workbook import current_workbook as place
from joinedup.workbook import file
from tests.helpers.book import ROOT

PLACES = {"places": {"now": "communication"}}
SECRET = "Rua Tekoteko of 7 Damp Street"


@pytest.fixture
def at_work(in_notebooks: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Be somebody at work in a notebook, with a workbook file of their own."""
    monkeypatch.setattr(place, "get_ipython", lambda: type("Shell", (), {"kernel": object()})())
    monkeypatch.setattr(place, "_chosen", tmp_path / workbook.FILE)
    return tmp_path / workbook.FILE


def test_an_answer_is_kept_said_to_be_and_taken_up_again(at_work: Path) -> None:
    slider = ContinuumSlider("ch01-continuum")
    assert slider.saved == {"answer": {}, "place": "my-workbook.json", "problem": ""}
    slider.answer = PLACES
    assert slider.saved == {"answer": PLACES, "place": "my-workbook.json", "problem": ""}
    assert ContinuumSlider("ch01-continuum").answer == PLACES
    assert workbook.load(at_work)["answers"]["ch01-continuum"]["widget"] == "continuum-slider"


def test_a_file_that_is_no_workbook_is_said_and_left_alone(at_work: Path) -> None:
    at_work.write_text("{}")
    slider = ContinuumSlider("ch01-continuum")
    assert slider.answer == {}
    assert "my-workbook.json is not a workbook" in slider.saved["problem"]
    slider.answer = PLACES
    assert slider.saved["answer"] == {}
    assert at_work.read_text() == "{}"
    at_work.unlink()
    slider.answer = {"places": {"now": "communication", "needed": "co-ordination"}}
    assert slider.saved["problem"] == ""


def test_what_could_not_be_kept_is_kept_with_the_next_answer(at_work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slider = ContinuumSlider("ch01-continuum")
    slider.answer = PLACES
    monkeypatch.setattr(file, "PATIENCE", 0.1)
    with file.FileLock(at_work.with_name(f".{at_work.name}.lock")):
        slider.answer = {"places": {"now": "co-operation"}}
    assert "being written by another notebook" in slider.saved["problem"]
    assert slider.saved["answer"] == PLACES
    slider.answer = {"places": {"now": "co-operation", "needed": "collaboration"}}
    assert slider.saved["problem"] == ""
    assert workbook.kept(at_work) == {"ch01-continuum": slider.answer}


def test_what_a_table_no_longer_has_is_left_out_and_stays_in_the_file(at_work: Path) -> None:
    known = FactorsCheck("ch07-fatigue", factors="factors", section="7").config["statements"][0]["id"]
    answer = {"answers": {known: "partly", "gone": "true"}, "notes": {"gone": "x"}, "chosen": ["gone"]}
    workbook.keep(at_work, "ch07-fatigue", "factors-check", {}, answer)
    check = FactorsCheck("ch07-fatigue", factors="factors", section="7")
    assert check.answer == {"answers": {known: "partly"}}
    check.answer = {"answers": {known: "true"}}
    found = workbook.kept(at_work)["ch07-fatigue"]
    assert found == {**answer, "answers": {known: "true", "gone": "true"}}


def test_no_notebook_ever_holds_an_answer(tmp_path: Path) -> None:
    """A notebook that is run and stored by somebody who has answered is the same as for everybody else."""
    for part in ("data", "notebooks"):
        shutil.copytree(ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("*.json"))
    shutil.copy(ROOT / "data" / "workbook.schema.json", tmp_path / "data")
    note = {"widget": "reflection", "saved": "2026-11-22T10:15:00Z", "answer": {"notes": {"case": SECRET}}}
    mine = {**workbook.empty(), "answers": {"ch02-case": note}}
    workbook.save(mine, tmp_path / "notebooks" / workbook.FILE)
    path = tmp_path / "notebooks" / "02_before_starting.ipynb"
    execute(path)
    text = path.read_text("utf-8")
    assert SECRET not in text and SECRET not in json.loads(text).__repr__()
    assert text == (ROOT / "notebooks" / path.name).read_text("utf-8")
    assert workbook.load(tmp_path / "notebooks" / workbook.FILE) == mine
