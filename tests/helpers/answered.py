"""Answers to every exercise, half and whole, as a reader would have left them."""

from __future__ import annotations

from functools import cache
from typing import Any

from playwright.sync_api import Page

from joinedup.content.exercise_table import exercise_rows, exercise_spec
from joinedup.exercises.registry import KINDS
from tests.helpers.saved_answers import put

STATES = ("empty", "half", "done")
SEEN = {
    "card-sort": "revealed",
    "sense-making-sorter": "revealed",
    "life-cycle-self-check": "shown",
    "factors-check": "shown",
    "check": "shown",
    "code-a-story": "shown",
}
"""What an answer holds once its result was asked for; the other exercises show theirs by themselves."""


@cache
def exercise_specs() -> list[dict[str, Any]]:
    return [exercise_spec(exercise, KINDS) for exercise in exercise_rows()]


def answer(asked: dict[str, Any], state: str) -> dict[str, Any]:
    """Return an answer to an exercise: to every other question, or to all of them with its result shown."""
    step = 2 if state == "half" else 1
    notes = {one["id"]: "What we saw" for one in asked["prompts"][::step]}
    choices = [choice["id"] for choice in asked["choices"]]
    marks = {item["id"]: _mark(asked["widget"], choices, number) for number, item in enumerate(asked["items"][::step])}
    given = {"notes": notes} if notes else {}
    if marks:
        given[asked["key"]] = marks
    if state == "done" and (flag := SEEN.get(asked["widget"])):
        given[flag] = True
    if state == "done" and asked["widget"] == "factors-check":
        doubtful = [item for item, mark in marks.items() if mark != "true"]
        given["chosen"] = doubtful[:1]
    return given


def _mark(widget: str, choices: list[str], number: int) -> Any:
    if widget == "code-a-story":
        return choices[number % 3 : number % 3 + number % 4]
    if widget == "priority-matrix":
        half = len(choices) // 2
        return {"improvement": choices[number % half], "effort": choices[half + (number + 1) % half]}
    return choices[number % len(choices)]


def answer_all(page: Page, state: str, chapter: str | None = None) -> None:
    """Put answers to every exercise, or to those of one chapter, into the browser; they are there after a reload."""
    for asked in exercise_specs():
        if state != "empty" and chapter in (None, asked["chapter"]):
            put(page, asked["exercise"], asked["widget"], answer(asked, state))
