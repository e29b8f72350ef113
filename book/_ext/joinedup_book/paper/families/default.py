"""An exercise on paper, whatever its kind: what is drawn from what its `answer_spec` says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from joinedup.content.exercise_table import exercise_spec
from joinedup.content.words import labels
from joinedup.exercises.base.exercise import Exercise
from joinedup.exercises.registry import KINDS

from ..drawing.keys import NONE, OPEN, numbered_keys
from ..drawing.measuring import tall
from ..drawing.paging import WIDTH, Flow
from ..drawing.sheet import Sheet, flowing
from ..drawing.telling import said
from ..drawing.writing import at_hand, questions, writing_sheet

NUMBER, TICK = 8.0, 15.0
"""How wide the columns are that hold a row's number and a box to tick."""
PAD = 2.6
"""What a row of a table has above and below its text."""
ROW, HEADING = 6.8, 9.5
"""How tall a row with a box in it is at the least, and a heading between rows."""
Row = dict[str, Any]


class Sheets:
    """The sheets of one exercise. A family of kinds that looks otherwise on paper overrides what differs.

    This one has a row for each item and a box for each choice. An exercise that asks for texts only gets its questions,
    with as much room to write as the paper has.

    Parameters
    ----------
    exercise : Exercise
        The exercise, a row of `data/exercises.csv`.
    """

    def __init__(self, exercise: Exercise):
        self.exercise = exercise
        self.config = exercise.config

    @cached_property
    def spec(self) -> dict[str, Any]:
        """What the exercise asks."""
        return exercise_spec(self.config["exercise"], KINDS)

    @property
    def paper_words(self) -> dict[str, str]:
        """What sheets say that exercises don't."""
        return labels("paper", self.config["exercise"])

    def keys(self) -> dict[str, str]:
        """Return the sign of every choice, by its id; empty where there is only text to write."""
        signs = numbered_keys(self.spec["choices"])
        return signs | {"dont-know": OPEN} if "dont-know" in signs else signs

    # --- The answer sheet: what each person fills in, alone, with a pencil

    def answer(self) -> Sheet:
        """Return the answer sheet."""
        if not self.rows():
            return writing_sheet(self.exercise)
        return flowing(self.exercise, "answer", self.contents)

    def contents(self, size: float) -> Iterator[Flow]:
        """Return what is on the answer sheet, in type of some size."""
        yield from at_hand(self.config, size)
        yield from questions(self.config["prompts"], size)
        yield from self.asked(size)

    def asked(self, size: float) -> Iterator[Flow]:
        """Return what is there to choose."""
        signs = self.keys()
        columns = [{"key": signs[one["id"]], "label": one["label"]} for one in self.spec["choices"]]
        yield tick_table([{"text": item["label"]} for item in self.spec["items"]], columns, size)

    # --- Beside the answer sheet

    def table(self) -> Iterable[Sheet]:
        """Return the sheets that people use together; none if everything is on the answer sheet."""
        return ()

    def afterwards(self) -> Iterator[Sheet]:
        """Return what is kept until everybody has answered; none if there is nothing to read out of the answers."""
        if self.config.get("readings"):
            yield flowing(self.exercise, "afterwards", self.told)

    def told(self, size: float) -> Iterator[Flow]:
        """Return how to read the answers, in type of some size."""
        yield said(list(self.config["readings"].values()), size, "points")

    # --- What a facilitator enters

    def rows(self) -> list[Row]:
        """Return the rows to enter, in their order on paper: see `sheet_form.form`."""
        several = self.spec["shape"] == "several"
        key, axes = self.spec["key"], self.spec.get("axes")
        found = []
        for number, item in enumerate(self.spec["items"], start=1):
            ways = [(axis["id"], [key, item["id"], axis["id"]]) for axis in axes] if axes else [("", [key, item["id"]])]
            found += [row(number, item["label"], way, axis or "main", several=several) for axis, way in ways]
        return found

    def choices(self, name: str) -> list[dict[str, str]]:
        """Return the choices of a set that rows name, each with `id`, `key` and `label`."""
        signs = self.keys()
        on_axis = next((axis["choices"] for axis in self.spec.get("axes", []) if axis["id"] == name), None)
        found = [
            {"id": one["id"], "key": signs[one["id"]], "label": one["label"]}
            for one in self.spec["choices"]
            if on_axis is None or one["id"] in on_axis
        ]
        if self.spec["shape"] == "several":
            found.append({"id": "", "key": NONE, "label": self.spec["none"]})
        return found


def row(number: int | str, label: str, way: list[str], choices: str = "main", *, several: bool = False) -> Row:
    """Return a row to enter."""
    return {"number": str(number), "label": label, "way": way, "set": choices, "several": several}


def numbered(found: list[dict[str, Any]]) -> list[tuple[int, dict[str, Any]]]:
    """Return things with the numbers they have on paper."""
    return list(enumerate(found, start=1))


def tick_table(rows: list[Row], columns: list[dict[str, str]], size: float) -> Flow:
    """Return a table to tick: a row for each `text`, perhaps below a `heading`, and a column for each choice."""
    width = WIDTH - NUMBER - TICK * len(columns) - 2
    found = [{"heading": "", **one, "number": number} for number, one in enumerate(rows, start=1)]
    heights = [max(tall(one["text"], width, size) + PAD, ROW) + (HEADING if one["heading"] else 0) for one in found]
    return Flow("statements", found, heights, head=13, values={"choices": columns})
