"""Each reading against its cases, in Python and, in a browser, in JavaScript."""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path

import pytest

from joinedup.exercises.line.gap import KINDS, gap
from joinedup.exercises.line.placing import placing
from joinedup.exercises.priorities.priorities import EFFORT, IMPROVEMENT, priorities
from joinedup.exercises.questionnaire.by_word import by_word
from joinedup.exercises.questionnaire.profile import KEYS, STAGES, WORDS, profile
from joinedup.exercises.questionnaire.work_on import work_on
from joinedup.exercises.sorting.comparison import comparison
from joinedup.exercises.story.two_readings import two_readings
from tests.helpers.book import ROOT
from tests.helpers.javascript import in_javascript

TWINS = {
    "two_readings": (two_readings, "twoReadings"),
    "priorities": (priorities, "priorities"),
    "by_word": (by_word, "byWord"),
    "placing": (lambda config, answer: placing(config, answer, answer.get("earlier", {})), "placing"),
    "gap": (gap, "gap"),
    "comparison": (comparison, "comparison"),
    "profile": (profile, "profile"),
    "work_on": (work_on, "workOn"),
}
READ = {name: read for name, (read, _) in TWINS.items()} | {"placing": placing}
VECTORS = {name: json.loads((ROOT / "tests" / "vectors" / f"{name}.json").read_text("utf-8")) for name in TWINS}
CASES = [pytest.param(name, case, id=f"{name}: {case['name']}") for name in TWINS for case in VECTORS[name]["cases"]]


def twin(name: str) -> Path:
    """The JavaScript twin of a reading, which lies beside it."""
    return Path(sys.modules[READ[name].__module__].__file__).with_suffix(".js")


def read_in_javascript(name: str, config: dict, answers: list[dict]) -> list:
    """Run the JavaScript twin on many answers at once."""
    call = f"({{ config, answer }}) => {TWINS[name][1]}(config, answer, answer.earlier ?? {{}})"
    return in_javascript([twin(name)], call, [{"config": config, "answer": answer} for answer in answers])


@pytest.mark.parametrize(("name", "case"), CASES)
def test_python_reads_the_case(name: str, case: dict) -> None:
    assert TWINS[name][0](VECTORS[name]["config"], case["answer"]) == case["expected"]


@pytest.mark.parametrize("name", TWINS)
def test_javascript_reads_every_case(name: str) -> None:
    cases = VECTORS[name]["cases"]
    found = read_in_javascript(name, VECTORS[name]["config"], [case["answer"] for case in cases])
    assert found == [case["expected"] for case in cases]


def test_the_cases_cover_every_kind() -> None:
    assert {case["expected"]["kind"] for case in VECTORS["gap"]["cases"] if case["expected"]} == set(KINDS)
    kinds = {case["expected"]["kind"] for case in VECTORS["profile"]["cases"] if case["expected"]}
    compared = {case["expected"]["compare"] for case in VECTORS["placing"]["cases"] if case["expected"]}
    assert compared == {"low", "high", "fits", "open", "missing", None}
    assert kinds == set(KEYS) - {"dont-know", "profile"}


def random_answers(name: str, config: dict, chance: random.Random) -> dict:
    if name == "gap":
        stops = [stop["id"] for stop in config["stops"]] + ["dont-know", "not-agreed"]
        return {
            "places": {
                question["id"]: chance.choice(stops) for question in config["questions"] if chance.random() > 0.1
            }
        }
    if name == "two_readings":
        factors = [one["id"] for one in config["factors"]]
        read = [one["id"] for one in config["passages"] if chance.random() > 0.3]
        marked = {passage: [one for one in factors if chance.random() > 0.5] for passage in read}
        return {"marked": marked, "shown": chance.random() > 0.1}
    if name == "priorities":
        axes = {"improvement": IMPROVEMENT, "effort": EFFORT}
        ideas = [one["id"] for one in config["prompts"]]
        return {
            "marks": {
                idea: {axis: chance.choice(words) for axis, words in axes.items() if chance.random() > 0.2}
                for idea in ideas
            }
        }
    if name == "placing":
        stops = [stop["id"] for stop in config["stops"]] + ["dont-know", "not-agreed"]
        places = {one["id"]: chance.choice(stops) for one in config["questions"] if chance.random() > 0.1}
        needed = config["needed"]
        close = chance.choice([*needed["stops"], "dont-know"])
        earlier = {needed["exercise"]: {"places": {needed["question"]: close}}} if chance.random() > 0.2 else {}
        return {"places": places, "earlier": earlier}
    if name == "comparison":
        zones = [zone["id"] for zone in config["zones"]]
        placed = {card["id"]: chance.choice(zones) for card in config["cards"] if chance.random() > 0.2}
        return {"placed": placed, "revealed": chance.random() > 0.1}
    words = WORDS if name == "profile" else ("true", "partly", "not-true", "dont-know")
    weights = [chance.random() for _ in words]
    answers = {s["id"]: chance.choices(words, weights)[0] for s in config["statements"] if chance.random() > 0.1}
    chosen = [s["id"] for s in config["statements"] if chance.random() > 0.7]
    return {"answers": answers, "shown": chance.random() > 0.2, **({"chosen": chosen} if name == "work_on" else {})}


@pytest.mark.parametrize("name", TWINS)
def test_twins_agree_on_a_thousand_made_up_answers(name: str) -> None:
    chance = random.Random(2008)
    config = VECTORS[name]["config"]
    answers = [random_answers(name, config, chance) for _ in range(1000)]
    assert read_in_javascript(name, config, answers) == [TWINS[name][0](config, answer) for answer in answers]


def test_no_reading_gives_a_total() -> None:
    """Fit, not height: besides how many steps lie between two places, no reading holds a number."""

    def numbers(value) -> list:
        if isinstance(value, dict):
            return [n for key, inner in value.items() if key != "steps" for n in numbers(inner)]
        if isinstance(value, list):
            return [n for inner in value for n in numbers(inner)]
        return [value] if isinstance(value, int | float) else []

    chance = random.Random(7)
    for name, (read, _) in TWINS.items():
        for _ in range(200):
            assert numbers(read(VECTORS[name]["config"], random_answers(name, VECTORS[name]["config"], chance))) == []


def test_the_stages_are_the_documents() -> None:
    assert STAGES == ("forming", "frustration", "functioning", "flying", "failing")
