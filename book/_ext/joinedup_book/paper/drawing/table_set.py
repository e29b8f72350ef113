"""What lies on a table or hangs on a wall: cards to cut out, large sheets for the places, the frame without names."""

from __future__ import annotations

from typing import Any

from joinedup.exercises.base.exercise import Exercise
from joinedup.exercises.sorting.comparison import CENTRE

from .measuring import POINT, tall
from .paging import WIDTH, Page, Part
from .sheet import Sheet, room

CARD_WIDTH = WIDTH / 2
"""How wide a card is: two fit side by side."""
EDGE = 6.0
"""How far a card's text stays from where it is cut."""
CARD_SIZES = (13.0, 12.5, 12.0, 11.5, 11.0, 10.5, 10.0)
FRAME_SIZES = (20.0, 19.0, 18.0, 17.0, 16.0, 15.0, 14.0, 13.0, 12.5, 12.0, 11.5, 11.0, 10.5, 10.0, 9.5, 9.0)
GAP, CORNER_EDGE = 3.0, 4.0
"""How far the corners of the frame are apart, and their texts from their edges."""
LARGE_SIZES = (36.0, 32.0, 28.0, 25.0, 22.0, 20.0)
"""The sizes of type on a sheet to be read from across a table or a room."""
LARGE_ROOM = 150.0
"""How much room the words of a large sheet have, below its letter."""


def card_sheets(exercise: Exercise) -> Sheet:
    """Return the cards, as many on a page and as large as lets every one of them be read with ease."""
    config = exercise.config
    cards = [
        {"number": number, "title": card["title"], "text": card["text"]}
        for number, card in enumerate(config["cards"], start=1)
    ]
    height = room(exercise, marks=False)[0] - 1
    ways = ((rows, size) for rows in (4, 3, 2, 1) for size in CARD_SIZES)
    rows, size = next(
        ((rows, size) for rows, size in ways if max(_card_height(card, size) for card in cards) <= height / rows),
        (1, CARD_SIZES[-1]),
    )
    each = 2 * rows
    values = {"height": f"{height / rows:.1f}", "number": config["number"]}
    pages = [Page([Part("cards", cards[n : n + each], values)]) for n in range(0, len(cards), each)]
    return Sheet(exercise, "cards", pages, size)


def _card_height(card: dict[str, Any], size: float) -> float:
    width = CARD_WIDTH - 2 * EDGE
    return 2 * EDGE + 1.5 + tall(card["title"], width - 14, size + 2, bold=True) + tall(card["text"], width, size)


def large_sheets(exercise: Exercise, places: list[dict[str, Any]], signs: dict[str, str], what: str) -> Sheet:
    """Return a sheet for each place, with its sign, its name and what is said of it, all in the same type."""
    size = next((size for size in LARGE_SIZES if all(_large(one, size) <= LARGE_ROOM for one in places)), 20.0)
    pages = [Page([Part("place", [{"key": signs[one["id"]], **one}], {})]) for one in places]
    return Sheet(exercise, what, pages, size)


def _large(place: dict[str, Any], size: float) -> float:
    name = tall(place["name"], WIDTH, size * 1.3, bold=True) if place["name"] else 0
    return name + sum(tall(text, WIDTH, size) + 3 for text in place["said"])


def frame(exercise: Exercise, signs: dict[str, str], *, named: bool) -> Sheet:
    """Return the whole frame of a sense-making sort on one page, to hang up without its names and then with them."""
    config = exercise.config
    zones = [{"key": signs[zone["id"]], **zone} for zone in config["zones"]]
    height = room(exercise, marks=False)[0]
    fitting = (size for size in FRAME_SIZES if _frame_height(zones, config["words"], size, named=named) <= height)
    part = Part("frame", zones, {"named": named, "words": config["words"]})
    return Sheet(exercise, "frame-named" if named else "frame", [Page([part])], next(fitting, FRAME_SIZES[-1]))


def _frame_height(zones: list[dict[str, Any]], words: dict[str, str], size: float, *, named: bool) -> float:
    """Say how tall the frame is: its corners are all as tall as the tallest of them."""
    heights = {zone["corner"]: _corner_height(zone, words, size, named=named) for zone in zones}
    centre = heights.pop(CENTRE)
    return 2 * max(heights.values()) + centre + 2 * GAP


def _corner_height(zone: dict[str, Any], words: dict[str, str], size: float, *, named: bool) -> float:
    width = (WIDTH - GAP) / 2 - 2 * CORNER_EDGE - 2
    texts = [zone["plain"]]
    if named:
        texts = [
            f"{words['name-today']}: {zone['name_today']}",
            zone["cause_and_effect"],
            *(f"– {tool}" for tool in zone["tools"]),
            *([f"{words['response']}: {zone['response']}"] if zone["response"] else []),
        ]
    signs = size * POINT * (2 + (1.8 if named else 0))
    return 2 * CORNER_EDGE + 1 + signs + sum(tall(text, width, size, bold=text == texts[-1]) + 1.5 for text in texts)
