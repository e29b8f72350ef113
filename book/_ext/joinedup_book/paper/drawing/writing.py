"""Room to write in: the questions of an exercise with lines below them, and what to have at hand."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from joinedup.content.words import fill, labels
from joinedup.exercises.base.exercise import Exercise

from .measuring import tall
from .paging import LINE, WIDTH, Flow, Page, Part
from .sheet import INSTRUCTION, Sheet, room

FEW, MANY = 3, 14
"""How many lines to write on a question has at the least, and at the most."""


def at_hand(config: dict[str, Any], size: float) -> Iterator[Flow]:
    """Say which earlier sheets to have at hand."""
    numbers = ", ".join(dict.fromkeys(one["number"] for one in config["previous"]))
    if numbers:
        said = fill(labels("paper", config["exercise"])["at-hand"], numbers=numbers)
        yield Flow("said", [said], [tall(said, WIDTH, size) + 2])


def questions(prompts: list[dict[str, str]], size: float, lines: int = 2) -> Iterator[Flow]:
    """Return the questions, each with as many lines to write on."""
    if prompts:
        found = [{**one, "lines": lines} for one in prompts]
        yield Flow("prompts", found, [_asking(one, size) + lines * LINE for one in prompts])


def _asking(prompt: dict[str, str], size: float) -> float:
    """Say how tall a question is without the lines below it."""
    return tall(prompt["prompt"], WIDTH, size * 1.1, bold=True) + tall(prompt["help"], WIDTH, size) + 7


def writing_sheet(exercise: Exercise) -> Sheet:
    """Return the questions with as much room to write as the paper has, on one page or evenly on several."""
    prompts, size = exercise.config["prompts"], INSTRUCTION - 0.5
    first, later = room(exercise, marks=True)
    said = list(at_hand(exercise.config, size))
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
