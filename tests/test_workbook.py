"""The workbook file beside the notebooks: kept in one step, found again, and never overwritten by mistake."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from joinedup import workbook
from joinedup.workbook import FILE, keep, kept

ANSWER = {"notes": {"case": "Damp homes in whānau flats"}}


def test_an_answer_is_kept_and_found_beside_the_others(tmp_path: Path) -> None:
    path = tmp_path / FILE
    assert kept(path) == {}
    assert keep(path, "ch02-case", "reflection", ANSWER)
    assert keep(path, "ch01-continuum", "continuum-slider", {"places": {"now": "communication"}})
    assert kept(path) == {"ch02-case": ANSWER, "ch01-continuum": {"places": {"now": "communication"}}}
    found = json.loads(path.read_text(encoding="utf-8"))
    assert (found["format"], found["version"]) == ("joinedup-workbook", 1)
    assert found["answers"]["ch02-case"]["widget"] == "reflection"
    assert [entry.name for entry in tmp_path.iterdir()] == [FILE]  # nothing half-written stays behind


def test_an_empty_answer_leaves_the_file(tmp_path: Path) -> None:
    path = tmp_path / FILE
    assert keep(path, "ch02-case", "reflection", {})
    assert not path.exists()
    keep(path, "ch02-case", "reflection", ANSWER)
    assert keep(path, "ch02-case", "reflection", {})
    assert kept(path) == {}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"format": "joinedup-workbook", "version": 2, "answers": {}}',
        '{"format": "another", "version": 1, "answers": {}}',
        '{"format": "joinedup-workbook", "version": 1, "answers": []}',
        '{"format": "joinedup-workbook", "version": 1, "answers": {"ch02-case": 3}}',
    ],
)
def test_what_is_no_workbook_is_left_alone(tmp_path: Path, text: str) -> None:
    path = tmp_path / FILE
    path.write_text(text, encoding="utf-8")
    assert kept(path) == {}
    assert not keep(path, "ch02-case", "reflection", ANSWER)
    assert path.read_text(encoding="utf-8") == text


def test_a_write_that_fails_leaves_the_old_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / FILE
    keep(path, "ch02-case", "reflection", ANSWER)

    def full(*_: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr(workbook.os, "fsync", full)
    assert not keep(path, "ch02-case", "reflection", {"notes": {"case": "Another"}})
    assert kept(path) == {"ch02-case": ANSWER}
    assert [entry.name for entry in tmp_path.iterdir()] == [FILE]
