"""What Python and JavaScript share: one source for limits, a declared list of twins, and the same sentences."""

from __future__ import annotations

import json
import random
import re
from datetime import UTC, datetime

import pytest

from joinedup.cohort.counting import choice_names
from joinedup.cohort.names import folded, named_alike
from joinedup.cohort.pooling import pooled
from joinedup.cohort.sentences import conversations
from joinedup.content import limits
from joinedup.content.words import labels
from joinedup.workbook.clock import believed
from tests.helpers.book import ROOT
from tests.helpers.javascript import WIDGETS, in_javascript
from tests.helpers.random_groups import random_case

TWINS = {
    "cohort/min_group_size": "tests/vectors/pooling.json",
    "cohort/names": "tests/test_twins.py",
    "cohort/persons": "tests/test_twins.py",
    "cohort/pooling": "tests/vectors/pooling.json",
    "cohort/sentences": "tests/test_twins.py",
    "cohort/shapes": "tests/test_small_cells.py",
    "cohort/shown_numbers": "tests/test_small_cells.py",
    "cohort/small_cells": "tests/test_small_cells.py",
    "content/limits": "tests/test_twins.py",
    "exercises/line/gap": "tests/vectors/gap.json",
    "exercises/line/placing": "tests/vectors/placing.json",
    "exercises/priorities/priorities": "tests/vectors/priorities.json",
    "exercises/questionnaire/by_word": "tests/vectors/by_word.json",
    "exercises/questionnaire/profile": "tests/vectors/profile.json",
    "exercises/questionnaire/work_on": "tests/vectors/work_on.json",
    "exercises/sorting/comparison": "tests/vectors/comparison.json",
    "exercises/story/two_readings": "tests/vectors/two_readings.json",
    "workbook/clock": "tests/test_twins.py",
    "workbook/code": "tests/widgets/test_damage.py",
    "workbook/flatten": "tests/vectors/leaves.json",
    "workbook/format": "tests/widgets/test_damage.py",
}
"""Every file that has a twin of the same name in the other language and must agree with it, with what holds them together:
vectors that both read, or the test that asks both the same."""

APART = {
    "exercises/base/exercise",
    "exercises/line/complexity",
    "exercises/line/continuum",
    "exercises/line/engine",
    "exercises/priorities/priority_matrix",
    "exercises/questionnaire/engine",
    "exercises/questionnaire/factors",
    "exercises/questionnaire/life_cycle",
    "exercises/questionnaire/statement_check",
    "exercises/registry",
    "exercises/sorting/card_sort",
    "exercises/sorting/engine",
    "exercises/sorting/sense_making",
    "exercises/story/code_a_story",
    "exercises/writing/reflection",
}
"""Files that only have the same name: the Python says what an exercise asks, and the JavaScript shows it."""

pytestmark = pytest.mark.usefixtures("in_notebooks")


def same_names() -> set[str]:
    scripts = {path.relative_to(WIDGETS).with_suffix("").as_posix() for path in WIDGETS.rglob("*.js")}
    modules = {path.relative_to(WIDGETS).with_suffix("").as_posix() for path in WIDGETS.rglob("*.py")}
    return scripts & modules


def test_every_pair_is_declared_and_has_what_holds_it_together() -> None:
    calls_itself = {
        path.relative_to(WIDGETS).with_suffix("").as_posix()
        for path in WIDGETS.rglob("*.js")
        if re.search(r"[Tt]he twin of \w+\.py", path.read_text("utf-8").split("\n\n")[0])
    }
    assert calls_itself <= set(TWINS), "declare the pair in TWINS, with the vectors that both read"
    assert set(TWINS) <= same_names()
    assert same_names() - set(TWINS) <= APART
    for name, held in TWINS.items():
        text = (ROOT / held).read_text("utf-8")
        assert text, name


def test_the_limits_are_those_of_the_one_source() -> None:
    source = json.loads((WIDGETS / "content" / "limits.json").read_text("utf-8"))
    call = "() => ({ cohort: COHORT_LIMITS, workbook: WORKBOOK_LIMITS })"
    assert in_javascript((WIDGETS / "content" / "limits.js",), call, [None]) == [source]
    assert source == {"cohort": limits.COHORT, "workbook": limits.WORKBOOK}
    schema = (ROOT / "data" / "workbook.schema.json").read_text("utf-8")
    found = {int(n) for n in re.findall(r'"max(?:Length|Items|Properties)": (\d+)', schema)}
    allowed = {source["workbook"][one] for one in ("maxText", "maxLine", "maxId", "maxEntries", "maxParts")}
    assert found == allowed


SPELT = [
    "Children's Team",
    "Children’s Team",
    "childrenʼs  team",
    "Māori Health",
    "Maori Health",
    "Ma\u0304ori Health ",
]


def test_names_are_folded_alike_and_the_spelling_with_macrons_is_shown() -> None:
    assert len({folded(one) for one in SPELT[:3]}) == len({folded(one) for one in SPELT[3:]}) == 1
    assert named_alike(["Maori Health"] * 5 + ["Māori Health"], []) == ["Māori Health"] * 6
    assert named_alike(["a", "b", "B "], [], {"a": "b", "B": "B two"}) == ["b", "b", "B two"]
    chance = random.Random(3)
    typed = [*SPELT, "Front line", "front–line", "", " ", "Ōtara", "O\u0304TARA", "x\u200by", "Straße", "İzmir", "ﬁne"]
    asked = [
        {
            "names": chance.choices(typed, k=chance.randint(1, 12)),
            "known": ["front line"],
            "given": {chance.choice(typed): "Another"} if chance.random() < 0.3 else {},
        }
        for _ in range(400)
    ]
    modules = (WIDGETS / "cohort" / "names.js",)
    found = in_javascript(modules, "({ names, known, given }) => namedAlike(names, known, given)", asked)
    assert found == [named_alike(one["names"], one["known"], one["given"]) for one in asked]


def test_both_languages_say_the_same_of_random_groups() -> None:
    chance, asked, told = random.Random(4), [], []
    words = labels("group-picture", "")
    while len(asked) < 40:
        case = random_case(chance)
        if case["spec"]["key"] == "marks":
            continue
        spec = {**case["spec"], "none": "None of them", "number": "1.1", "title": "A title"}
        for item in spec["items"]:
            item["label"] = " ".join(
                chance.choices(["tāngata", "who", "decides", "𝒜", "together"], k=chance.randint(1, 24))
            )
        found = pooled(spec, case["people"], case["order"], case["minGroupSize"])
        if found is None or not found["conversations"]:
            continue
        asked.append({"spec": spec, "found": found, "words": words})
        parts = conversations(spec, found).parts
        told.append([[label, " ".join(texts)] for label, texts in parts.items()])
        assert choice_names(spec)
    call = """({ spec, found, words }) =>
      conversationsSaid({ words }, spec, found).map(({ label, text }) => [label, text])"""
    both = zip(in_javascript((WIDGETS / "cohort" / "sentences.js",), call, asked), told, strict=True)
    for js, python in both:
        labels_once = len({label for label, _ in js}) == len(js)
        assert js == python or not labels_once  # a dictionary keeps one of two lines whose beginnings are alike


def test_none_of_them_is_an_answer_of_a_group_in_both_languages() -> None:
    """Four of six managers mark none; the same number mark nothing else, so that is what they say most often."""
    choices = [{"id": "eye", "label": "Eye on the outcome"}, {"id": "other", "label": "Other"}]
    spec = {
        "key": "marked",
        "shape": "several",
        "items": [{"id": "p", "label": "P"}],
        "choices": choices,
        "none": "None of them",
    }
    people = [{"answer": {"marked": {"p": []}}, "group": "manager"}] * 7
    people += [{"answer": {"marked": {"p": ["eye"]}}, "group": "manager"}] * 3
    people += [{"answer": {"marked": {"p": ["eye"]}}, "group": "front line"}] * 6
    people += [{"answer": {"marked": {"p": []}}, "group": "front line"}] * 3
    found = pooled(spec, people, ["front line", "manager"], 5)
    said = " ".join(conversations(spec, found).parts["P"])
    words = labels("group-picture", "")
    call = "({ spec, found, words }) => conversationsSaid({ words }, spec, found)[0].text"
    asked = [{"spec": spec, "found": found, "words": words}]
    assert in_javascript((WIDGETS / "cohort" / "sentences.js",), call, asked) == [said]
    assert "manager ‘None of them’" in said


def test_both_languages_believe_the_same_clocks() -> None:
    now = datetime(2026, 3, 18, 9, tzinfo=UTC)
    saved = ["", "2026-03-18T09:00:00Z", "2026-03-19T09:00:00Z", "2026-03-19T09:00:01Z", "2036-01-01T00:00:00Z"]
    call = f"(saved) => believed(saved, {int(now.timestamp() * 1000)})"
    found = in_javascript((WIDGETS / "workbook" / "clock.js",), call, saved)
    assert found == [believed(one, now) for one in saved] == [*saved[:3], "", ""]


def a_person(number: int, label: str, team: str, id: str) -> dict:
    saved = f"2026-03-18T09:00:{number:02}Z"
    entry = {"widget": "check", "saved": saved, "answer": {"answers": {"x": "true"}}}
    book = {"format": "joinedup-workbook", "version": 2, "who": {"label": label, "team": team, "role": ""}}
    return {**book, **({"id": id} if id else {}), "answers": {"ch12-cos": entry}}


def test_both_languages_count_the_same_people() -> None:
    from joinedup.cohort.persons import each_person_once

    chance, asked, expected = random.Random(5), [], []
    for _ in range(200):
        books = [
            a_person(
                chance.randint(0, 9), chance.choice(["", "Anna", "anna ", "Āna"]), chance.choice(["", "North"]), id
            )
            for id in chance.choices(["", "", "a" * 32, "b" * 32], k=chance.randint(1, 9))
        ]
        named = [(f"{n}.json", book) for n, book in enumerate(books)]
        kept, left, alike = each_person_once(named, False)
        asked.append(named)
        left_names = sorted(name for name, _ in left)
        expected.append([len(kept), left_names, sorted(sorted(names) for names, _ in alike)])
    call = """(named) => {
      const all = newParticipants();
      for (const [name, book] of named) all.add(name, book);
      const alike = all.alike().map(({ some }) => some.map(({ name }) => name).sort());
      return [all.people.length, all.leftOut.map(({ name }) => name).sort(), alike.sort()];
    }"""
    assert in_javascript((WIDGETS / "cohort" / "persons.js",), call, asked) == expected
