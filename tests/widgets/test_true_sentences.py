"""Every sentence that a result shows is so: whatever was answered, each is held against a statement of what it claims.

What a sentence claims is written down here a second time, in Python and from the answer alone, and compared with what
the page's JavaScript decided to say. The answers are the extreme ones (nothing, only notes, one thing only, the same
throughout, two by turns) and some made up, as many as JOINEDUP_MADE_UP_ANSWERS says.
"""

from __future__ import annotations

import json
import os
import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import cycle, product
from pathlib import Path
from typing import Any

import pytest

import joinedup
from joinedup_book.paper import exercises
from tests.helpers.book import ROOT
from tests.helpers.javascript import in_javascript

MADE_UP = int(os.environ.get("JOINEDUP_MADE_UP_ANSWERS", "60"))
HERE = Path(joinedup.__file__).parent / "exercises"
Answer = dict[str, Any]
Told = Mapping[str, Any]


@pytest.fixture(autouse=True)
def at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


# --- What the page says


SAYS = {
    "life-cycle-self-check": (
        "questionnaire/profile.js",
        "says(profile(config, answer), (r) => [...profileSays(config, r), ...(profileSays(config, r)"
        '.some(([key]) => key === "profile") ? Object.entries(r.strength) : []).map(([s, v]) => [`strength-${v}`, {stage: s}])])',
    ),
    "check": ("questionnaire/by_word.js", "says(byWord(config, answer), (r) => checkSays(r).map((key) => [key, r]))"),
    "factors-check": (
        "questionnaire/work_on.js",
        "says(workOn(config, answer), (r) => workOnSays(r).map((key) => [key, r]))",
    ),
    "continuum-slider": ("line/gap.js", "says(gap(config, answer), (r) => [gapSays(config, r)])"),
    "complexity-line": (
        "line/placing.js",
        "says(placing(config, answer, answer.earlier ?? {}), (r) => placingSays(config, answer.places, r, true))",
    ),
    "sorting": (
        "sorting/comparison.js",
        "says(comparison(config, answer), (r) => comparisonSays(r).map((key) => [key, r]))",
    ),
    "priority-matrix": (
        "priorities/priorities.js",
        'says(priorities(config, answer), (r) => [["intro", r], ...Object.keys(r).filter((p) => r[p].length)'
        ".map((p) => [p, r])])",
    ),
    "code-a-story": (
        "story/two_readings.js",
        "says(twoReadings(config, answer), (r) => [[twoReadingsOpening(r), {}], ...Object.entries(r)"
        ".flatMap(([p, two]) => passageSays(two).map(([key, factors]) => [key, { passage: p, factors }]))])",
    ),
}
"""For each kind, its module and what it says of an answer: pairs of a sentence's key and what fills it."""


def said(kind: str, config: Mapping[str, Any], answers: list[Answer]) -> list[list[Any] | None]:
    file, call = SAYS[kind]
    once = f"((config, says) => (answer) => {call})({json.dumps(config)}, (reading, make) => reading && make(reading))"
    return in_javascript([HERE / file], once, answers)


# --- What was answered


def fillings(items: list[str], choices: list[Any], chance: random.Random) -> Iterator[dict[str, Any]]:
    """Make answers to some items: none, one, the same throughout, two choices by turns, and made up."""
    yield {}
    for choice in choices:
        yield dict.fromkeys(items, choice)
        yield {items[0]: choice}
        yield {items[-1]: choice}
        yield dict.fromkeys(items[: len(items) // 2], choice)
        for other in choices:
            yield dict(zip(items, cycle((choice, other)), strict=False))
    for _ in range(MADE_UP):
        weights = [chance.random() ** 3 + 0.001 for _ in choices]
        some = chance.choice((0.1, 0.5, 0.9, 1))
        yield {item: chance.choices(choices, weights)[0] for item in items if chance.random() < some}


def ids(rows: list[Mapping[str, Any]]) -> list[str]:
    return [row["id"] for row in rows]


def by_stage(config: Mapping[str, Any], chance: random.Random) -> Iterator[dict[str, str]]:
    """Make answers in which each stage has an answer of its own: what tells the readings of a profile apart."""
    words = ["like-us", "partly", "not-like-us", "dont-know", None]
    several = [
        *product(["like-us", "not-like-us"], repeat=5),
        *(chance.choices(words, k=5) for _ in range(3 * MADE_UP)),
    ]
    for one_each in several:
        of = dict(zip(ids(config["stages"]), one_each, strict=True))
        found = {one["id"]: of[one["stage"]] for one in config["statements"]}
        yield {one: word for one, word in found.items() if word}


def answers_to(kind: str, config: Mapping[str, Any]) -> list[Answer]:
    chance = random.Random(f"{kind} {config['exercise']}")
    notes = {one["id"]: "Words" for one in config["prompts"]}
    if "statements" in config:
        given = [*fillings(ids(config["statements"]), ids(config["scale"]), chance)]
        given += by_stage(config, chance) if kind == "life-cycle-self-check" else []
        chosen = [chance.sample(ids(config["statements"]), 2) for _ in given]
        more = [{"chosen": two} if kind == "factors-check" else {} for two in chosen]
        made = [{"answers": one, "shown": True, **two} for one, two in zip(given, more, strict=True)]
        return [*made, *({**one, "shown": False} for one in made), {"notes": notes, "shown": True}, {"notes": notes}]
    if kind in ("continuum-slider", "complexity-line"):
        stops = [*ids(config["stops"]), "dont-know", "not-agreed"]
        made = [{"places": one} for one in fillings(ids(config["questions"]), stops, chance)]
        if kind == "complexity-line":
            needed = config["needed"]
            close = [*needed["stops"], "dont-know", "not-agreed", "a-stop-of-old"]
            earlier = [{needed["exercise"]: {"places": {needed["question"]: one}}} for one in close] + [{}]
            made = [{**one, "earlier": chance.choice(earlier)} for one in made for _ in range(4)]
        return [*made, {"notes": notes}]
    if kind == "sorting":
        placed = fillings(ids(config["cards"]), ids(config["zones"]), chance)
        first, last = config["zones"][0]["id"], config["zones"][-2]["id"]
        old = {**{f"a-card-of-old-{number}": first for number in range(9)}, config["cards"][0]["id"]: last}
        made = [{"placed": one, "revealed": True} for one in placed]
        return [*made, {"placed": old, "revealed": True}, {"revealed": True}, {"notes": notes}]
    if kind == "priority-matrix":
        words = [ids(axis["scale"]) for axis in config["axes"]]
        marks = [{"improvement": gain, "effort": cost} for gain in words[0] for cost in words[1]]
        marks += [{"improvement": words[0][0]}, {"effort": words[1][-1]}, {}]
        return [{"marks": one} for one in fillings(ids(config["prompts"]), marks, chance)] + [{"notes": notes}]
    factors = ids(config["factors"])
    several = [[], factors, factors[:1], factors[::-2], factors[5:9]]
    made = [{"marked": one, "shown": True} for one in fillings(ids(config["passages"]), several, chance)]
    return [*made, {"shown": True}, {"notes": notes, "shown": True}]


# --- What each sentence claims


Claim = Callable[[Mapping[str, Any], Answer, Told], bool]


def words_given(config: Mapping[str, Any], answer: Answer) -> Counter[str]:
    return Counter(answer.get("answers", {}).values())


class Stage:
    """What was answered of the signs of one stage."""

    def __init__(self, config: Mapping[str, Any], answer: Answer, stage: str):
        own = [one["id"] for one in config["statements"] if one["stage"] == stage]
        words = [answer.get("answers", {}).get(one) for one in own]
        self.signs, self.unanswered, self.unknown = len(own), words.count(None), words.count("dont-know")
        self.whole, self.partly, self.untrue = (words.count(one) for one in ("like-us", "partly", "not-like-us"))
        self.known = self.whole + self.partly + self.untrue
        self.true = self.whole + self.partly

    @property
    def most_true(self) -> bool:
        return self.known > 0 and self.true > self.known / 2

    @property
    def there(self) -> bool:
        """As the sheets on paper say it: half its signs answered; two that are partly true count as one that is."""
        return self.known >= self.signs / 2 and self.whole + self.partly / 2 > self.known / 2


def stages(config: Mapping[str, Any], answer: Answer) -> dict[str, Stage]:
    return {one["id"]: Stage(config, answer, one["id"]) for one in config["stages"]}


def there(config: Mapping[str, Any], answer: Answer) -> list[str]:
    return [stage for stage, signs in stages(config, answer).items() if signs.there]


def known(config: Mapping[str, Any], answer: Answer) -> int:
    return sum(signs.known for signs in stages(config, answer).values())


def enough(config: Mapping[str, Any], answer: Answer) -> bool:
    return known(config, answer) >= len(config["statements"]) / 3


def names_what_is_there(config: Mapping[str, Any], answer: Answer, told: Told) -> bool:
    names = [stage["name"] for stage in config["stages"] if stage["id"] in there(config, answer)]
    return told["stage"] == names[0] and (len(names) < 2 or told["next"] == names[1]) and told["stages"] == (
        f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]
    )  # fmt: skip


def stage_is(test: Callable[[Stage], bool]) -> Claim:
    return lambda config, answer, told: test(stages(config, answer)[told["stage"]])


LIFE_CYCLE: dict[str, Claim] = {
    "stage": lambda c, a, t: names_what_is_there(c, a, t) and len(there(c, a)) == 1 and there(c, a) != ["failing"],
    "failing": lambda c, a, t: there(c, a) == ["failing"] and stages(c, a)["failing"].most_true,
    "crossover": lambda c, a, t: there(c, a) == ["frustration", "functioning"],
    "between": lambda c, a, t: names_what_is_there(c, a, t) and " ".join(there(c, a)) in (
        "forming frustration", "functioning flying", "flying failing"),
    "skipped": lambda c, a, t: names_what_is_there(c, a, t) and {"frustration", "failing"} <= set(there(c, a))
        and all(stages(c, a)[one].known and not stages(c, a)[one].most_true for one in ("functioning", "flying")),
    "mixed": lambda c, a, t: len(there(c, a)) > 2 or there(c, a) in (
        ["forming", "functioning"], ["forming", "flying"], ["forming", "failing"], ["frustration", "flying"],
        ["frustration", "failing"], ["functioning", "failing"]),
    "unclear": lambda c, a, t: enough(c, a) and not there(c, a) and any(one.true for one in stages(c, a).values()),
    "none-true": lambda c, a, t: enough(c, a) and not any(one.true for one in stages(c, a).values()),
    "few": lambda c, a, t: 0 < known(c, a) < len(c["statements"]) / 3,
    "all-unknown": lambda c, a, t: set(words_given(c, a)) == {"dont-know"},
    "unanswered": lambda c, a, t: not a.get("answers"),
    "profile": lambda c, a, t: bool(a["answers"]),
    "dont-know": lambda c, a, t: t["count"] == written(c, words_given(c, a)["dont-know"]),
    "strength-most": stage_is(lambda s: s.most_true),
    "strength-partly": stage_is(lambda s: s.most_true and s.partly > 0),
    "strength-few": stage_is(lambda s: s.known > 1 and 0 < s.true <= s.known / 2),
    "strength-some": stage_is(lambda s: s.true > 0),
    "strength-none": stage_is(lambda s: s.known > 0 and s.true == 0),
    "strength-unknown": stage_is(lambda s: s.unknown == s.signs),
    "strength-unanswered": stage_is(lambda s: s.unanswered == s.signs),
    "strength-open": stage_is(lambda s: s.unknown and s.unanswered and s.unknown + s.unanswered == s.signs),
}  # fmt: skip


def written(config: Mapping[str, Any], number: int) -> str:
    return config["words"].get(f"steps-{number}", str(number)) if number else "none at all"


def given_as(word: str) -> Claim:
    """Return the claim that the statements listed under a word are all those, and only those, answered with it."""

    def claim(config: Mapping[str, Any], answer: Answer, told: Told) -> bool:
        listed = {one for one, given in answer["answers"].items() if given == word}
        return bool(listed) and set(told[word]) == listed

    return claim


CHECK: dict[str, Claim] = {
    "intro": lambda c, a, t: bool(set(words_given(c, a)) - {"true"}),
    "nothing": lambda c, a, t: set(words_given(c, a)) == {"true"},
    "few": lambda c, a, t: not a.get("answers"),
    **{word: given_as(word) for word in ("true", "partly", "not-true", "dont-know")},
}


def helped(config: Mapping[str, Any], answer: Answer, test: Callable[[str, str], bool]) -> set[str]:
    kinds = {one["id"]: one["kind"] for one in config["statements"]}
    return {one for one, word in answer.get("answers", {}).items() if test(kinds[one], word)}


def strong(kind: str, word: str) -> bool:
    return (kind, word) in (("enabler", "true"), ("impediment", "not-true"))


def weak(kind: str, word: str) -> bool:
    return word != "dont-know" and not strong(kind, word)


FACTORS: dict[str, Claim] = {
    "intro": lambda c, a, t: bool(helped(c, a, lambda kind, word: not strong(kind, word))),
    "nothing": lambda c, a, t: bool(a["answers"]) and helped(c, a, strong) == set(a["answers"]),
    "few": lambda c, a, t: not a.get("answers"),
    "work": lambda c, a, t: bool(t["work"]) and set(t["work"]) == helped(c, a, weak),
    "strengths": lambda c, a, t: bool(t["strengths"]) and set(t["strengths"]) == helped(c, a, strong),
    "find-out": lambda c, a, t: bool(t["find_out"]) and set(t["find_out"])
        == {one for one, word in a["answers"].items() if word == "dont-know"},
    "chosen": lambda c, a, t: bool(t["chosen"]) and set(t["chosen"]) == set(a["chosen"]) & set(a["answers"])
        - helped(c, a, strong),
}  # fmt: skip


def places(config: Mapping[str, Any], answer: Answer) -> list[str]:
    return [answer["places"][question["id"]] for question in config["questions"]]


def gap_claim(
    now: str | None, needed: str | None, way: Callable[[int], bool] = lambda steps: True, steps: bool = False
) -> Claim:
    """Return the claim that two marks are these; None stands for any stop on the line."""

    def claim(config: Mapping[str, Any], answer: Answer, told: Told) -> bool:
        order = {stop["id"]: number for number, stop in enumerate(config["stops"])}
        names = {stop["id"]: stop["name"].lower() for stop in config["stops"]}
        both = dict(zip(("now", "needed"), places(config, answer), strict=True))
        for mark, wanted in (("now", now), ("needed", needed)):
            if wanted is None and told[mark] != names.get(both[mark], ""):
                return False
            if (both[mark] in order) != (wanted is None) or wanted not in (None, both[mark]):
                return False
        if now or needed:
            return True
        far = order[both["needed"]] - order[both["now"]]
        return way(far) and (not steps or told["steps"] == written(config, abs(far)))

    return claim


UNKNOWN, DISAGREED = "dont-know", "not-agreed"
CONTINUUM: dict[str, Claim] = {
    "fit": gap_claim(None, None, lambda far: far == 0),
    "under-one": gap_claim(None, None, lambda far: far == 1),
    "under-many": gap_claim(None, None, lambda far: far > 1, steps=True),
    "over-one": gap_claim(None, None, lambda far: far == -1),
    "over-many": gap_claim(None, None, lambda far: far < -1, steps=True),
    "unknown-now": gap_claim(UNKNOWN, None),
    "unknown-needed": gap_claim(None, UNKNOWN),
    "unknown-both": gap_claim(UNKNOWN, UNKNOWN),
    "disagree-now": gap_claim(DISAGREED, None),
    "disagree-needed": gap_claim(None, DISAGREED),
    "disagree-both": gap_claim(DISAGREED, DISAGREED),
    "mixed-open": lambda c, a, t: set(places(c, a)) == {UNKNOWN, DISAGREED},
}


def needed_then(config: Mapping[str, Any], answer: Answer) -> str | None:
    return (
        answer["earlier"].get(config["needed"]["exercise"], {"places": {}})["places"].get(config["needed"]["question"])
    )


def own_is(config: Mapping[str, Any], answer: Answer, *stops: int) -> bool:
    return answer["places"]["own"] in [config["stops"][one]["id"] for one in stops]


def ours(config: Mapping[str, Any], title: str) -> tuple[str, str]:
    """Return a case's id and where we would put it."""
    return next((one["id"], one["level"]) for one in config["questions"] if one["title"] == title)


def cases_placed(config: Mapping[str, Any], answer: Answer) -> list[str]:
    given = [one["id"] for one in config["questions"] if one["id"] != "own"]
    return [one for one in given if answer["places"].get(one, UNKNOWN) not in (UNKNOWN, DISAGREED)]


COMPLEXITY: dict[str, Claim] = {
    "own-at": lambda c, a, t: t["level"] == {one["id"]: one["name"] for one in c["stops"]}[a["places"]["own"]],
    "own-unplaced": lambda c, a, t: a["places"]["own"] in (UNKNOWN, DISAGREED),
    "compare-low": lambda c, a, t: own_is(c, a, 0, 1) and needed_then(c, a) in ("co-ordination", "collaboration"),
    "compare-high": lambda c, a, t: own_is(c, a, 3, 4)
        and needed_then(c, a) in ("co-existence", "communication", "co-operation"),
    "compare-fits": lambda c, a, t: needed_then(c, a) in c["needed"]["stops"] and not (
        COMPLEXITY["compare-low"](c, a, t) or COMPLEXITY["compare-high"](c, a, t)),
    "compare-open": lambda c, a, t: needed_then(c, a) in (UNKNOWN, DISAGREED),
    "compare-missing": lambda c, a, t: needed_then(c, a) in (None, "a-stop-of-old"),
    "others": lambda c, a, t: t["count"] == written(c, len(cases_placed(c, a)))
        and t["all"] == written(c, len(c["questions"]) - 1),
    "other-same": lambda c, a, t: a["places"][ours(c, t["title"])[0]] == ours(c, t["title"])[1] and t["you"] == t["we"],
    "other-differs": lambda c, a, t: ours(c, t["title"])[0] in cases_placed(c, a) and t["you"] != t["we"],
}  # fmt: skip


def put(config: Mapping[str, Any], answer: Answer) -> tuple[dict[str, str], set[str]]:
    """Return the cards put in a corner, and those left in the centre."""
    corner = {zone["id"]: zone["corner"] for zone in config["zones"]}
    placed = {card["id"]: answer.get("placed", {}).get(card["id"]) for card in config["cards"]}
    return (
        {card: zone for card, zone in placed.items() if zone and corner[zone] != "centre"},
        {card for card, zone in placed.items() if zone and corner[zone] == "centre"},
    )


def seen(config: Mapping[str, Any], card: str) -> list[str]:
    return next(one["seen_as"] for one in config["cards"] if one["id"] == card)


def group_is(name: str, test: Callable[[str, list[str]], bool]) -> Claim:
    """Return the claim that the cards of a group are those in a corner for which this holds, and there are some."""
    return lambda c, a, t: (
        bool(t[name]) and set(t[name]) == {card for card, zone in put(c, a)[0].items() if test(zone, seen(c, card))}
    )


SORTING: dict[str, Claim] = {
    "intro": lambda c, a, t: a["revealed"] is True,
    "same": group_is("same", lambda zone, others: others == [zone]),
    "different": group_is("different", lambda zone, others: len(others) == 1 and zone not in others),
    "several": group_is("several", lambda zone, others: len(others) > 1),
    "centre": lambda c, a, t: bool(t["centre"]) and set(t["centre"]) == put(c, a)[1],
    "centre-none": lambda c, a, t: not put(c, a)[1] and bool(put(c, a)[0]),
    "one-corner": lambda c, a, t: len(put(c, a)[0]) > 4
        and 2 * list(put(c, a)[0].values()).count(t["most"]) > len(put(c, a)[0]),
    "empty-corner": lambda c, a, t: bool(t["empty"]) and bool(put(c, a)[0]) and set(t["empty"])
        == {one["id"] for one in c["zones"] if one["corner"] != "centre"} - set(put(c, a)[0].values()),
    "left-over": lambda c, a, t: bool(t["left"]) and set(t["left"])
        == set(ids(c["cards"])) - set(put(c, a)[0]) - put(c, a)[1],
}  # fmt: skip


def ideas_are(place: str, *pairs: str) -> Claim:
    """Return the claim that the ideas of a place are all those marked so: improvement, then effort."""

    def claim(config: Mapping[str, Any], answer: Answer, told: Told) -> bool:
        both = {one: f"{m.get('improvement')} {m.get('effort')}" for one, m in answer["marks"].items()}
        return set(told[place]) == {one for one, marks in both.items() if marks in pairs}

    return claim


PRIORITIES: dict[str, Claim] = {
    "intro": lambda c, a, t: {idea for place in ("first", "careful", "easy", "again", "middle") for idea in t[place]}
        == {idea for idea, marks in a["marks"].items() if len(marks) == 2},
    "first": ideas_are("first", "improvement-some effort-little", "improvement-large effort-little"),
    "careful": ideas_are("careful", "improvement-large effort-much"),
    "easy": ideas_are("easy", "improvement-small effort-little"),
    "again": ideas_are("again", "improvement-small effort-much"),
    "middle": ideas_are("middle", "improvement-small effort-some", "improvement-some effort-some",
        "improvement-large effort-some", "improvement-some effort-much"),
}  # fmt: skip


def marks(config: Mapping[str, Any], answer: Answer, passage: str) -> tuple[set[str], set[str]]:
    theirs = next(one["theirs"] for one in config["passages"] if one["id"] == passage)
    return set(answer["marked"][passage]), set(theirs)


def factors_are(test: Callable[[set[str], set[str]], set[str]]) -> Claim:
    return lambda c, a, t: bool(t["factors"]) and set(t["factors"]) == test(*marks(c, a, t["passage"]))


STORY: dict[str, Claim] = {
    "intro": lambda c, a, t: bool(a["marked"]),
    "few": lambda c, a, t: not a.get("marked"),
    "both": factors_are(lambda yours, theirs: yours & theirs),
    "only-you": factors_are(lambda yours, theirs: yours - theirs),
    "only-we": factors_are(lambda yours, theirs: theirs - yours),
    "neither-yet": lambda c, a, t: marks(c, a, t["passage"]) == (set(), set()),
}

CLAIMS = {
    "life-cycle-self-check": LIFE_CYCLE,
    "check": CHECK,
    "factors-check": FACTORS,
    "continuum-slider": CONTINUUM,
    "complexity-line": COMPLEXITY,
    "sorting": SORTING,
    "priority-matrix": PRIORITIES,
    "code-a-story": STORY,
}


@cache
def with_a_reading() -> tuple[tuple[str, Mapping[str, Any]], ...]:
    found = [one.config for one in exercises() if one.config.get("readings")]
    found = [one if one["widget"] != "code-a-story" else _with_a_bare_passage(one) for one in found]
    return tuple(("sorting" if "cards" in config else config["widget"], config) for config in found)


def _with_a_bare_passage(config: Mapping[str, Any]) -> Mapping[str, Any]:
    """Take our marks from the first passage: some stories have such a passage."""
    first, *others = config["passages"]
    return {**config, "passages": [{**first, "theirs": []}, *others]}


@pytest.mark.parametrize("kind", CLAIMS)
def test_every_sentence_shown_is_so(kind: str) -> None:
    found: list[str] = []
    shown: set[str] = set()
    for config in (config for name, config in with_a_reading() if name == kind):
        answers = answers_to(kind, config)
        for answer, sentences in zip(answers, said(kind, config, answers), strict=True):
            for key, told in sentences or []:
                shown.add(key)
                if not CLAIMS[kind][key](config, answer, told):
                    found.append(f"{config['exercise']}: '{key}' isn't so for {answer}")
    assert not found[:3]
    assert shown == set(CLAIMS[kind]), "an answer is missing that brings each sentence about"


def test_no_sentence_is_without_a_claim() -> None:
    """What is not a sentence about an answer: in whose power a factor lies belongs to the factor."""
    for kind, config in with_a_reading():
        keys = {key for key in config["readings"] if not key.startswith("power-")}
        strengths = {key for key in config["words"] if key.startswith("strength-")}
        assert keys | strengths == set(CLAIMS[kind]), config["exercise"]


PLACEHOLDERS = {"stage", "next", "stages", "count", "all", "now", "needed", "steps", "level", "response", "title", "you",
                "we", "note"}  # fmt: skip


@pytest.mark.parametrize("kind", ["life-cycle-self-check", "continuum-slider", "complexity-line"])
def test_every_placeholder_is_filled(kind: str) -> None:
    config = next(config for name, config in with_a_reading() if name == kind)
    answers = answers_to(kind, config)
    for sentences in said(kind, config, answers):
        for key, told in sentences or []:
            text = config["readings"].get(key, "")
            assert all(told[name] for name in PLACEHOLDERS if f"{{{name}}}" in text), f"{key}: {told}"


# --- How far it is answered


@pytest.mark.parametrize("answered", [[], ["a"], ["a", "b"], ["a", "b", "c"], ["a", "b", "c", "of-old"], ["of-old"]])
def test_the_line_of_progress_counts_what_is_there(answered: list[str]) -> None:
    words = {"progress": "{done} of {all}, {left} left", "progress-all": "All {all}"}
    call = "({ given, words }) => progressLine([{ id: 'a' }, { id: 'b' }, { id: 'c' }], given, words)"
    [found] = in_javascript(
        [HERE / "base" / "progress.js"], call, [{"given": dict.fromkeys(answered, "x"), "words": words}]
    )
    done = len({"a", "b", "c"} & set(answered))
    assert found == ("All 3" if done == 3 else f"{done} of 3, {3 - done} left")


def test_what_is_said_aloud_of_an_idea_is_the_place_it_came_to() -> None:
    before = {"first": ["a", "b"], "careful": [], "easy": [], "again": [], "middle": []}
    moved = {**before, "first": ["a"], "again": ["b"]}
    call = "({ before, after }) => newlyPlaced(before, after, Object.keys(after))"
    asked = [(before, moved), (before, before), (None, before), (before, {**before, "first": ["a"]})]
    found = in_javascript(
        [HERE / "priorities" / "priorities.js"], call, [{"before": one, "after": two} for one, two in asked]
    )
    assert found == [["again"], [], ["first"], []]
