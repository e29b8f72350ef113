"""A sort compared with how others saw the same cards. The twin of `comparison.js`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

KEYS = (
    "intro", "same", "different", "several", "centre", "centre-none", "one-corner", "empty-corner", "left-over",
)  # fmt: skip
CENTRE = "centre"
"""The corner of the zone for what cannot be placed yet."""


def comparison(config: Mapping[str, Any], answer: Mapping[str, Any]) -> dict[str, Any] | None:
    """Compare where a person put each card with how the people in the story saw it (IPS 2008, §3.2).

    It is a comparison and never a marking: no count of what is alike is given.

    Parameters
    ----------
    config : dict
        `cards`, each with `id` and the list `seen_as`; `zones`, each with `id` and `corner`.
    answer : dict
        `{"placed": {card: zone}, "revealed": bool}`.

    Returns
    -------
    dict or None
        Lists of card ids, in the cards' order: `same`, `different`, `several` (the people in it saw it in two ways),
        `centre` (not placed in a corner by choice) and `left` (not sorted). `most`, the corner zone that holds more
        than half of five or more cards placed in corners, or None; `empty`, the corner zones that hold none.
        None until the frame is revealed.
    """
    if not answer.get("revealed"):
        return None
    placed = answer.get("placed", {})
    corners = [zone["id"] for zone in config["zones"] if zone["corner"] != CENTRE]
    found: dict[str, Any] = {name: [] for name in ("same", "different", "several", "centre", "left")}
    for card in config["cards"]:
        found[_group(card, placed.get(card["id"]), corners)].append(card["id"])
    counts = {zone: sum(1 for card in config["cards"] if placed.get(card["id"]) == zone) for zone in corners}
    total = sum(counts.values())
    found["most"] = next((zone for zone in corners if total >= 5 and counts[zone] * 2 > total), None)
    found["empty"] = [zone for zone in corners if counts[zone] == 0]
    return found


def _group(card: Mapping[str, Any], at: str | None, corners: list[str]) -> str:
    if at is None:
        return "left"
    if at not in corners:
        return "centre"
    if len(card["seen_as"]) > 1:
        return "several"
    return "same" if at in card["seen_as"] else "different"
