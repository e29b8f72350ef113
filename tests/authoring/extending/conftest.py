"""A copy of the workbook in which every recipe of the page "Make it yours" has been followed, built once."""

from __future__ import annotations

import pytest

from tests.helpers.copied_workbook import NEW_KIND, RECIPES, Copy, Theirs, guide


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
