"""Every chapter, its exercises empty, half done and done, has nothing that axe-core finds wrong."""

from __future__ import annotations

import pytest

from tests.helpers.answered import STATES, answer_all, exercise_specs
from tests.helpers.axe import violations
from tests.helpers.book import CHAPTERS
from tests.helpers.doing_exercises import is_done, sheet_of

pytestmark = pytest.mark.browser

ANSWERED = ("[data-joinedup]", ".eyebrow", ".contents")
"""What an answer can change."""


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_axe_finds_nothing_wrong_with_a_chapter(visit, address, chapter: str) -> None:
    page = visit().open(address(f"notebooks/{chapter}.html"))
    found: list[str] = []
    for state in STATES:
        answer_all(page, state, chapter)
        page.reload()
        for asked in exercise_specs():
            if state == "done" and asked["chapter"] == chapter:
                is_done(sheet_of(page, asked["exercise"]), asked["widget"])
        found += [f"{state}, {one}" for one in violations(page, None if state == "empty" else ANSWERED)]
    assert found == []
