"""A thousand damaged files and codes in Python: each is read, or refused in one line and at once."""

from __future__ import annotations

import time
from collections import Counter
from functools import cache

import pytest

from joinedup import workbook
from joinedup.workbook import Workbook, WorkbookError
from tests.helpers.damage import KINDS, NOTE, SCRIPTS, Damaged, damaged, nested, read

COUNTED, PART = 100_000_000, 50
"""None takes longer than this machine takes to count so far, slow or fast: some seconds. A fiftieth of it is measured."""


@cache
def cases() -> list[Damaged]:
    return damaged(seed=1)


@cache
def patience() -> float:
    """Return how long, in seconds of processor time, one of them may take on this machine."""
    begin = time.process_time()
    for _ in range(COUNTED // PART):
        pass
    return (time.process_time() - begin) * PART


@cache
def outcome(one: Damaged) -> Workbook | WorkbookError:
    try:
        return read(one)
    except WorkbookError as error:
        return error


def refusals() -> list[WorkbookError]:
    return [found for found in map(outcome, cases()) if isinstance(found, WorkbookError)]


def test_there_are_a_thousand_and_they_are_the_same_for_the_same_seed() -> None:
    assert len(cases()) == 1000
    assert Counter(one.kind for one in cases()) == {kind: many for kind, (many, _) in KINDS.items()}
    assert damaged(seed=1) == cases() != damaged(seed=2)
    assert sum(isinstance(one.given, str) for one in cases()) > 250, "codes among the files"


@pytest.mark.parametrize("kind", KINDS)
def test_each_is_read_or_refused_in_one_line(kind: str) -> None:
    for one in (case for case in cases() if case.kind == kind):
        begin = time.process_time()
        found = outcome.__wrapped__(one)
        assert time.process_time() - begin < patience(), one.name
        said = str(found) if isinstance(found, WorkbookError) else one.name
        assert said.startswith(one.name) and len(said) <= 300 and said.isprintable(), ascii(said)


def test_some_of_them_are_sound_and_come_back_the_same() -> None:
    sound = [found for found in map(outcome, cases()) if isinstance(found, dict)]
    assert 150 < len(sound) < 350
    for found in sound:
        assert workbook.from_text(workbook.to_text(found)) == found
    for found in sound[::10]:
        assert workbook.from_code(workbook.to_code(found)) == found


def test_each_reason_is_among_them() -> None:
    reasons = Counter(error.reason for error in refusals())
    assert min(reasons[reason] for reason in ("large", "not-text", "not-json", "other", "later", "damaged")) >= 3
    assert reasons["not-code"] >= 10  # a code is found among whatever a message puts around it
    assert reasons["part-code"] >= 50


def test_what_is_nested_to_any_depth_is_refused() -> None:
    for place in (NOTE, NOTE[:4], NOTE[:3], NOTE[:1]):
        for levels in range(800, 1000):
            with pytest.raises(WorkbookError, match=r"^The file is damaged"):
                workbook.from_text(nested(place, levels))


def test_a_script_is_only_a_text() -> None:
    found = [outcome(one) for one in cases() if one.kind == "script"]
    texts = {text for one in found if isinstance(one, dict) for text in one["who"].values()}
    assert len(texts & set(SCRIPTS)) > 10, "read as it was written, to be shown as it was written"
