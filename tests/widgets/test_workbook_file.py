"""The workbook file where it is deleted, where it is a link, and where the file system knows no locks."""

from __future__ import annotations

import errno
import json
import os
import stat
import time
from pathlib import Path

import pytest

from joinedup import workbook
from joinedup.exercises.base.exercise import HELD
from joinedup.exercises.questionnaire.factors import FactorsCheck
from joinedup.workbook import locking

pytestmark = pytest.mark.usefixtures("in_notebooks")

NOTE = {"notes": {"move": "Ring the school"}}
MORE = {"notes": {"move": "Ring the school", "who": "The nurse"}}


@pytest.fixture
def path(tmp_path, monkeypatch) -> Path:
    """A workbook file that the exercises of this test keep their answers in."""
    path = tmp_path / "my-workbook.json"
    monkeypatch.setattr(workbook, "current", lambda: path)
    HELD.clear()
    return path


def a_check(exercise: str = "ch07-fatigue") -> FactorsCheck:
    return FactorsCheck(exercise, factors="fatigue")


def answers(check: FactorsCheck, *places: int) -> dict[str, dict[str, str]]:
    ids = [one["id"] for one in check.config["statements"]]
    return {"answers": {ids[place]: "true" for place in places}}


def test_a_file_that_was_deleted_is_written_again_as_a_whole(path) -> None:
    workbook.keep(path, "ch01-take-back", "reflection", {}, NOTE)
    check = a_check()
    check.answer = answers(check, 0, 1)
    path.unlink()
    check.answer = answers(check, 0, 1, 2)
    assert workbook.kept(path) == {"ch01-take-back": NOTE, "ch07-fatigue": answers(check, 0, 1, 2)}
    assert check.saved["answer"] == workbook.kept(path)["ch07-fatigue"]


def test_clearing_the_only_answer_of_a_deleted_file_leaves_the_others(path) -> None:
    workbook.keep(path, "ch01-take-back", "reflection", {}, NOTE)
    check = a_check()
    check.answer = answers(check, 0)
    path.unlink()
    check.answer = {}
    assert workbook.kept(path) == {"ch01-take-back": NOTE}


def test_a_chapter_that_is_run_again_after_the_file_was_deleted_forgets_nothing(path) -> None:
    check = a_check()
    check.answer = answers(check, 0, 1)
    path.unlink()
    again = a_check()
    assert again.answer == {}, "what is shown is what is in the file"
    again.answer = answers(again, 2)
    assert again.saved["answer"] == workbook.kept(path)["ch07-fatigue"] == again.answer


def test_what_is_reported_is_what_is_in_the_file(path) -> None:
    """Another notebook has changed the same exercise meanwhile."""
    check = a_check()
    check.answer = answers(check, 0)
    workbook.keep(path, "ch07-fatigue", "factors-check", {}, answers(check, 2))
    check.answer = answers(check, 0, 1)
    assert check.answer == check.saved["answer"] == workbook.kept(path)["ch07-fatigue"] == answers(check, 0, 1, 2)


@pytest.mark.parametrize("is_there", [True, False])
def test_a_link_stays_a_link(path, tmp_path, is_there: bool) -> None:
    target = tmp_path / "elsewhere" / "answers.json"
    target.parent.mkdir()
    if is_there:
        workbook.save(workbook.empty(), target)
    path.symlink_to(target)
    workbook.keep(path, "ch01-take-back", "reflection", {}, NOTE)
    workbook.keep(path, "ch01-take-back", "reflection", NOTE, MORE)
    assert path.is_symlink() and path.resolve() == target
    assert workbook.kept(target) == {"ch01-take-back": MORE}
    assert {one.name for one in target.parent.iterdir()} <= {target.name, f".{target.name}.lock"}


def test_a_link_into_a_folder_that_is_gone_is_said_and_left(path, tmp_path) -> None:
    path.symlink_to(tmp_path / "gone" / "answers.json")
    with pytest.raises(workbook.WorkbookError, match="cannot be written"):
        workbook.keep(path, "ch01-take-back", "reflection", {}, NOTE)
    assert path.is_symlink()


def test_who_may_read_the_file_stays_as_it_was_set(path) -> None:
    workbook.save(workbook.empty(), path)
    path.chmod(0o640)
    workbook.keep(path, "ch01-take-back", "reflection", {}, NOTE)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.fixture
def without_locks(monkeypatch) -> None:
    """A file system that knows no locks, as some network drives are."""

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr("fcntl.flock", refuse)
    monkeypatch.setattr(locking, "PATIENCE", 0.1)


@pytest.mark.usefixtures("without_locks")
def test_where_no_file_can_be_locked_answers_are_kept(path) -> None:
    workbook.keep(path, "ch01-take-back", "reflection", {}, NOTE)
    workbook.keep(path, "ch01-take-back", "reflection", NOTE, MORE)
    assert workbook.kept(path) == {"ch01-take-back": MORE}
    assert not path.with_name(".my-workbook.json.held").exists()


@pytest.mark.usefixtures("without_locks")
def test_where_no_file_can_be_locked_two_still_take_turns(path) -> None:
    with locking.locked(path), pytest.raises(workbook.WorkbookError, match="being written by another"):
        workbook.keep(path, "ch01-take-back", "reflection", {}, NOTE)
    workbook.keep(path, "ch01-take-back", "reflection", {}, NOTE)


@pytest.mark.usefixtures("without_locks")
def test_a_lock_that_a_killed_notebook_left_does_not_last(path) -> None:
    mark = path.with_name(".my-workbook.json.held")
    mark.touch()
    long_ago = time.time() - 2 * locking.LEFT_BEHIND
    os.utime(mark, (long_ago, long_ago))
    workbook.keep(path, "ch01-take-back", "reflection", {}, NOTE)
    assert json.loads(path.read_text())["answers"]["ch01-take-back"]["answer"] == NOTE
