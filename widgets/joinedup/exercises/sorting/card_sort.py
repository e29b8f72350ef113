"""A card sort: cards that belong somewhere, places with names, and afterwards where others put each card."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ...content.exercise_table import heading
from ...content.tables import Source, rows
from ...content.words import labelled, labels, sentences
from ...errors import ConfigurationError
from ..base.options import refuse_unknown, resolve_option
from .comparison import CENTRE, KEYS, comparison
from .engine import Sorter, read_cards, sorting_spec

HERE = Path(__file__).parent

UNDECIDED = "cant-say"
"""The place for a card that cannot be placed. Every sort has it."""


class CardSort(Sorter):
    """Sort cards into named places, then compare with where the research or the makers would put each.

    There is always one more place, for what cannot be said. It is a comparison and never a marking.

    Parameters
    ----------
    exercise : str
        The exercise's id, a row of `data/exercises.csv`.
    cards : table, optional
        The cards: columns id, title, text, seen_as (a place's id, or several between semicolons), seen_note, source.
    places : table, optional
        The places in order: columns id, name, plain (what goes there, in a sentence). Both tables are those that the
        exercise's row names unless given.
    reveal_after : int, optional
        How many cards must be placed before the comparison can be shown; 6 unless given, or all if there are fewer.
    readings : table, optional
        The sentences of the comparison: columns widget, key, text. Rows with this exercise's id as `widget` come first.
    title, instruction, number : str, optional
        Say something else than the table of exercises does.

    Raises
    ------
    ConfigurationError
        For an unknown option, exercise or place.
    TableError
        For a table that is missing, empty or incomplete, by file, row and column.

    Examples
    --------
    >>> sort = CardSort("ch00-roles", cards="role_behaviours", places="roles")
    """

    kind = "card-sort"
    script = HERE / "card_sort.js"
    styles = (HERE / "sorter.css",)

    def __init__(
        self,
        exercise: str,
        *,
        cards: Source | None = None,
        places: Source | None = None,
        reveal_after: int = 6,
        readings: Source = "readings",
        title: str | None = None,
        instruction: str | None = None,
        number: str | None = None,
        **unknown: Any,
    ):
        refuse_unknown(type(self), unknown)
        head = heading(exercise, title, instruction, number)
        words = labels(self.kind, exercise)
        named = rows(resolve_option(type(self), exercise, "places", places), ["id", "name", "plain"], label="places")
        if UNDECIDED in {place["id"] for place in named}:
            raise ConfigurationError(
                f"CardSort({exercise!r}): {named.where} has a row '{UNDECIDED}'. Expected other ids: "
                "that place is always there."
            )
        undecided = {"id": UNDECIDED, "name": words["cant-say"], "plain": words["cant-say-plain"]}
        zones = [{**zone, "corner": "listed"} for zone in named] + [{**undecided, "corner": CENTRE}]
        ids = [zone["id"] for zone in zones]
        found = read_cards(resolve_option(type(self), exercise, "cards", cards), ids, "place")
        if reveal_after < 0:
            raise ConfigurationError(f"CardSort({exercise!r}): reveal_after is {reveal_after}. Expected 0 or more.")
        content = {
            "zones": zones,
            "cards": found,
            "labelled": True,
            "reveal_after": min(reveal_after, len(found)),
            "readings": sentences(self.kind, list(KEYS), readings, exercise),
        }
        super().__init__(exercise, head, content)

    @classmethod
    def answer_spec(cls, exercise: str, cards: str, places: str) -> dict[str, Any]:
        """Return the cards and the places. See `Exercise.answer_spec`."""
        zones = labelled(rows(places, ["id", "name"], label="places"), "name")
        undecided = {"id": UNDECIDED, "label": labels(cls.kind, exercise)[UNDECIDED]}
        found = rows(cards, ["id", "title"], label="cards")
        return sorting_spec(labelled(found, "title"), [*zones, undecided])

    @property
    def reading(self) -> dict[str, Any] | None:
        """Where this sort and the others' agree and differ. See `joinedup.exercises.sorting.comparison`."""
        return comparison(self.config, self.answer)
