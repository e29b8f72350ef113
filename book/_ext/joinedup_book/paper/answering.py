"""The answer sheet of an exercise: what each person fills in, alone, with a pencil."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from joinedup.content.tables import rows
from joinedup.content.words import fill, labels
from joinedup.exercises.base.exercise import Exercise
from joinedup.exercises.sorting.comparison import CENTRE

from .keys import NONE, keys
from .measuring import POINT, tall, wide
from .paging import LINE, WIDTH, Flow, Page, Part
from .sheet import INSTRUCTION, Sheet, flowing, room

NUMBER, TICK, PLACE = 8.0, 15.0, 15.0
"""How wide the columns are that hold a row's number, a box to tick, and the letter of a place."""
STOP = 27.0
"""How wide the column of a line's stops is."""
CLOSE = 0.93
"""How much closer the lines of a table to look things up in are."""
MARGIN = 58.0
"""How wide the margin beside a story is."""
PAD = 2.6
"""What a row of a table has above and below its text."""
ROW, HEADING = 6.8, 9.5
"""How tall a row with a box in it is at the least, and a heading between rows."""
FEW, MANY = 3, 14
"""How many lines to write on a question has at the least, and at the most."""


def answer_sheet(exercise: Exercise) -> Sheet:
    """Return the answer sheet of an exercise, by the engine that it is built on."""
    config = exercise.config
    if not any(part in config for part in ("statements", "stops", "zones", "axes", "passages")):
        return _reflection(exercise)
    return flowing(exercise, "answer", lambda size: _contents(exercise, size))


def _contents(exercise: Exercise, size: float) -> Iterator[Flow]:
    config = exercise.config
    signs = keys(config)
    yield from _earlier(config, size)
    if "axes" in config:
        yield from _matrix(config, signs, size)
        return
    yield from _prompts(config["prompts"], size)
    if "statements" in config:
        yield from _statements(config, signs, size)
    if "stops" in config:
        yield from _line(config, signs, size)
    if "zones" in config:
        yield from _sort(config, signs, size)
    if "passages" in config:
        yield from _story(config, signs, size)


def _earlier(config: dict[str, Any], size: float) -> Iterator[Flow]:
    """Say which earlier sheets to have at hand."""
    numbers = ", ".join(dict.fromkeys(one["number"] for one in config["previous"]))
    if numbers:
        said = fill(labels("paper", config["exercise"])["at-hand"], numbers=numbers)
        yield Flow("said", [said], [tall(said, WIDTH, size) + 2])


def _statements(config: dict[str, Any], signs: dict[str, str], size: float) -> Iterator[Flow]:
    choices = [{"key": signs[word["id"]], "label": word["label"]} for word in config["scale"]]
    width = WIDTH - NUMBER - TICK * len(choices) - 2
    names = {section["id"]: section["name"] for section in config["sections"]}
    found, last = [], ""
    for number, one in enumerate(config["statements"], start=1):
        heading = names[one["section"]] if one["section"] != last else ""
        found.append({"number": number, "text": one["statement"], "heading": heading})
        last = one["section"]
    heights = [max(tall(one["text"], width, size) + PAD, ROW) + (HEADING if one["heading"] else 0) for one in found]
    yield Flow("statements", found, heights, head=13, values={"choices": choices})
    if "work_on" in config["statements"][0]:
        yield Flow("chosen", [None], [12])


def _line(config: dict[str, Any], signs: dict[str, str], size: float) -> Iterator[Flow]:
    words = config["words"]
    stops = [{"key": signs[stop["id"]], "name": stop["name"]} for stop in config["stops"]]
    apart = [{"key": signs[name], "name": words[name]} for name in ("dont-know", "not-agreed")]
    questions = [
        {"number": number, "question": one["question"], "help": one["help"]}
        for number, one in enumerate(config["questions"], start=1)
    ]
    aside = 16 + max(wide(f"x {one['name']}") for one in apart) * size * POINT
    names = max(tall(stop["name"], (WIDTH - aside) / len(stops), size) for stop in stops)
    heights = [
        tall(f"0 {one['question']}", WIDTH, size * 1.1, bold=True) + tall(one["help"], WIDTH, size) + names + 17
        for one in questions
    ]
    yield Flow("questions", questions, heights, values={"stops": stops, "apart": apart}, together=True)
    columns = config["columns"]
    said = {column: sum(len(stop[column]) for stop in config["stops"]) for column in columns}
    shares = {column: (much / sum(said.values()) + 1 / len(said)) / 2 for column, much in said.items()}
    widths = {column: (WIDTH - STOP) * share for column, share in shares.items()}
    heights = [
        PAD + CLOSE * max(tall(stop[column], width - 2, size) for column, width in widths.items())
        for stop in config["stops"]
    ]
    levels = [
        {"key": signs[stop["id"]], "name": stop["name"], "cells": [stop[column] for column in columns]}
        for stop in config["stops"]
    ]
    heads = [{"name": words[column], "width": f"{width:.1f}"} for column, width in widths.items()]
    values = {"title": words["all-levels"], "heads": heads, "first": STOP}
    yield Flow("levels", levels, heights, head=11.5, values=values, together=True)


def _sort(config: dict[str, Any], signs: dict[str, str], size: float) -> Iterator[Flow]:
    zones = [
        {
            "key": signs[zone["id"]],
            "name": zone["name"] if config["labelled"] else ("" if zone.get("letter") else config["words"]["centre"]),
            "plain": zone["plain"],
        }
        for zone in sorted(config["zones"], key=lambda zone: zone["corner"] == CENTRE)
    ]
    heights = [tall(f"{zone['name']} {zone['plain']}", WIDTH - 14, size) + PAD for zone in zones]
    yield Flow("zones", zones, heights, head=2)
    width = WIDTH - NUMBER - PLACE - 3
    cards = [
        {"number": number, "title": card["title"], "text": card["text"]}
        for number, card in enumerate(config["cards"], start=1)
    ]
    heights = [max(tall(f"{card['title']}. {card['text']}", width, size) + PAD, 10) for card in cards]
    values = {"place": config["words"]["write-place"], "keys": " ".join(zone["key"] for zone in zones)}
    yield Flow("cards_to_place", cards, heights, head=15, values=values)


def _matrix(config: dict[str, Any], signs: dict[str, str], size: float) -> Iterator[Flow]:
    axes = [
        {
            "name": config["words"][axis["id"]],
            "choices": [{"key": signs[word["id"]], "label": word["label"]} for word in axis["scale"]],
        }
        for axis in config["axes"]
    ]
    ideas = [{"number": number, "text": one["prompt"]} for number, one in enumerate(config["prompts"], start=1)]
    yield Flow("ideas", ideas, [16.0] * len(ideas), head=16, values={"axes": axes})
    yield Flow("grid", [None], [76], values={"axes": axes})


def _story(config: dict[str, Any], signs: dict[str, str], size: float) -> Iterator[Flow]:
    words = config["words"]
    notes = {row["id"]: row["content_note"] for row in rows("stories", ["id", "content_note?"], label="stories")}
    if note := notes.get(config["story"]):
        yield Flow("said", [note], [tall(note, WIDTH, size) + 2])
    factors = [{"key": signs[one["id"]], **one} for one in config["factors"]]
    heights = [tall(f"{one['name']}. {one['definition']}", (WIDTH - 6) / 2 - 10, size) / 2 + 1 for one in factors]
    head = {"title": words["factors"], "size": size}
    yield Flow("factors", factors, heights, head=12, values=head)
    passages = [{"number": number, "text": one["text"]} for number, one in enumerate(config["passages"], start=1)]
    heights = [max(tall(one["text"], WIDTH - MARGIN - NUMBER - 4, size) + 5, 4 * LINE) for one in passages]
    yield Flow("passages", passages, heights, head=20, values={"title": words["passages"], "none": NONE})


def _prompts(prompts: list[dict[str, str]], size: float, lines: int = 2) -> Iterator[Flow]:
    if prompts:
        found = [{**one, "lines": lines} for one in prompts]
        yield Flow("prompts", found, [_asking(one, size) + lines * LINE for one in prompts])


def _asking(prompt: dict[str, str], size: float) -> float:
    """Say how tall a question is without the lines below it."""
    return tall(prompt["prompt"], WIDTH, size * 1.1, bold=True) + tall(prompt["help"], WIDTH, size) + 7


def _reflection(exercise: Exercise) -> Sheet:
    """Return the questions with as much room to write as the paper has, on one page or evenly on several."""
    prompts, size = exercise.config["prompts"], INSTRUCTION - 0.5
    first, later = room(exercise, marks=True)
    said = list(_earlier(exercise.config, size))
    rooms = [first - sum(sum(flow.heights) for flow in said)]
    least = [_asking(one, size) + FEW * LINE for one in prompts]
    while sum(least) > sum(rooms):
        rooms.append(later)
    cuts = [round(n * len(prompts) / len(rooms) - 0.01) for n in range(len(rooms) + 1)]
    pages = []
    for n, (start, stop) in enumerate(pairwise(cuts)):
        own = prompts[start:stop]
        each, more = divmod(int((rooms[n] - sum(_asking(one, size) for one in own)) / LINE), max(1, len(own)))
        lines = [max(FEW, min(MANY, each + (place < more))) for place in range(len(own))]
        parts = [Part(flow.kind, list(flow.rows), flow.values) for flow in said] if n == 0 else []
        written = [{**one, "lines": count} for one, count in zip(own, lines, strict=True)]
        pages.append(Page([*parts, Part("prompts", written, {})]))
    return Sheet(exercise, "answer", pages, size)
