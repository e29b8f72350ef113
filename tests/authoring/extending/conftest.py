"""A copy of the workbook in which every recipe of the page "Make it yours" has been followed, built once."""

from __future__ import annotations

import pytest

from tests.helpers.changed_workbook import Theirs, all_recipes_followed


@pytest.fixture(scope="package")
def theirs(tmp_path_factory: pytest.TempPathFactory) -> Theirs:
    return all_recipes_followed(tmp_path_factory.mktemp("theirs") / "workbook")
