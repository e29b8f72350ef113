"""What is kept in an envelope until everybody has answered: how to read the answers, and how others saw it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from joinedup.content.words import fill, labels
from joinedup.exercises.base.exercise import Exercise
from joinedup.exercises.line.gap import KINDS
from joinedup.exercises.priorities.priorities import PLACES
from joinedup.exercises.questionnaire.work_on import LEVELS

from .keys import keys
from .measuring import tall
from .paging import WIDTH, Flow
from .sheet import Sheet, flowing
from .table_set import frame

INDENT = 9.0
PAD = 3.0
WORDS = ("not-true", "partly", "dont-know", "true")
"""The words of a check that have something to say, in the order in which its result is told."""


def afterwards(exercise: Exercise) -> Iterator[Sheet]:
    """Return the sheets of an exercise for afterwards; none if there is nothing to read out of its answers."""
    config = exercise.config
    tell = next((tell for part, tell in TELLING.items() if part in config), None)
    if tell is None:
        return
    if "zones" in config and not config["labelled"]:
        yield frame(exercise, named=True)
    words = labels("paper", config["exercise"])
    yield flowing(exercise, "afterwards", lambda size: tell(config, words, size))


def _said(texts: list[str], size: float, kind: str = "said") -> Flow:
    return Flow(kind, texts, [tall(text, WIDTH - (6 if kind == "points" else 0), size) + 1.2 for text in texts], head=2)


def _table(rows: list[dict[str, Any]], size: float, *, title: str, lead: str = "", side: float = 0.0) -> Flow:
    """Return rows of a number, a few bold words, what is told of it, and perhaps something at the side."""
    width = WIDTH - INDENT - side - 3
    whole = [{"name": "", "side": "", **row} for row in rows]
    heights = [
        PAD
        + max(
            tall(row["name"], width, size, bold=True) + sum(tall(text, width, size) for text in row["told"]),
            tall(row["side"], side - 3, size, bold=True) if side else 0,
        )
        for row in whole
    ]
    above = 8.5 + size / 2 + (tall(lead, WIDTH, size) + 1 if lead else 0)
    return Flow("told", whole, heights, head=above, values={"title": title, "lead": lead, "side": side})


def _sort(config: Mapping[str, Any], words: Mapping[str, str], size: float) -> Iterator[Flow]:
    readings = config["readings"]
    names = {zone["id"]: zone["name"] for zone in config["zones"]}
    yield _said([readings["intro"]], size)
    yield _said([readings[key] for key in ("same", "different", "several", "centre-none")], size, "points")
    cards = [
        {
            "number": number,
            "name": card["title"],
            "told": [card["seen_note"]],
            "side": ", ".join(names[seen] for seen in card["seen_as"]),
        }
        for number, card in enumerate(config["cards"], start=1)
    ]
    yield _table(cards, size, title=words["where-others"], side=36)


def _line(config: Mapping[str, Any], words: Mapping[str, str], size: float) -> Iterator[Flow]:
    if "needed" in config:
        yield from _cases(config, words, size)
        return
    readings, two = config["readings"], {"now": "A", "needed": "B", "steps": words["two-or-more"]}
    yield _said([words["a-and-b"]], size)
    yield _said([fill(readings[kind], **two) for kind in KINDS], size, "points")
    signs = keys(dict(config))
    stops = [{"number": signs[one["id"]], "name": one["name"], "told": [one["moving_here"]]} for one in config["stops"]]
    yield _table(stops, size, title=config["words"]["moving-up"])


def _cases(config: Mapping[str, Any], words: Mapping[str, str], size: float) -> Iterator[Flow]:
    readings = config["readings"]
    names = {stop["id"]: stop["name"] for stop in config["stops"]}
    cases = [
        {"number": number, "name": one["title"], "told": [one["note"]], "side": names[one["level"]]}
        for number, one in enumerate(config["questions"], start=1)
        if one["level"]
    ]
    yield _said([words["cases"]], size)
    yield _table(cases, size, title=words["where-we"], side=36)
    keys_ = [key for key in readings if key.startswith("compare-") and key != "compare-missing"]
    yield _said([words["own-case"]], size)
    yield _said([readings["own-unplaced"], *(readings[key] for key in keys_)], size, "points")


def _statements(config: Mapping[str, Any], words: Mapping[str, str], size: float) -> Iterator[Flow]:
    readings = config["readings"]
    known = {word["id"]: word["label"] for word in config["scale"]}
    shared = [key for key in WORDS if key in readings and key in known]
    told = [{"number": "", "name": known[key], "told": [readings[key]]} for key in shared]
    if told:
        yield _table(told, size, title=words["by-word"])
    else:  # a kind of questionnaire that is read in its own way
        yield _said(list(readings.values()), size, "points")
    notes = [
        {"number": number, "name": one["name"], "told": [one["note"]]}
        for number, one in enumerate(config["statements"], start=1)
        if "note" in one
    ]
    if notes:
        yield _table(notes, size, title=words["if-not"])


def _factors(config: Mapping[str, Any], words: Mapping[str, str], size: float) -> Iterator[Flow]:
    readings = config["readings"]
    yield _said([words["factors"]], size)
    yield _said([readings[key] for key in ("strengths", "work", "find-out")], size, "points")
    for level in LEVELS:
        rows = [
            {"number": number, "name": one["statement"], "told": [one["work_on"]]}
            for number, one in enumerate(config["statements"], start=1)
            if one["level"] == level
        ]
        if rows:
            yield _table(rows, size, title=readings[f"power-{level}"])


def _stages(config: Mapping[str, Any], words: Mapping[str, str], size: float) -> Iterator[Flow]:
    readings, two = config["readings"], {"stage": words["one-stage"], "next": words["the-next"]}
    yield _said([words["signs"]], size)
    numbers: dict[str, list[int]] = {}
    for number, one in enumerate(config["statements"], start=1):
        numbers.setdefault(one["stage"], []).append(number)
    signs = [{"name": stage["name"], "numbers": numbers[stage["id"]]} for stage in config["stages"]]
    yield Flow("signs", signs, [10.0] * len(signs), head=2)
    kinds = [key for key in readings if key not in ("dont-know", "profile")]
    yield _said([fill(readings[key], **two) for key in kinds], size, "points")
    for stage in config["stages"]:
        advice = [{"number": "–", "told": [one["advice"]]} for one in config["advice"] if one["stage"] == stage["id"]]
        if stage["between_next"]:
            advice.append({"number": "", "told": [fill(words["between"], text=stage["between_next"])]})
        yield _table(advice, size, title=fill(config["words"]["to-try"], stage=stage["name"]), lead=stage["summary"])


def _matrix(config: Mapping[str, Any], words: Mapping[str, str], size: float) -> Iterator[Flow]:
    readings = config["readings"]
    yield _said([words["ideas"]], size)
    yield _said([readings[place] for place in PLACES], size, "points")


def _story(config: Mapping[str, Any], words: Mapping[str, str], size: float) -> Iterator[Flow]:
    signs = keys(dict(config))
    names = {one["id"]: f"{signs[one['id']]} {one['name']}" for one in config["factors"]}
    yield _said([config["readings"]["intro"]], size)
    marked = [[name for factor, name in names.items() if factor in one["theirs"]] for one in config["passages"]]
    passages = [
        {"number": number, "told": ["; ".join(found) or words["none"]]} for number, found in enumerate(marked, start=1)
    ]
    yield _table(passages, size, title=words["our-reading"])


def _checked(config: Mapping[str, Any], words: Mapping[str, str], size: float) -> Iterator[Flow]:
    tell = _stages if "stages" in config else _factors if "work_on" in config["statements"][0] else _statements
    yield from tell(config, words, size)


TELLING = {"zones": _sort, "stops": _line, "statements": _checked, "axes": _matrix, "passages": _story}
"""What is told, by the part of an exercise that its engine has."""
