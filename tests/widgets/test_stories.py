"""The seven stories and their coding: whole, in order, and each finding beside the passage it rests on."""

from __future__ import annotations

import re
from html import unescape

import krippendorff
import pytest

from joinedup import ConfigurationError, coding_matrix, story, story_factors_map, table
from joinedup.content.tables import rows
from joinedup.exercises.story.stories import FIRST

pytestmark = pytest.mark.usefixtures("in_notebooks")

STORIES = ["icm-papakura", "semo", "mayors-taskforce", "autism", "rse", "guedo", "nmcc"]


@pytest.mark.parametrize("name", STORIES)
def test_a_story_is_told_whole(name: str) -> None:
    page = story(name)._repr_html_()
    passages = table("story_passages")
    own = passages[passages["story"] == name]
    assert [*re.findall(r'<li id="([^"]+)"', page)] == list(own.sort_values("order")["id"])
    words = own["text"].str.split().str.len()
    assert words.between(40, 100).all()
    assert words.sum() <= 1150  # five minutes
    points = table("story_turning_points")
    assert page.count('class="ju-when"') == (points["story"] == name).sum() >= 3
    assert page == story(name)._repr_html_()


def test_the_one_that_needs_it_begins_with_a_note_and_where_to_get_help() -> None:
    for name in STORIES:
        page = story(name)._repr_html_()
        assert ("ju-content-note" in page.split("</svg>")[1]) == (name == "icm-papakura")
    page = story("icm-papakura")._repr_html_()
    assert page.index("1737") < page.index('class="ju-facts"')


def test_the_numbers_of_the_stories_are_the_sources() -> None:
    told = {name: story(name)._repr_html_() for name in STORIES}
    for name, numbers in {
        "semo": ("fifty schools", "1996", "30-odd early childhood centres"),
        "mayors-taskforce": ("seven mayors",),
        "autism": ("28",),
        "guedo": ("July 2005",),
        "nmcc": ("18",),
    }.items():
        for number in numbers:
            assert number in told[name], f"{name}: {number}"


def test_every_cell_of_the_map_leads_to_its_passages() -> None:
    page = story_factors_map()._repr_html_()
    codings = table("story_factors")
    first = codings[codings["coder"] == FIRST]
    grid = page[page.index('<table class="ju-map">') :]
    grid = grid[: grid.index("</table>")]
    assert sorted(re.findall(r'href="#([^"]+)"', grid)) == sorted(first["passage"].astype(str))
    stories = "".join(story(name)._repr_html_() for name in STORIES)
    assert all(f'id="{passage}"' in stories for passage in first["passage"])
    plain = unescape(re.sub(r"</?span[^>]*>", "", page))
    assert all(note in plain for note in first["note"])


def test_every_story_was_coded_twice_and_what_the_chapter_says_of_it_is_so() -> None:
    said = dict(zip(STORIES, (0.91, 0.96, 0.94, 0.95, 0.96, 0.86, 0.93), strict=True))
    together: list[list[int]] = [[], []]
    for name in STORIES:
        matrix = coding_matrix(name)
        assert len(matrix) == 2
        assert round(krippendorff.alpha(reliability_data=matrix, level_of_measurement="nominal"), 2) == said[name]
        together = [row + more for row, more in zip(together, matrix, strict=True)]
    assert len(together[0]) == 1440
    assert round(krippendorff.alpha(reliability_data=together, level_of_measurement="nominal"), 2) == 0.93
    marks = list(zip(*together, strict=True))
    assert (marks.count((1, 1)), marks.count((1, 0)) + marks.count((0, 1))) == (153, 19)


def test_every_passage_was_looked_at_in_every_story() -> None:
    """The first coding covers nearly every passage: a map of whole codings, not of a few telling passages."""
    codings, passages = table("story_factors"), table("story_passages")
    first = set(codings[codings["coder"] == FIRST]["passage"])
    for name in STORIES:
        own = set(passages[passages["story"] == name]["id"])
        assert len(own - first) <= 3, f"{name}: {sorted(own - first)}"


def test_one_coding_alone_gives_no_agreement(monkeypatch: pytest.MonkeyPatch) -> None:
    def without_second_of_rse(*args, **options):
        return [
            row for row in rows(*args, **options) if row.get("coder") != "second" or row["story"] in ("nmcc", "semo")
        ]

    with pytest.raises(ConfigurationError, match=r"no story 'semmo'\. Did you mean 'semo'\?"):
        story("semmo")
    monkeypatch.setattr("joinedup.stories.rows", without_second_of_rse)
    with pytest.raises(
        ConfigurationError, match=r"The story 'rse' was coded by one person\. Expected one of: nmcc, semo"
    ):
        coding_matrix("rse")


def test_the_numbers_of_the_seminar_are_the_sources() -> None:
    cases = table("co_production_cases").set_index("id")["value"].dropna()
    assert sorted(cases) == [6, 7, 56, 60, 90]
    work = " ".join(table("early_years")["text"])
    assert "100 parents" in work
    assert re.search(r"1,?200", work)
