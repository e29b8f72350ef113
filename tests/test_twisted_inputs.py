"""Codes that a chat has twisted, clocks that are wrong, signs that nobody sees, macrons in two pieces."""

from __future__ import annotations

import copy
import unicodedata
from datetime import UTC, datetime
from pathlib import Path

import pytest

import joinedup
from joinedup import workbook
from joinedup.content import te_reo
from joinedup.content.cell_messages import garbled, invisible, odd_sign, unexpected
from joinedup.content.csv_files import records
from joinedup.errors import TableError
from joinedup.workbook.clock import believed
from tests.helpers.javascript import in_javascript

WORKBOOK = Path(joinedup.__file__).parent / "workbook"
pytestmark = pytest.mark.usefixtures("in_notebooks")


def entry(saved: str, text: str) -> dict[str, object]:
    return {"widget": "check", "saved": saved, "answer": {"notes": {"a": text}}}


def one_with(saved: str, text: str) -> dict[str, object]:
    return {**workbook.empty(), "answers": {"ch01-take-back": entry(saved, text)}}


def dashed() -> tuple[str, dict[str, object]]:
    """A code that holds hyphens, and its workbook."""
    for number in range(200):
        made = one_with("2026-03-01T10:00:00Z", f"Damp homes {number}")
        if workbook.to_code(made).count("-") > 1:
            return workbook.to_code(made), made
    raise AssertionError("no code with hyphens")


@pytest.mark.parametrize("sign", ["\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212"])
def test_a_code_with_another_dash_for_its_hyphens_is_read_in_both_languages(sign: str) -> None:
    code, made = dashed()
    twisted = f"My code: “{code.replace('-', sign)}”"
    assert workbook.from_code(twisted) == made
    assert in_javascript([WORKBOOK / "code.js"], "(code) => workbookFromCode(code)", [twisted]) == [made]


def test_a_code_that_begins_as_it_should_is_never_said_not_to() -> None:
    call = "async (code) => { try { await workbookFromCode(code); } catch (error) { return error.reason; } }"
    codes = ["JU1.abc!def", "JU1.", "JU1.äöü", "abc"]
    reasons = []
    for code in codes:
        with pytest.raises(workbook.WorkbookError) as refused:
            workbook.from_code(code)
        reasons.append(refused.value.reason)
    assert reasons == ["part-code", "part-code", "part-code", "not-code"]
    assert in_javascript([WORKBOOK / "code.js"], call, codes) == reasons


def test_a_clock_that_is_ahead_has_not_the_last_word() -> None:
    ahead, newer = one_with("2136-01-01T00:00:00Z", "old"), one_with("2026-01-02T00:00:00Z", "new")
    for mine, other in ((ahead, newer), (newer, ahead)):
        merged = workbook.merge(copy.deepcopy(mine), copy.deepcopy(other))
        assert merged["answers"]["ch01-take-back"]["answer"]["notes"]["a"] == "new"


def test_both_languages_believe_the_same_clocks() -> None:
    now = datetime(2026, 3, 1, 12, tzinfo=UTC)
    times = ["2026-03-01T12:00:00Z", "2026-03-02T12:00:00Z", "2026-03-02T12:00:01Z", "2136-01-01T00:00:00Z", "2008-07-01T00:00:00Z"]  # fmt: skip
    expected = [times[0], times[1], "", "", times[4]]
    assert [believed(one, now) for one in times] == expected
    call = f"(saved) => believed(saved, {int(now.timestamp() * 1000)})"
    assert in_javascript([WORKBOOK / "clock.js"], call, times) == expected


@pytest.mark.parametrize("sign", ["\u200b", "\ufeff", "\u202e", "\u00ad", "\u2066", "\x07", "\x85", "\ue000"])
def test_a_sign_that_nobody_sees_is_named_with_its_code_point(sign: str) -> None:
    told = invisible(f"Damp{sign} homes")
    assert f"U+{ord(sign):04X}" in told and "'Damp'" in told
    assert invisible("Whānau – “kia ora” 👩‍👧\nand more\t☕️") == ""


def test_a_space_or_a_dash_of_another_kind_is_named_in_an_id() -> None:
    field = {"type": "string", "constraints": {"pattern": "[a-z-]+"}}
    assert "no-break space (U+00A0)" in unexpected("a\u00a0b", field)
    assert "en dash (U+2013)" in unexpected("a–b", field)
    assert odd_sign("a b-c") == ""


def test_what_was_garbled_is_shown_where_it_is() -> None:
    text = f"{'Plain words. ' * 12}Te reo MÄ\x81ori".replace("Ä\x81", "ā".encode().decode("latin-1"))
    told = garbled(text)
    wrong, _, right = told.partition(" Expected ")
    assert "Māori" in right and "Māori" not in wrong and wrong[1:40] not in right


def refused(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    with pytest.raises(TableError) as error:
        records(path)
    return str(error.value)


@pytest.mark.parametrize("line", ["sep=,", "sep=;", '"sep=,"', "sep=,,,,", "sep=\t"])
def test_a_line_that_names_the_separator_is_to_be_deleted(tmp_path: Path, line: str) -> None:
    told = refused(tmp_path / "lists.csv", f"{line}\r\nid,name\r\na,b\r\n".encode("utf-8-sig"))
    assert told.startswith("data/lists.csv, row 1: 'sep=") or told.startswith("data/lists.csv, row 1: '\"sep=")
    assert "Delete the first line." in told


def test_a_nul_is_called_a_nul(tmp_path: Path) -> None:
    told = refused(tmp_path / "lists.csv", b"id,name\na,Damp \0homes\n")
    assert told.startswith("data/lists.csv, row 2, column 'name': ") and "U+0000" in told and "UTF-16" not in told
    assert "UTF-16" in refused(tmp_path / "lists.csv", "id,name\na,b\n".encode("utf-16-le"))


def test_a_macron_in_two_pieces_is_one(tmp_path: Path) -> None:
    pieces = unicodedata.normalize("NFD", "Māori")
    (tmp_path / "lists.csv").write_text(f"id,name\na,{pieces}\n", "utf-8")
    assert records(tmp_path / "lists.csv")[1] == ["a", "Māori"]
    assert str(te_reo.mark(pieces)) == '<span lang="mi">Māori</span>'
    assert te_reo.found_in([pieces]) == te_reo.found_in(["Māori"]) != []
