"""No page is heavier than it may be."""

from __future__ import annotations

import re

import pytest

from tests.bench.weight import weight
from tests.helpers.book import BOOK, CHAPTERS

KILOBYTE = 1000
CHAPTER = 64
LONG = {"03_getting_together": 68, "10_seven_stories": 86, "12_co_production": 73}
"""Chapters whose own text and exercises are more than that: a pile of cards, seven stories told whole, five exercises."""
PAGES = {"book/my-workbook.html": 34, "book/group-picture.html": 53}
"""They weighed 50 and 68 when everything that is asked stood in them."""


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_chapter_is_no_heavier_than_it_may_be(chapter: str) -> None:
    parts = weight(BOOK, f"notebooks/{chapter}.html")
    assert sum(parts.values()) <= LONG.get(chapter, CHAPTER) * KILOBYTE, parts


@pytest.mark.parametrize("page", PAGES)
def test_a_page_of_answers_is_no_heavier_than_it_may_be(page: str) -> None:
    parts = weight(BOOK, page)
    assert sum(parts.values()) <= PAGES[page] * KILOBYTE, parts


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_chapter_loads_the_kinds_it_has_and_no_others(chapter: str) -> None:
    text = (BOOK / "notebooks" / f"{chapter}.html").read_text("utf-8")
    names = {name for name in weight(BOOK, f"notebooks/{chapter}.html") if name.startswith("joinedup-")}
    families = {
        "joinedup-line.js": r"continuum-slider|complexity-line",
        "joinedup-sorting.js": r"card-sort|sense-making-sorter",
        "joinedup-questionnaire.js": r"check|factors-check|life-cycle-self-check",
        "joinedup-story.js": r"code-a-story",
        "joinedup-priorities.js": r"priority-matrix",
        "joinedup-writing.js": r"reflection",
    }
    wanted = {name for name, kinds in families.items() if re.search(rf'data-joinedup="(?:{kinds})"', text)}
    assert {name for name in names if name.endswith(".js")} - {"joinedup-exploring.js"} == wanted
    assert ("joinedup-exploring.js" in names) == ("ju-chart-data" in text)


def test_what_stands_in_a_style_sheet_does_not_stand_in_the_figures_as_well() -> None:
    for chapter in CHAPTERS:
        text = (BOOK / "notebooks" / f"{chapter}.html").read_text("utf-8")
        for rules in re.findall(r"<style>(.*?)</style>", text.partition("</head>")[2], re.DOTALL):
            assert all(line.startswith("#figure-") for line in rules.splitlines() if line)
