"""Every chapter, its exercises empty, half done and done, has nothing that axe-core finds wrong."""

from __future__ import annotations

import pytest

from tests.helpers.answered import STATES, answer_all, exercise_specs
from tests.helpers.axe import LOOKS, violations
from tests.helpers.book import CHAPTERS
from tests.helpers.doing_exercises import is_done, sheet_of

pytestmark = pytest.mark.browser

LOOKS_OF = {
    "empty": LOOKS,
    "half": (("light", 320), ("dark", 320)),
    "done": (("light", 1280), ("dark", 1280)),
}
"""What is half done is judged in a narrow window, and what is done in a wide one."""
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
        parts = None if state == "empty" else ANSWERED
        found += [f"{state}, {one}" for one in violations(page, parts, LOOKS_OF[state])]
    assert found == []
