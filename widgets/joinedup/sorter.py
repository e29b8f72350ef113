"""Sorting cards into zones: choose a card, choose where it goes; what the zones are called can wait."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .errors import ConfigurationError
from .exercise import Exercise, check_ids, check_keys, check_text


class Sorter(Exercise):
    """An engine: cards, zones, and afterwards how others saw each card.

    `config["cards"]` and `config["zones"]` hold what there is to sort and where. An answer is
    `{"placed": {card: zone}, "revealed": bool, "notes": {prompt: text}}`.
    """

    face_template = "sorter.html"

    def check_answer(self, answer: Mapping[str, Any]) -> None:
        """Raise a ConfigurationError for a card, a zone or a note that is not in this exercise."""
        where = repr(self)
        check_keys(answer, ["placed", "revealed", "notes"], where)
        cards = [card["id"] for card in self.config["cards"]]
        zones = [zone["id"] for zone in self.config["zones"]]
        for card, zone in answer.get("placed", {}).items():
            check_ids("card", card, cards, where)
            check_ids("zone", zone, zones, where)
        if not isinstance(answer.get("revealed", False), bool):
            raise ConfigurationError(f"{where}: 'revealed' is {answer['revealed']!r}. Expected True or False.")
        check_text(answer, self.config["prompts"], where)
