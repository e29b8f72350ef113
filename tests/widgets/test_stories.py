"""The seven stories and their coding: whole, in order, and each finding beside the passage it rests on."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape

import pandas as pd
import pytest

from joinedup import CodeAStory, ConfigurationError, TableError, coding_matrix, story, story_factors_map, table
from joinedup.cohort import alpha
from joinedup.content.tables import rows
from joinedup.exercises.story.stories import CODING_COLUMNS, FIRST, settled_reading
from tests.helpers.book import ROOT

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
    settled = pd.DataFrame(settled_reading("story_factors", CODING_COLUMNS))
    grid = page[page.index('<table class="ju-map">') :]
    grid = grid[: grid.index("</table>")]
    assert sorted(re.findall(r'href="#([^"]+)"', grid)) == sorted(settled["passage"])
    stories = "".join(story(name)._repr_html_() for name in STORIES)
    assert all(f'id="{passage}"' in stories for passage in settled["passage"])
    plain = unescape(re.sub(r"</?span[^>]*>", "", page))
    assert all(note in plain for note in settled["note"])


def test_every_story_was_coded_twice_and_what_the_chapter_says_of_it_is_so() -> None:
    said = dict(zip(STORIES, (0.91, 0.96, 0.94, 0.95, 0.96, 0.86, 0.93), strict=True))
    together: list[list[int]] = [[], []]
    for name in STORIES:
        matrix = coding_matrix(name)
        assert len(matrix) == 2
        assert round(alpha(matrix), 2) == said[name]
        together = [row + more for row, more in zip(together, matrix, strict=True)]
    assert len(together[0]) == 1440
    assert round(alpha(together), 2) == 0.93
    marks = list(zip(*together, strict=True))
    assert (marks.count((1, 1)), marks.count((1, 0)) + marks.count((0, 1))) == (153, 19)


def test_the_map_is_drawn_from_what_the_two_readers_settled_on() -> None:
    codings = table("story_factors")
    both = codings.duplicated(["story", "factor", "passage"], keep=False)
    assert set(codings[both]["settled"]) == {"yes"}
    alone = codings[~both]
    assert Counter(alone["settled"]) == {"yes": 12, "no": 7}
    reading = settled_reading("story_factors", CODING_COLUMNS)
    assert len(reading) == 153 + 12
    cells = {(row["story"], row["factor"]) for row in reading}
    first = codings[codings["coder"] == FIRST]
    before = set(zip(first["story"], first["factor"], strict=True))
    assert before - cells == {("mayors-taskforce", "outcome-focus"), ("rse", "outcome-focus")}
    assert cells - before == {("guedo", "permission")}


def test_what_the_chapter_says_of_the_map_is_so() -> None:
    reading = settled_reading("story_factors", CODING_COLUMNS)
    seen = {(row["story"], row["factor"]) for row in reading if row["how"] == "present"}
    in_stories = Counter(factor for _, factor in seen)
    assert {factor for factor, many in in_stories.items() if many == 6} == {
        "a-ha-moment", "public-entrepreneur", "vertical-pull"
    }  # fmt: skip
    assert max(in_stories.values()) == 6
    assert in_stories["active-client"] == 3
    assert in_stories["top-down-mandate"] == 4
    of_story = Counter(name for name, _ in seen)
    assert of_story.most_common()[0] == ("semo", 16)
    assert of_story.most_common()[-1] == ("guedo", 5)
    assert len({(row["story"], row["factor"]) for row in reading if row["how"] == "missed"}) == 7


def test_the_instructors_list_names_each_mark_that_was_settled() -> None:
    text = (ROOT / "notebooks" / "10_seven_stories.ipynb").read_text("utf-8")
    codings = table("story_factors")
    alone = codings[~codings.duplicated(["story", "factor", "passage"], keep=False)]
    short = {"icm-papakura": "Papakura", "semo": "Schools", "mayors-taskforce": "Mayors", "autism": "Autism",
             "rse": "Seasonal workers", "guedo": "Shared office", "nmcc": "Sea"}  # fmt: skip
    kept, dropped = text.split("We dropped the other seven:")
    lists = {"yes": kept.split("We kept twelve of the marks:")[1], "no": dropped.split("Four of the 19")[0]}
    for row in alone.to_dict("records"):
        line = rf"- {short[row['story']]} {int(row['passage'].split('-')[-1])}, [\w\s-]+ \({row['coder']}\): "
        assert re.search(line, lists[row["settled"]]), row["id"]


def test_a_table_from_before_the_marks_were_settled_is_still_read() -> None:
    codings = table("story_factors")
    old = codings.drop(columns="settled")
    first = codings[codings["coder"] == FIRST]
    assert len(settled_reading(old, CODING_COLUMNS)) == len(first)
    theirs = {one["id"]: one["theirs"] for one in CodeAStory("ch10-code", story="nmcc", codings=old).config["passages"]}
    assert "power-imbalance-met" in theirs["nmcc-09"]
    theirs = {one["id"]: one["theirs"] for one in CodeAStory("ch10-code", story="nmcc").config["passages"]}
    assert "power-imbalance-met" not in theirs["nmcc-09"]
    with pytest.raises(TableError, match="has no column 'coder'"):
        settled_reading(old.drop(columns="coder"), CODING_COLUMNS)


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
    monkeypatch.setattr("joinedup.exercises.story.stories.rows", without_second_of_rse)
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
