"""Room for everybody: enlarged four times, and with letters, words, lines and paragraphs set as far apart as WCAG asks."""

from __future__ import annotations

import pytest

from tests.helpers.book import WALKED
from tests.helpers.room import is_roomy

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("path", WALKED)
def test_nothing_is_cut_off_and_no_page_scrolls_two_ways(walked, path: str) -> None:
    walked(path, "room")


@pytest.mark.parametrize(
    ("style", "wrong"),
    [
        ("main p { min-width: 40rem }", "the page scrolls sideways"),
        ("main p { white-space: nowrap; overflow: hidden }", "is cut off"),
        ("main p { height: 1.5rem }", "runs over its edge"),
        ("main section { overflow-x: auto } main p { white-space: nowrap }", "scrolls sideways and has no name"),
    ],
)
def test_a_page_without_room_is_found(visit, address, style: str, wrong: str) -> None:
    page = visit(viewport={"width": 320, "height": 256}).open(address("book/privacy.html"))
    page.add_style_tag(content=style)
    with pytest.raises(AssertionError, match=wrong):
        is_roomy(page, "")


def test_a_name_at_the_head_of_a_row_stays_in_one_piece_on_a_phone(visit, address) -> None:
    page = visit(viewport={"width": 390, "height": 800}).open(address("book/workbook-format.html"))
    names = page.locator("main table").first.locator("td:first-child code")
    assert names.count() > 5
    assert (
        names.evaluate_all(
            "(all) => all.filter((one) => one.getClientRects().length > 1).map((one) => one.textContent)"
        )
        == []
    )
