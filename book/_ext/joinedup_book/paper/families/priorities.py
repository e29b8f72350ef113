"""The priority matrix on paper: ideas with boxes on two scales, and a grid to write their numbers into."""

from __future__ import annotations

from collections.abc import Iterator

from joinedup.exercises.priorities.priorities import PLACES

from ..drawing.keys import numbered_keys
from ..drawing.paging import Flow
from ..drawing.telling import said
from ..drawing.writing import at_hand
from .default import Row, Sheets, numbered, row


class PrioritySheets(Sheets):
    """Ideas of one's own, each placed on two scales."""

    def keys(self) -> dict[str, str]:
        """Return the numbers of the words of each scale."""
        return {word: key for axis in self.config["axes"] for word, key in numbered_keys(axis["scale"]).items()}

    def contents(self, size: float) -> Iterator[Flow]:
        """Return the ideas and the grid: the ideas are what there is to write."""
        yield from at_hand(self.config, size)
        yield from self.asked(size)

    def asked(self, size: float) -> Iterator[Flow]:
        """Return the ideas, each with a box for every word, and the grid."""
        config, signs = self.config, self.keys()
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

    def told(self, size: float) -> Iterator[Flow]:
        """Return what each part of the grid says."""
        config, words = self.config, self.paper_words
        readings = config["readings"]
        yield said([words["ideas"]], size)
        yield said([readings[place] for place in PLACES], size, "points")

    def rows(self) -> list[Row]:
        """Return a row for each idea and scale."""
        words = self.config["words"]
        return [
            row(n, f"{one['prompt']}: {words[axis['id']]}", ["marks", one["id"], axis["id"]], axis["id"])
            for n, one in numbered(self.config["prompts"])
            for axis in self.config["axes"]
        ]

    def choices(self, name: str) -> list[dict[str, str]]:
        """Return the words of a scale."""
        scale, signs = next(axis["scale"] for axis in self.config["axes"] if axis["id"] == name), self.keys()
        return [{"id": word["id"], "key": signs[word["id"]], "label": word["label"]} for word in scale]
