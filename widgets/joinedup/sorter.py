"""Sorting cards into zones: choose a card, choose where it goes; what the zones are called can wait."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .errors import ConfigurationError, suggest
from .exercise import Exercise, check_ids, check_keys, check_text

CARD_COLUMNS = ["id", "title", "text", "seen_as", "seen_note", "source"]


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


def split(cell: str) -> list[str]:
    """Give the items of a cell that holds several, with semicolons between them."""
    return [item.strip() for item in cell.split(";") if item.strip()]


def seen_as(card: Mapping[str, str], zones: list[str], number: int, what: str) -> list[str]:
    """Give the zones a card was seen in.

    Parameters
    ----------
    card : dict of str to str
        The card, with the cell `seen_as`.
    zones : list of str
        The ids of all the zones.
    number : int
        The card's row in its table, for a message.
    what : str
        What a zone is called in a message, such as "domain".

    Raises
    ------
    ConfigurationError
        If one of them is not a zone.
    """
    seen = split(card["seen_as"])
    for zone in seen:
        if zone not in zones:
            raise ConfigurationError(
                f"The table of cards, row {number}, column 'seen_as': '{zone}' is not a {what}.{suggest(zone, zones)}"
            )
    return seen
