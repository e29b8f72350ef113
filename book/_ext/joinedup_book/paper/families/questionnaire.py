"""Questionnaires on paper: statements with a box for each word of the scale."""

from __future__ import annotations

from collections.abc import Iterator

from joinedup.content.words import fill
from joinedup.exercises.questionnaire.work_on import LEVELS

from ..drawing.keys import OPEN, numbered_keys
from ..drawing.paging import Flow
from ..drawing.telling import said, told_table
from .default import Row, Sheets, numbered, row, tick_table

WORDS = ("not-true", "partly", "dont-know", "true")
"""The words of a check that have something to say, in the order in which its result is told."""


class QuestionnaireSheets(Sheets):
    """Any questionnaire."""

    def keys(self) -> dict[str, str]:
        """Return the numbers of the words of the scale, and the sign of not knowing."""
        return numbered_keys(self.config["scale"]) | {"dont-know": OPEN}

    def asked(self, size: float) -> Iterator[Flow]:
        """Return the statements, under their headings."""
        config, signs = self.config, self.keys()
        choices = [{"key": signs[word["id"]], "label": word["label"]} for word in config["scale"]]
        names = {section["id"]: section["name"] for section in config["sections"]}
        found, last = [], ""
        for one in config["statements"]:
            found.append({"text": one["statement"], "heading": names[one["section"]] if one["section"] != last else ""})
            last = one["section"]
        yield tick_table(found, choices, size)

    def rows(self) -> list[Row]:
        """Return a row for each statement."""
        return [row(n, one["statement"], ["answers", one["id"]]) for n, one in numbered(self.config["statements"])]

    def choices(self, name: str) -> list[dict[str, str]]:
        """Return the words of the scale."""
        signs = self.keys()
        return [{"id": word["id"], "key": signs[word["id"]], "label": word["label"]} for word in self.config["scale"]]


class CheckSheets(QuestionnaireSheets):
    """A check, which is read word by word."""

    def told(self, size: float) -> Iterator[Flow]:
        """Return what each word says, and the note of each statement."""
        config, words = self.config, self.paper_words
        readings = config["readings"]
        known = {word["id"]: word["label"] for word in config["scale"]}
        shared = [key for key in WORDS if key in readings and key in known]
        told = [{"number": "", "name": known[key], "told": [readings[key]]} for key in shared]
        yield told_table(told, size, title=words["by-word"])
        notes = [
            {"number": number, "name": one["name"], "told": [one["note"]]}
            for number, one in enumerate(config["statements"], start=1)
            if "note" in one
        ]
        if notes:
            yield told_table(notes, size, title=words["if-not"])


class FactorsSheets(QuestionnaireSheets):
    """The factors check, which also asks what to work on."""

    def asked(self, size: float) -> Iterator[Flow]:
        """Return the statements, and a place for the numbers of those to work on."""
        yield from super().asked(size)
        yield Flow("chosen", [None], [12])

    def told(self, size: float) -> Iterator[Flow]:
        """Return what to work on, by whose power it is in."""
        config, words = self.config, self.paper_words
        readings = config["readings"]
        yield said([words["factors"]], size)
        yield said([readings[key] for key in ("strengths", "work", "find-out")], size, "points")
        for level in LEVELS:
            rows = [
                {"number": number, "name": one["statement"], "told": [one["work_on"]]}
                for number, one in enumerate(config["statements"], start=1)
                if one["level"] == level
            ]
            if rows:
                yield told_table(rows, size, title=readings[f"power-{level}"])

    def rows(self) -> list[Row]:
        """Return a row for each statement, and one for those to work on."""
        return [*super().rows(), row("", self.paper_words["chosen"], ["chosen"], "statements", several=True)]

    def choices(self, name: str) -> list[dict[str, str]]:
        """Return the words of the scale, or the statements by their numbers."""
        if name != "statements":
            return super().choices(name)
        return [{"id": one["id"], "key": str(n), "label": ""} for n, one in numbered(self.config["statements"])]


class LifeCycleSheets(QuestionnaireSheets):
    """The life-cycle self-check, whose statements are signs of stages."""

    def told(self, size: float) -> Iterator[Flow]:
        """Return the stages with their signs, and what to try at each."""
        config, words = self.config, self.paper_words
        readings = config["readings"]
        named = {"stage": words["one-stage"], "next": words["the-next"], "stages": words["skipped-stages"]}
        yield said([words["signs"]], size)
        numbers: dict[str, list[int]] = {}
        for number, one in enumerate(config["statements"], start=1):
            numbers.setdefault(one["stage"], []).append(number)
        signs = [{"name": stage["name"], "numbers": numbers[stage["id"]]} for stage in config["stages"]]
        yield Flow("signs", signs, [10.0] * len(signs), head=2)
        kinds = [key for key in readings if key not in ("unanswered", "dont-know", "profile")]
        yield said([fill(readings[key], **named) for key in kinds], size, "points")
        for stage in config["stages"]:
            advice = [
                {"number": "–", "told": [one["advice"]]} for one in config["advice"] if one["stage"] == stage["id"]
            ]
            if stage["between_next"]:
                advice.append({"number": "", "told": [fill(words["between"], text=stage["between_next"])]})
            yield told_table(
                advice, size, title=fill(config["words"]["to-try"], stage=stage["name"]), lead=stage["summary"]
            )
