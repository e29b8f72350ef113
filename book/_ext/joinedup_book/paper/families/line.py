"""Lines on paper: a row of rings for each question, and the table of what each stop means."""

from __future__ import annotations

from collections.abc import Iterator

from joinedup.content.words import fill
from joinedup.exercises.line.engine import APART
from joinedup.exercises.line.gap import KINDS

from ..drawing.keys import NOT_AGREED, OPEN, numbered_keys
from ..drawing.measuring import POINT, tall, wide
from ..drawing.paging import WIDTH, Flow
from ..drawing.sheet import Sheet
from ..drawing.table_set import large_sheets
from ..drawing.telling import said, told_table
from .default import PAD, Row, Sheets, numbered, row

STOP = 27.0
"""How wide the column of a line's stops is."""
CLOSE = 0.93
"""How much closer the lines of a table to look things up in are."""


class LineSheets(Sheets):
    """Questions that are answered with a stop on a line."""

    def keys(self) -> dict[str, str]:
        """Return the numbers of the stops, and the signs of what is apart from the line."""
        return numbered_keys(self.config["stops"]) | dict(zip(APART, (OPEN, NOT_AGREED), strict=True))

    def asked(self, size: float) -> Iterator[Flow]:
        """Return the questions, and the table of the stops."""
        yield self._questions(size)
        yield self._levels(size)

    def _questions(self, size: float) -> Flow:
        config, signs = self.config, self.keys()
        words = config["words"]
        stops = [{"key": signs[stop["id"]], "name": stop["name"]} for stop in config["stops"]]
        apart = [{"key": signs[name], "name": words[name]} for name in APART]
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
        return Flow("questions", questions, heights, values={"stops": stops, "apart": apart}, together=True)

    def _levels(self, size: float) -> Flow:
        config, signs, words = self.config, self.keys(), self.config["words"]
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
        return Flow("levels", levels, heights, head=11.5, values=values, together=True)

    def table(self) -> Iterator[Sheet]:
        """Return a large sheet for each stop, to hang on a wall."""
        words = self.config["words"]
        stops = [{"id": stop["id"], "name": stop["name"], "said": [stop["summary"]]} for stop in self.config["stops"]]
        apart = [{"id": name, "name": words[name], "said": []} for name in APART]
        yield large_sheets(self.exercise, [*stops, *apart], self.keys(), "wall")

    def told(self, size: float) -> Iterator[Flow]:
        """Return what a gap says, and what it takes to move to each stop."""
        config, words = self.config, self.paper_words
        readings, two = config["readings"], {"now": "A", "needed": "B", "steps": words["two-or-more"]}
        yield said([words["a-and-b"]], size)
        yield said([fill(readings[kind], **two) for kind in KINDS], size, "points")
        signs = self.keys()
        stops = [
            {"number": signs[one["id"]], "name": one["name"], "told": [one["moving_here"]]} for one in config["stops"]
        ]
        yield told_table(stops, size, title=config["words"]["moving-up"])

    def rows(self) -> list[Row]:
        """Return a row for each question."""
        return [row(n, one["question"], ["places", one["id"]]) for n, one in numbered(self.config["questions"])]

    def choices(self, name: str) -> list[dict[str, str]]:
        """Return the stops, and what is apart from the line."""
        signs = self.keys()
        names = {stop["id"]: stop["name"] for stop in self.config["stops"]}
        names |= {one: self.config["words"][one] for one in APART}
        return [{"id": one, "key": signs[one], "label": label} for one, label in names.items()]


class ComplexitySheets(LineSheets):
    """The line of complexity, on which cases are placed."""

    def told(self, size: float) -> Iterator[Flow]:
        """Return where the makers would put each case, and what to make of one's own."""
        config, words = self.config, self.paper_words
        readings = config["readings"]
        names = {stop["id"]: stop["name"] for stop in config["stops"]}
        cases = [
            {"number": number, "name": one["title"], "told": [one["note"]], "side": names[one["level"]]}
            for number, one in enumerate(config["questions"], start=1)
            if one["level"]
        ]
        yield said([words["cases"]], size)
        yield told_table(cases, size, title=words["where-we"], side=36)
        keys_ = [key for key in readings if key.startswith("compare-") and key != "compare-missing"]
        yield said([words["own-case"]], size)
        yield said([readings["own-unplaced"], *(readings[key] for key in keys_)], size, "points")
