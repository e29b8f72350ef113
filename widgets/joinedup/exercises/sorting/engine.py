"""Sorting cards into zones: choose a card, choose where it goes; what the zones are called can wait."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...content.tables import Source, rows
from ...errors import ConfigurationError, suggest
from ..base.answers import check_ids, check_keys, check_text
from ..base.exercise import Exercise

CARD_COLUMNS = ["id", "title", "text", "seen_as", "seen_note", "source"]


class Sorter(Exercise):
    """An engine: cards, zones, and afterwards how others saw each card.

    `config["cards"]` and `config["zones"]` hold what there is to sort and where. An answer is
    `{"placed": {card: zone}, "revealed": bool, "notes": {prompt: text}}`.
    """

    template = "exercises/sorting/sorter.html"

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


def sorting_spec(cards: list[dict[str, str]], zones: list[dict[str, str]]) -> dict[str, Any]:
    """Return the cards and the zones of a sort, told by the zone they lie in. See `Exercise.answer_spec`."""
    return {"key": "placed", "result": "revealed", "by_choice": True, "items": cards, "choices": zones}


def split(cell: str) -> list[str]:
    """Return the items of a cell that holds several, with semicolons between them."""
    return [item.strip() for item in cell.split(";") if item.strip()]


def read_cards(source: Source, zones: list[str], what: str) -> list[dict[str, Any]]:
    """Read the cards, each with the zones it was seen in.

    Parameters
    ----------
    source : table
        The table of cards: the columns `CARD_COLUMNS`; several zones in `seen_as` have semicolons between them.
    zones : list of str
        The ids of all the zones.
    what : str
        What a zone is called in a message, such as "domain".

    Raises
    ------
    ConfigurationError
        If a card was seen in something that is not a zone: with its row.
    TableError
        If the table is missing, empty or incomplete.
    """
    found = rows(source, CARD_COLUMNS, label="cards")
    for number, card in enumerate(found):
        for zone in split(card["seen_as"]):
            if zone not in zones:
                place = found.place(number, "seen_as")
                raise ConfigurationError(f"{place}: '{zone}' is not a {what}.{suggest(zone, zones)}")
    return [{**card, "seen_as": split(card["seen_as"])} for card in found]
