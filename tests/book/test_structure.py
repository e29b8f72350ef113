"""How a page is built: its title, its language and that of its parts, its landmarks and its headings."""

from __future__ import annotations

import re

import pytest

from tests.helpers.book import BOOK, PAGES, WALKED

pytestmark = pytest.mark.browser


def title_of(path: str) -> str:
    return re.search(r"<title>(.*?)</title>", (BOOK / path).read_text("utf-8"))[1]


def test_every_page_has_a_title_of_its_own() -> None:
    titles = {path: title_of(path) for path in PAGES}
    assert len(set(titles.values())) == len(PAGES)


@pytest.mark.parametrize("path", WALKED)
def test_a_page_is_built_in_parts_with_names_and_languages(walked, path: str) -> None:
    walked(path, "structure")
