"""The sheets to print, before any browser: everything an exercise asks is on them, and they say how many pages they have."""

from __future__ import annotations

import html
import re
from functools import cache

import pytest

from joinedup.content.exercise_table import exercise_rows, exercise_spec
from joinedup.content.tables import rows
from joinedup.content.words import labels
from joinedup.exercises.registry import KINDS
from joinedup_book.paper import exercises, form, keys
from joinedup_book.paper.drawing.measuring import line_count, tall
from joinedup_book.paper.drawing.paging import Flow, fewest, paged
from joinedup_book.paper.setup import TEMPLATES
from tests.helpers.book import PACKS, ROOT

ROLES = [{"key": "1", "label": "front line"}]


@pytest.fixture(autouse=True)
def at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


@cache
def drawn(name: str) -> str:
    pack = next(pack for pack in PACKS if pack.name == name)
    return TEMPLATES.get_template("pack.html").render(
        pack=pack, exercise_word="Exercise", role_word="Part", roles=ROLES
    )


def text_of(markup: str) -> str:
    """Return what a person reads."""
    apart = re.sub(r"</?(p|h\d|li|t[hdr]|d[td]|div|b|i|footer)\b[^>]*>", " ", markup)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", apart)).split())


@cache
def sheet_texts(*whats: str) -> dict[str, str]:
    """Return the text of the sheets of some kinds, by exercise."""
    found: dict[str, str] = {}
    for pack in PACKS:
        markup = drawn(pack.name)
        for sheet in pack.sheets:
            if sheet.what in whats:
                name = sheet.exercise.config["exercise"]
                one = re.search(rf'<article[^>]* id="{sheet.id}".*?</article>', markup, re.DOTALL)[0]
                found[name] = found.get(name, "") + " " + text_of(one)
    return found


# --- Everything is on paper


def test_every_exercise_has_an_answer_sheet_in_the_order_of_the_book() -> None:
    on_paper = [sheet.exercise.config["exercise"] for pack in PACKS for sheet in pack.sheets if sheet.what == "answer"]
    assert on_paper == list(exercise_rows())


def test_everything_an_exercise_asks_is_on_its_answer_sheet() -> None:
    found = sheet_texts("answer")
    for exercise, row in exercise_rows().items():
        asked = exercise_spec(exercise, KINDS)
        text = found[exercise]
        assert f"Exercise {row['number']}" in text
        assert f"{row['title']} {row['instruction']}" in text
        for one in (*asked["items"], *asked["prompts"]):
            assert one["label"] in text, f"{exercise}: {one['label']}"
        for choice in asked["choices"]:
            said = choice.get("before", choice["label"]).split(": ")[-1].removeprefix("Corner ")
            assert said.lower() in text.lower(), f"{exercise}: {said}"


def test_what_helps_to_answer_is_on_paper_too() -> None:
    found = sheet_texts("answer")
    for row in rows("prompts", ["exercise", "id", "help?"], label="prompts", unique=None):
        assert row["help"] in found[row["exercise"]]
    for row in rows("continuum", ["id", "summary", "shares", "costs", "how_common"], label="levels"):
        assert all(row[column] in found["ch01-continuum"] for column in ("summary", "shares", "costs", "how_common"))
    for row in rows("codebook", ["id", "definition"], label="factors"):
        assert row["definition"] in found["ch10-code"]


@pytest.mark.parametrize("exercise", ["ch00-roles", "ch03-sorter", "ch08-barriers", "ch12-sort"])
def test_every_card_can_be_cut_out_and_has_its_note_in_the_envelope(exercise: str) -> None:
    made = next(one for one in exercises() if one.config["exercise"] == exercise)
    cards, after = sheet_texts("cards")[exercise], sheet_texts("afterwards")[exercise]
    for number, card in enumerate(made.config["cards"], start=1):
        assert f"{number} {made.config['number']} {card['title']} {card['text']}" in cards
        assert card["seen_note"] in after
        assert card["seen_note"] not in cards + sheet_texts("answer")[exercise]
    places = sheet_texts("places")[exercise]
    assert all(zone["plain"] in places for zone in made.config["zones"])


def test_nothing_that_people_see_first_gives_the_names_of_the_frame_away() -> None:
    first = " ".join(sheet_texts(what)["ch03-sorter"] for what in ("answer", "cards", "places", "frame"))
    names = [row["name"] for row in rows("sense_making_domains", ["id", "name"], label="domains")]
    assert not [name for name in names if re.search(rf"\b{name}\b", first)]
    assert all(name in sheet_texts("frame-named")["ch03-sorter"] for name in names)


def test_there_is_a_sheet_for_afterwards_wherever_answers_have_a_reading() -> None:
    found = sheet_texts("afterwards")
    assert set(found) == {one.config["exercise"] for one in exercises() if one.config.get("readings")}
    for row in rows("life_cycle_advice", ["id", "advice"], label="advice"):
        assert row["advice"] in found["ch07-life-cycle"]
    for row in rows("health_check", ["id", "note"], label="statements"):
        assert row["note"] in found["ch11-health"]
    for row in rows("factors", ["id", "section", "kind", "work_on"], label="factors"):
        if row["section"] == "9" and row["kind"] != "not-significant":
            assert row["work_on"] in found["ch09-factors"]


def test_every_page_says_where_it_comes_from_and_which_one_it_is() -> None:
    given = {row["id"]: row["source"] for row in rows("exercises", ["id", "source"], label="exercises")}
    words = labels("paper", "")
    for pack in PACKS:
        markup = drawn(pack.name)
        pages = [text_of(one) for one in markup.split('<div class="page">')[1:]]
        assert len(pages) == pack.pages
        whole = iter(pages)
        for sheet in pack.sheets:
            for number in range(1, len(sheet.pages) + 1):
                page = next(whole)
                assert f"{sheet.number} {words['page-of'].format(page=number, pages=len(sheet.pages))}" in page
                assert given[sheet.exercise.config["exercise"]] in page
                assert "Better Connected Services for Kiwis" in page


def test_no_sentence_is_left_with_a_place_to_fill_in() -> None:
    for pack in PACKS:
        assert not re.search(r"\{\w+\}", text_of(drawn(pack.name))), pack.name


@pytest.mark.parametrize("exercise", ["ch07-life-cycle", "ch11-health"])
def test_the_two_long_checks_stand_on_one_page_each(exercise: str) -> None:
    [sheet] = [one for pack in PACKS for one in pack.sheets if one.id == exercise]
    assert len(sheet.pages) == 1
    assert sheet.size >= 9


# --- The keys


def test_a_choice_has_the_same_key_on_paper_and_on_the_page_that_takes_it_in() -> None:
    for exercise in exercises():
        signs, made = keys(exercise), form(exercise)
        assert (made is None) == (not signs)
        for choices in (made or {"sets": {}})["sets"].values():
            assert len({choice["key"] for choice in choices}) == len(choices)
            assert all(signs.get(one["id"], one["key"]) == one["key"] for one in choices if one["label"])


def test_what_cannot_be_said_has_one_sign_everywhere() -> None:
    for exercise in exercises():
        signs = keys(exercise)
        assert {signs[one] for one in ("dont-know", "cant-say", "disorder") if one in signs} <= {"?"}


# --- Pages


def test_a_text_is_as_tall_as_its_lines() -> None:
    assert line_count("one two three", 4) == 2
    assert line_count("", 10) == 0
    assert line_count("uncharacteristically", 4) == 3
    assert tall("one two three", 1000, 10) == pytest.approx(4.586, abs=0.001)


def test_rows_go_on_to_the_next_page_with_their_head_above_them() -> None:
    pages = paged([Flow("rows", ["a", "b", "c"], [10, 10, 10], head=5)], 26, 20)
    assert [part.rows for page in pages for part in page.parts] == [["a", "b"], ["c"]]
    assert [page.left for page in pages] == [1, 5]


def test_rows_that_belong_together_begin_on_a_page_of_their_own() -> None:
    first, table = Flow("said", ["x"], [10]), Flow("rows", ["a", "b"], [10, 10], together=True)
    assert [[part.kind for part in page.parts] for page in paged([first, table], 25, 30)] == [["said"], ["rows"]]
    too_tall = Flow("rows", ["a", "b", "c"], [10, 10, 10], together=True)
    assert [[part.rows for part in page.parts] for page in paged([first, too_tall], 25, 25)] == [
        [["x"], ["a"]],
        [["b", "c"]],
    ]


def test_a_row_taller_than_a_page_is_still_there() -> None:
    pages = paged([Flow("rows", ["a", "long", "b"], [10, 99, 10])], 20, 20)
    assert [[part.rows for part in page.parts] for page in pages] == [[["a"]], [["long"]], [["b"]]]


def test_type_is_as_large_as_the_fewest_pages_allow() -> None:
    flow = {
        12.0: [Flow("r", ["a", "b"], [12, 12])],
        10.0: [Flow("r", ["a", "b"], [10, 10])],
        9.0: [Flow("r", ["a", "b"], [9, 9])],
    }
    size, pages = fewest((size, paged(flows, 20, 20)) for size, flows in flow.items())
    assert (size, len(pages)) == (10.0, 1)
