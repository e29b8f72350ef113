"""A copy of the workbook in which every recipe of the page "Make it yours" has been followed, built once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.extending.page import Copy, guide

RECIPES = (
    "extend-statement",
    "extend-cards",
    "extend-name",
    "extend-questionnaire",
    "extend-chapter",
    "extend-translation",
    "extend-leave-out",
)
NEW_KIND = "Add a kind of exercise"
"""The part of CONTRIBUTING.md that is followed too."""


@dataclass
class Theirs:
    """The copy, what the check said before the book was built, and where the book is."""

    copy: Copy
    checked: str
    book: Path

    def address(self, page: str) -> str:
        return (self.book / page).as_uri()


@pytest.fixture(scope="package")
def theirs(tmp_path_factory: pytest.TempPathFactory) -> Theirs:
    copy = Copy(tmp_path_factory.mktemp("theirs") / "workbook")
    for recipe in RECIPES:
        copy.follow(recipe)
        if recipe == "extend-translation":
            copy.translate("mi")
    copy.follow_text(guide(NEW_KIND))
    copy.run_notebooks()
    checked = copy.command("check")
    assert checked.returncode == 0, checked.stdout + checked.stderr
    return Theirs(copy, checked.stdout, copy.build())
