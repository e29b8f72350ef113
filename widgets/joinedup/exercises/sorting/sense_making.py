"""The sense-making sorter: mixed situations first, the framework's names after."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ...content.exercise_table import heading
from ...content.tables import Source, rows
from ...content.words import labelled, labels, sentences
from ...errors import ConfigurationError
from ..base.options import refuse_unknown
from .comparison import CENTRE, KEYS, comparison
from .engine import Sorter, read_cards, sorting_spec, split

HERE = Path(__file__).parent

CORNERS = ("top-left", "top-right", CENTRE, "bottom-left", "bottom-right")
"""In the order a person meets them, by eye and by keyboard."""
LETTERS = {"top-left": "A", "top-right": "B", "bottom-left": "C", "bottom-right": "D", CENTRE: ""}
DOMAIN_COLUMNS = ["id", "corner", "plain", "name", "cause_and_effect", "tools?", "response?", "name_today"]


class SenseMakingSorter(Sorter):
    """Sort situations by how they look to you, then meet the sense-making framework (IPS 2008, §3.2).

    The framework is Kurtz and Snowden's (2003). The corners begin as plain sentences without a name, with a centre for
    what cannot be placed yet. Then the frame is revealed, beside how each situation looked to the people in it.

    Parameters
    ----------
    exercise : str
        The exercise's id, a row of `data/exercises.csv`.
    situations : table, optional
        The cards: columns id, title, text, seen_as (a domain's id, or several between semicolons), seen_note, source.
    domains : table, optional
        The four corners and the centre: columns id, corner, plain, name, cause_and_effect, tools, response, name_today.
    labelled : bool, optional
        Start with the names shown. False unless given: sense-making comes before the framework.
    reveal_after : int, optional
        How many cards must be placed before the names can be shown; 6 unless given.
    readings : table, optional
        The sentences of the comparison: columns widget, key, text.
    title, instruction, number : str, optional
        Say something else than the table of exercises does.

    Raises
    ------
    ConfigurationError
        For an unknown option, exercise, domain or corner.
    TableError
        For a table that is missing, empty or incomplete, by file, row and column.
    """

    kind = "sense-making-sorter"
    script = HERE / "sense_making.js"
    styles = (HERE / "sorter.css",)

    def __init__(
        self,
        exercise: str,
        *,
        situations: Source = "situations",
        domains: Source = "sense_making_domains",
        labelled: bool = False,
        reveal_after: int = 6,
        readings: Source = "readings",
        title: str | None = None,
        instruction: str | None = None,
        number: str | None = None,
        **unknown: Any,
    ):
        refuse_unknown(type(self), unknown)
        head = heading(exercise, title, instruction, number)
        zones = rows(domains, DOMAIN_COLUMNS, label="domains")
        for corner in CORNERS:
            if [zone["corner"] for zone in zones].count(corner) != 1:
                raise ConfigurationError(
                    f"SenseMakingSorter({exercise!r}): the domains table must have one row for the corner '{corner}'. "
                    f"It has: {', '.join(zone['corner'] for zone in zones)}."
                )
        zones = [
            {**zone, "letter": LETTERS[zone["corner"]], "tools": split(zone["tools"])}
            for zone in sorted(zones, key=lambda zone: CORNERS.index(zone["corner"]))
        ]
        cards = read_cards(situations, [zone["id"] for zone in zones], "domain")
        if not 0 <= reveal_after <= len(cards):
            raise ConfigurationError(
                f"SenseMakingSorter({exercise!r}): reveal_after is {reveal_after}. "
                f"Expected 0 to {len(cards)}, the number of situations."
            )
        content = {
            "zones": zones,
            "cards": cards,
            "labelled": bool(labelled),
            "reveal_after": reveal_after,
            "readings": sentences(self.kind, list(KEYS), readings),
        }
        super().__init__(exercise, head, content)

    @classmethod
    def answer_spec(
        cls, exercise: str, situations: str = "situations", domains: str = "sense_making_domains"
    ) -> dict[str, Any]:
        """Return the cards and the domains, with what each is called until it is named. See `Exercise.answer_spec`."""
        words = labels(cls.kind, exercise)
        zones = [
            {"id": zone["id"], "label": zone["name"], "before": _unnamed(LETTERS[zone["corner"]], words)}
            for zone in rows(domains, ["id", "corner", "name"], label="domains")
        ]
        cards = rows(situations, ["id", "title"], label="situations")
        return sorting_spec(labelled(cards, "title"), zones)

    @property
    def reading(self) -> dict[str, Any] | None:
        """Where this sort and the others' agree and differ. See `joinedup.exercises.sorting.comparison`."""
        return comparison(self.config, self.answer)


def _unnamed(letter: str, words: dict[str, str]) -> str:
    return f"{words['corner']} {letter}" if letter else words["centre"]
