"""What Python and JavaScript both do, done by both on made-up input, without a browser around it."""

from __future__ import annotations

import random
from typing import Any

from joinedup import workbook
from joinedup.cohort.min_group_size import same_split, suppress_small_groups
from joinedup.workbook.flatten import flatten, unflatten
from tests.helpers.book import ROOT
from tests.helpers.javascript import WIDGETS, in_javascript

FLATTEN = [WIDGETS / "workbook" / "flatten.js"]
FORMAT = [WIDGETS / "workbook" / f"{name}.js" for name in ("code", "format", "text")]
GROUPS = [WIDGETS / "cohort" / "min_group_size.js"]
SAMPLE = sorted((ROOT / "data" / "sample_workshop").glob("*.json"))
MANY = 300
PARTS, NAMES = ("notes", "places", "answers"), ("a", "b", "c-1", "needed", "Ā")
MARKS = ("", "yes", "Ngā whānau\n“first”", True, 3, ["x", "y"])


def made_up(chance: random.Random, depth: int = 2) -> dict[str, Any]:
    """Return an answer of up to three parts, some of them with parts of their own, and some empty."""
    names = chance.sample(PARTS if depth == 2 else NAMES, chance.randrange(4))
    return {
        name: made_up(chance, depth - 1) if depth > 1 and chance.random() < 0.8 else chance.choice(MARKS)
        for name in names
    }


def test_an_answer_comes_apart_and_together_the_same() -> None:
    chance = random.Random("flatten")
    answers = [made_up(chance) for _ in range(MANY)]
    found = in_javascript(FLATTEN, "(one) => { const f = flatten(one); return [[...f], unflatten(f)]; }", answers)
    expected = [[[list(mark) for mark in flatten(one).items()], unflatten(flatten(one))] for one in answers]
    assert found == expected


def test_three_answers_are_merged_the_same() -> None:
    chance = random.Random("merged")
    cases = [{name: made_up(chance) for name in ("kept", "before", "after")} for _ in range(MANY)]
    found = in_javascript(FLATTEN, "({ kept, before, after }) => merged(kept, before, after)", cases)
    assert found == [workbook.merged(case["kept"], case["before"], case["after"]) for case in cases]
    assert any(one != case["kept"] for one, case in zip(found, cases, strict=True))


def test_answers_are_the_same_whatever_the_order_of_their_parts() -> None:
    chance = random.Random("same")
    cases = []
    for _ in range(MANY):
        one = made_up(chance)
        cases.append([one, chance.choice([made_up(chance), dict(reversed(one.items()))])])
    found = in_javascript(FLATTEN, "([one, other]) => sameAnswer(one, other)", cases)
    assert found == [flatten(one) == flatten(other) for one, other in cases]
    assert {True, False} == set(found)


def test_a_code_of_one_language_is_read_by_the_other() -> None:
    books = [workbook.from_text(path.read_text("utf-8"), path.name) for path in SAMPLE]
    assert in_javascript(FORMAT, "(code) => workbookFromCode(code)", [workbook.to_code(one) for one in books]) == books
    codes = in_javascript(FORMAT, "(one) => codeOf(one)", books)
    assert [workbook.from_code(code) for code in codes] == books


def test_groups_are_put_together_the_same() -> None:
    chance = random.Random("groups")
    known = ["front line", "manager", "policy"]
    cases = [
        {
            "groups": chance.choices([*known, "", "volunteer", "others"], k=chance.randrange(1, 40)),
            "order": known,
            "min_group_size": chance.choice([3, 5]),
        }
        for _ in range(MANY)
    ]
    call = "({ groups, order, min_group_size }) => suppressSmallGroups(groups, order, min_group_size)"
    found = in_javascript(GROUPS, call, cases)
    assert found == [suppress_small_groups(**case) for case in cases]


def test_two_ways_to_tell_people_apart_are_the_same_split_in_both() -> None:
    chance = random.Random("splits")
    cases = []
    for _ in range(MANY):
        one = chance.choices("ABC", k=chance.randrange(3, 12))
        renamed = [{"A": "X", "B": "Y", "C": "Z"}[name] for name in one]
        cases.append({"one": one, "other": chance.choice([renamed, chance.sample(one, len(one)), ["X"] * len(one)])})
    found = in_javascript(GROUPS, "({ one, other }) => sameSplit(one, other)", cases)
    assert found == [same_split(**case) for case in cases]
    assert {True, False} == set(found)
