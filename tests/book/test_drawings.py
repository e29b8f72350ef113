"""Every figure, chart and picture says in words what it shows, and the words in it can be read."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.helpers.book import WALKED
from tests.helpers.drawings import says_what_it_shows, words_can_be_read
from tests.helpers.group_picture import SAMPLE, answered_in_sample, brings, looks_at, opens

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("path", WALKED)
def test_every_drawing_says_what_it_shows(walked, path: str) -> None:
    walked(path, "drawings")


def test_every_picture_of_a_group_says_what_it_shows(visit, address) -> None:
    page = opens(visit, address)
    brings(page, SAMPLE)
    kinds = answered_in_sample()
    assert len(kinds) == 8
    for kind, name in kinds.items():
        if kind == "reflection":
            continue
        shown = looks_at(page, name, "role")
        expect(shown.get_by_role("img").first).to_be_visible()
        assert says_what_it_shows(page) > 0
        words_can_be_read(page)


@pytest.mark.parametrize(
    ("script", "wrong"),
    [
        ("document.querySelector('.ju-drawing').setAttribute('aria-label', 'figure-process.svg')", "no words"),
        (
            "document.querySelector('.ju-drawing').setAttribute('aria-label', 'Another figure than the one below')",
            "Another",
        ),
        (
            "document.querySelector('main').append(document.createElementNS('http://www.w3.org/2000/svg', 'svg'))",
            "no words",
        ),
    ],
)
def test_a_drawing_without_words_is_found(visit, address, script: str, wrong: str) -> None:
    page = visit().open(address("notebooks/01_setting_the_scene.html"))
    page.evaluate(script)
    with pytest.raises(AssertionError, match=wrong):
        says_what_it_shows(page)


def test_words_in_a_drawing_that_can_not_be_read_are_found(visit, address) -> None:
    page = visit().open(address("notebooks/01_setting_the_scene.html"))
    page.add_style_tag(content=".ju-figure .ju-ink { fill: light-dark(#888, #777) !important }")
    with pytest.raises(AssertionError, match="px"):
        words_can_be_read(page)
