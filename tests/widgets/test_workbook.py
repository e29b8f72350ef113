"""The workbook file: read strictly, merged with care, written in one step, and never over something else."""

from __future__ import annotations

import json
import multiprocessing
import threading
import zlib
from base64 import urlsafe_b64encode
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from joinedup import workbook
from joinedup.workbook import FILE, WorkbookError, file, format, keep, kept, locking
from joinedup.workbook import current_workbook as place
from tests.helpers.book import ROOT
from tests.helpers.javascript import WIDGETS, in_javascript

ANSWER = {"notes": {"case": "Damp homes in whānau flats"}}
LEAVES = json.loads((ROOT / "tests" / "vectors" / "leaves.json").read_text("utf-8"))["cases"]


def entry(answer: dict, saved: str = "2026-11-22T10:15:00Z", widget: str = "reflection") -> dict:
    return {"widget": widget, "saved": saved, "answer": answer}


def book(**answers: dict) -> dict:
    return {**workbook.empty(), "answers": {name.replace("_", "-"): one for name, one in answers.items()}}


# --- In a file


def test_an_answer_is_kept_and_found_beside_the_others(tmp_path: Path) -> None:
    path = tmp_path / FILE
    assert kept(path) == {}
    keep(path, "ch02-case", "reflection", {}, ANSWER)
    keep(path, "ch01-continuum", "continuum-slider", {}, {"places": {"now": "communication"}})
    assert kept(path) == {"ch02-case": ANSWER, "ch01-continuum": {"places": {"now": "communication"}}}
    found = json.loads(path.read_text(encoding="utf-8"))
    assert (found["format"], found["version"]) == ("joinedup-workbook", 2)
    assert found["answers"]["ch02-case"]["widget"] == "reflection"
    assert [one.name for one in tmp_path.iterdir() if not one.name.endswith(".lock")] == [FILE]  # nothing half-written


def test_an_empty_answer_leaves_the_file(tmp_path: Path) -> None:
    path = tmp_path / FILE
    keep(path, "ch02-case", "reflection", {}, {})
    assert not path.exists()
    keep(path, "ch02-case", "reflection", {}, ANSWER)
    keep(path, "ch02-case", "reflection", ANSWER, {})
    assert kept(path) == {}


def test_what_another_notebook_changed_meanwhile_stays(tmp_path: Path) -> None:
    path = tmp_path / FILE
    keep(path, "ch07-fatigue", "factors-check", {}, {"answers": {"a": "true"}})
    keep(path, "ch07-fatigue", "factors-check", {"answers": {"a": "true"}}, {"answers": {"a": "partly", "b": "true"}})
    keep(path, "ch07-fatigue", "factors-check", {"answers": {"a": "true"}}, {"answers": {"a": "true", "c": "true"}})
    assert kept(path) == {"ch07-fatigue": {"answers": {"a": "partly", "b": "true", "c": "true"}}}


def _answer_many(path: Path, name: str, many: int) -> None:
    before: dict = {}
    for number in range(many):
        after = {"notes": {**before.get("notes", {}), f"{name}-{number}": str(number)}}
        keep(path, "ch02-case", "reflection", before, after)
        before = after


def test_two_notebooks_at_once_lose_nothing(tmp_path: Path) -> None:
    path, many = tmp_path / FILE, 40
    writers = [multiprocessing.Process(target=_answer_many, args=(path, name, many)) for name in ("a", "b")]
    for one in writers:
        one.start()
    for one in writers:
        one.join(60)
        assert one.exitcode == 0
    assert len(kept(path)["ch02-case"]["notes"]) == 2 * many


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"format": "joinedup-workbook", "version": 3, "who": {}, "answers": {}}',
        '{"format": "another", "version": 1, "who": {}, "answers": {}}',
        '{"format": "joinedup-workbook", "version": 1, "who": {}, "answers": []}',
        '{"format": "joinedup-workbook", "version": 1, "who": {}, "answers": {"ch02-case": 3}}',
    ],
)
def test_what_is_no_workbook_is_left_alone(tmp_path: Path, text: str) -> None:
    path = tmp_path / FILE
    path.write_text(text, encoding="utf-8")
    with pytest.raises(WorkbookError, match=FILE):
        kept(path)
    with pytest.raises(WorkbookError, match=FILE):
        keep(path, "ch02-case", "reflection", {}, ANSWER)
    assert path.read_text(encoding="utf-8") == text


def test_a_write_that_fails_leaves_the_old_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / FILE
    keep(path, "ch02-case", "reflection", {}, ANSWER)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(file.os, "fsync", full)
    with pytest.raises(WorkbookError, match="No space left"):
        keep(path, "ch02-case", "reflection", ANSWER, {"notes": {"case": "Another"}})
    assert kept(path) == {"ch02-case": ANSWER}
    assert [one.name for one in tmp_path.iterdir() if not one.name.endswith(".lock")] == [FILE]


def test_a_file_that_another_notebook_holds_is_waited_for_and_then_given_up(tmp_path: Path, monkeypatch) -> None:
    path = tmp_path / FILE
    monkeypatch.setattr(locking, "PATIENCE", 0.2)
    lock = locking.FileLock(path.with_name(f".{FILE}.lock"), thread_local=False)
    with lock, pytest.raises(WorkbookError, match="being written by another notebook"):
        keep(path, "ch02-case", "reflection", {}, ANSWER)
    lock.acquire()
    threading.Timer(0.05, lambda: lock.release(force=True)).start()
    monkeypatch.setattr(locking, "PATIENCE", 5)
    keep(path, "ch02-case", "reflection", {}, ANSWER)
    assert kept(path) == {"ch02-case": ANSWER}


def test_what_a_killed_kernel_left_half_written_goes_with_the_next_answer(tmp_path: Path) -> None:
    path = tmp_path / FILE
    half, other = tmp_path / f".{FILE}.a1b2c3d4", tmp_path / ".other.json.a1b2c3d4"
    half.write_text("{"), other.write_text("{")
    keep(path, "ch02-case", "reflection", {}, ANSWER)
    assert not half.exists() and other.exists()


def test_a_missing_file_is_said_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(WorkbookError, match=r"nobody.json does not exist\. Expected a workbook file"):
        workbook.load(tmp_path / "nobody.json")
    with pytest.raises(WorkbookError, match="cannot be opened"):
        workbook.load(tmp_path)


def test_what_is_no_workbook_is_not_saved(tmp_path: Path) -> None:
    with pytest.raises(WorkbookError, match="damaged at answers: expected something else there"):
        workbook.save({**workbook.empty(), "answers": {"Ch 1": entry(ANSWER)}}, tmp_path / FILE)
    assert list(tmp_path.iterdir()) == []


def test_the_file_in_use_is_chosen_with_one_call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(place, "_chosen", None)
    monkeypatch.setattr(place, "get_ipython", lambda: type("Shell", (), {"kernel": object()})())
    monkeypatch.chdir(tmp_path)
    assert workbook.current() == tmp_path / FILE
    workbook.use("team-a.json")
    assert workbook.current() == tmp_path / "team-a.json"
    (tmp_path / "no.json").write_text("{}")
    for wrong in ("no.json", "nowhere/team-a.json"):
        with pytest.raises(WorkbookError):
            workbook.use(wrong)
        assert workbook.current() == tmp_path / "team-a.json"
    monkeypatch.setattr(place, "get_ipython", lambda: None)
    assert workbook.current() is None  # where nobody is at work


# --- Its single marks


@pytest.mark.parametrize("case", LEAVES, ids=lambda case: case["name"])
def test_a_change_touches_only_what_it_changes(case: dict) -> None:
    assert workbook.merged(case["kept"], case["before"], case["after"]) == case["expected"]


def test_javascript_changes_the_same() -> None:
    merge = "({ kept, before, after }) => merged(kept, before, after)"
    found = in_javascript([WIDGETS / "workbook" / "flatten.js"], merge, LEAVES)
    assert found == [case["expected"] for case in LEAVES]


# --- Two of them


def test_merging_takes_the_later_answer_unless_told_otherwise() -> None:
    mine = book(ch_a=entry({"notes": {"x": "mine"}}, "2026-11-22T10:15:00Z"), ch_b=entry({"notes": {"x": "mine"}}))
    other = book(ch_a=entry({"notes": {"x": "other"}}, "2026-11-22T10:15:01Z"), ch_c=entry({"notes": {"x": "other"}}))
    mine["who"]["team"], other["who"] = "Ours", {"label": "Kea", "team": "Theirs", "role": "manager"}
    both = workbook.merge(mine, other)
    assert {name: one["answer"]["notes"]["x"] for name, one in both["answers"].items()} == {
        "ch-a": "other",
        "ch-b": "mine",
        "ch-c": "other",
    }
    assert both["who"] == {"label": "Kea", "team": "Ours", "role": "manager"}
    kept_mine = workbook.merge(mine, other, take=[])
    assert kept_mine["answers"]["ch-a"] == mine["answers"]["ch-a"]
    assert kept_mine["answers"]["ch-c"] == other["answers"]["ch-c"]
    older = workbook.merge(other, mine, take=["ch-a", "unknown"])
    assert older["answers"]["ch-a"] == mine["answers"]["ch-a"]


def test_whether_notes_may_be_shown_is_for_the_person_alone_to_say(tmp_path: Path) -> None:
    open_, closed = {**book(ch_a=entry(ANSWER)), "notes_for_group": True}, book(ch_a=entry(ANSWER))
    assert "notes_for_group" in workbook.merge(open_, closed) and "notes_for_group" not in workbook.merge(closed, open_)
    workbook.save(open_, tmp_path / FILE)
    keep(tmp_path / FILE, "ch-a", "reflection", ANSWER, {"notes": {"case": "Another"}})
    assert workbook.load(tmp_path / FILE)["notes_for_group"] is True
    assert workbook.from_code(workbook.to_code(open_)) == open_
    assert workbook.from_text(json.dumps({**closed, "notes_for_group": False})) == closed
    with pytest.raises(WorkbookError, match=r"damaged at notes_for_group: .* without their name"):
        workbook.from_text(json.dumps({**closed, "notes_for_group": "yes"}), "mine.json")


# --- As a text and a code


def test_text_and_code_come_back_the_same() -> None:
    whole = book(ch_a=entry(ANSWER), ch_b=entry({"placed": {"2": "x", "10": "y"}, "shown": True, "chosen": ["b", "a"]}))
    assert workbook.from_text(workbook.to_text(whole)) == whole
    code = workbook.to_code(whole)
    assert code.startswith("JU1.") and code.removeprefix("JU1.").isascii() and not set(code) & set("+/= ")
    assert workbook.from_code(code) == whole
    assert workbook.from_code(f"  {code[:20]}\n  {code[20:]}\r\n") == whole


def packed(data: bytes) -> str:
    return "JU1." + urlsafe_b64encode(zlib.compress(data)).decode().rstrip("=")


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("", "not-code"),
        ("JU1.", "part-code"),
        ("JU2.abc", "not-code"),
        ("JU1.a", "part-code"),
        ("JU1.abcd", "part-code"),
        (lambda: packed(b"{}")[:-3], "part-code"),
        (lambda: packed(b"{}"), "other"),
        (lambda: packed(b"\xff\xfe"), "not-text"),
        (lambda: packed(b"0" * 5_000_000), "large"),
        (lambda: packed(b" " * 1_000_000_000)[:1_500_000], "large"),
    ],
    ids=["empty", "mark", "later", "one", "noise", "cut", "no workbook", "no text", "five MB", "bomb"],
)
def test_a_code_that_is_none_is_refused(code: str | Callable[[], str], reason: str) -> None:
    with pytest.raises(WorkbookError) as refused:
        workbook.from_code(code if isinstance(code, str) else code())
    assert refused.value.reason == reason
    assert str(refused.value).startswith("The code is ")


def test_a_later_version_is_refused_and_an_earlier_one_upgraded(monkeypatch: pytest.MonkeyPatch) -> None:
    later = json.dumps({**workbook.empty(), "version": 3, "more": {}})
    with pytest.raises(WorkbookError, match=r"of version 3 .* from a later edition .* Expected version 2 or earlier"):
        workbook.from_text(later, "mine.json")

    def from_naught(found: dict) -> dict:
        return {"format": found["format"], "version": 1, "who": {}, "answers": found["exercises"]}

    early = json.dumps({"format": "joinedup-workbook", "version": 0, "exercises": {"ch-a": entry(ANSWER)}})
    with pytest.raises(WorkbookError, match="damaged at version"):
        workbook.from_text(early)
    monkeypatch.setitem(format.UPGRADES, 0, from_naught)
    assert workbook.from_text(early)["answers"] == {"ch-a": entry(ANSWER)}


def test_the_schema_is_one_and_the_page_s_example_fits_it() -> None:
    schema = json.loads((ROOT / "data" / format.SCHEMA).read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    page = (ROOT / "book/workbook-format.md").read_text("utf-8")
    example = page.split("```json\n")[1].split("```")[0]
    assert workbook.to_text(workbook.from_text(example)) == example
    assert f"{format.MAX_BYTES:,} bytes" in page and f"{format.MAX_BYTES:,} bytes" in schema["description"]


def test_letters_that_no_file_can_hold_are_replaced(tmp_path: Path) -> None:
    text = '{"format": "joinedup-workbook", "version": 1, "who": {}, "answers": {"ch-a": {"widget": "reflection", "saved": "2026-11-22T10:15:00Z", "answer": {"notes": {"x": "a\\ud800b"}}}}}'
    found = workbook.from_text(text)
    assert found["answers"]["ch-a"]["answer"] == {"notes": {"x": "a\ufffdb"}}
    keep(tmp_path / FILE, "ch-a", "reflection", {}, {"notes": {"x": "a\ud800b"}})
    assert kept(tmp_path / FILE) == {"ch-a": {"notes": {"x": "a\ufffdb"}}}
