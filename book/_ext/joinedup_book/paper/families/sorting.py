"""Card sorts on paper: cards to cut out, large sheets for the places, and a list for each person."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from joinedup.exercises.sorting.comparison import CENTRE

from ..drawing.keys import LETTERS, OPEN
from ..drawing.measuring import tall
from ..drawing.paging import WIDTH, Flow
from ..drawing.sheet import Sheet
from ..drawing.table_set import card_sheets, frame, large_sheets
from ..drawing.telling import said, told_table
from .default import NUMBER, PAD, Row, Sheets, numbered, row

PLACE = 15.0
"""How wide the column is that holds the letter of a place."""


class SortingSheets(Sheets):
    """Cards and places. Places without a name have the sign of their corner until all have been placed."""

    def keys(self) -> dict[str, str]:
        """Return the letters of the places, and the sign of what cannot be placed."""
        zones = self.config["zones"]
        corners = [zone["id"] for zone in zones if zone["corner"] != CENTRE]
        centre = {zone["id"]: OPEN for zone in zones if zone["corner"] == CENTRE}
        return dict(zip(corners, LETTERS, strict=False)) | centre

    def asked(self, size: float) -> Iterator[Flow]:
        """Return the places, and the cards with a box for a place's letter."""
        config, signs = self.config, self.keys()
        zones = [
            {
                "key": signs[zone["id"]],
                "name": self._name(zone),
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

    def _name(self, zone: dict[str, Any]) -> str:
        """Return what a place is called before its name is told, which for a corner is nothing."""
        if self.config["labelled"]:
            return zone["name"]
        return "" if zone.get("letter") else self.config["words"]["centre"]

    def table(self) -> Iterator[Sheet]:
        """Return the cards, a large sheet for each place, and the frame if it has no names yet."""
        yield card_sheets(self.exercise)
        places = [{"id": one["id"], "name": self._name(one), "said": [one["plain"]]} for one in self.config["zones"]]
        yield large_sheets(self.exercise, places, self.keys(), "places")
        if not self.config["labelled"]:
            yield frame(self.exercise, self.keys(), named=False)

    def afterwards(self) -> Iterator[Sheet]:
        """Return the frame with its names, if it had none, and how others saw each card."""
        if not self.config["labelled"]:
            yield frame(self.exercise, self.keys(), named=True)
        yield from super().afterwards()

    def told(self, size: float) -> Iterator[Flow]:
        """Return what alike and different mean, and where others put each card."""
        config, words = self.config, self.paper_words
        readings = config["readings"]
        names = {zone["id"]: zone["name"] for zone in config["zones"]}
        yield said([readings["intro"]], size)
        yield said([readings[key] for key in ("same", "different", "several", "centre-none")], size, "points")
        cards = [
            {
                "number": number,
                "name": card["title"],
                "told": [card["seen_note"]],
                "side": ", ".join(names[seen] for seen in card["seen_as"]),
            }
            for number, card in enumerate(config["cards"], start=1)
        ]
        yield told_table(cards, size, title=words["where-others"], side=36)

    def rows(self) -> list[Row]:
        """Return a row for each card."""
        return [row(n, one["title"], ["placed", one["id"]]) for n, one in numbered(self.config["cards"])]

    def choices(self, name: str) -> list[dict[str, str]]:
        """Return the places: those with a letter first."""
        signs, words = self.keys(), self.config["words"]
        found = []
        for zone in self.config["zones"]:
            corner = "" if self.config["labelled"] else zone["letter"]
            label = f"{words['corner']} {corner}" if corner else self._name(zone)
            found.append({"id": zone["id"], "key": signs[zone["id"]], "label": label})
        return sorted(found, key=lambda choice: not choice["key"].isalnum())
