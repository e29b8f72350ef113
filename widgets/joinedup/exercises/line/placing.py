"""Cases on the line of complexity, and one's own case beside an earlier answer. The twin of `placing.js`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

KEYS = (
    "own-at", "own-unplaced", "others", "other-same", "other-differs",
    "compare-low", "compare-high", "compare-fits", "compare-missing", "compare-open",
)  # fmt: skip
OWN = "own"
"""The question about a person's own case."""


def placing(config: Mapping[str, Any], answer: Mapping[str, Any], earlier: Mapping[str, Any]) -> dict[str, Any] | None:
    """Compare places on the line of complexity with others' and with how close the problem needs us to be (§2.1).

    Parameters
    ----------
    config : dict
        `stops` in order; `questions`, each with `id` and, but for one's own, `level` (where we would put it);
        `needed`, with `exercise`, `question` and `stops` of the earlier exercise.
    answer : dict
        `{"places": {question: stop}}`; a stop may be "dont-know" or "not-agreed".
    earlier : dict
        The answers of earlier exercises by their ids.

    Returns
    -------
    dict or None
        `own`, the stop of one's own case or None; `same` and `differs`, ids of the other cases placed as we would and
        otherwise; `compare`, "low", "high", "fits", "open" or "missing": what is needed against one's own case, or None
        while that has no place. None until one's own case is answered.
    """
    order = [stop["id"] for stop in config["stops"]]
    places = answer.get("places", {})
    if OWN not in places:
        return None
    others = [question for question in config["questions"] if places.get(question["id"]) in order and question["level"]]
    own = places[OWN] if places[OWN] in order else None
    return {
        "own": own,
        "same": [question["id"] for question in others if places[question["id"]] == question["level"]],
        "differs": [question["id"] for question in others if places[question["id"]] != question["level"]],
        "compare": _compare(config, order.index(own), len(order), earlier) if own else None,
    }


def _compare(config: Mapping[str, Any], at: int, stops: int, earlier: Mapping[str, Any]) -> str:
    needed = config["needed"]
    stop = earlier.get(needed["exercise"], {}).get("places", {}).get(needed["question"])
    if stop in ("dont-know", "not-agreed"):
        return "open"
    if stop not in needed["stops"]:  # not answered, or with a stop that the table no longer has
        return "missing"
    close = needed["stops"].index(stop)
    middle, most = (stops - 1) / 2, (len(needed["stops"]) - 1) / 2
    if at < middle and close > most:
        return "low"
    return "high" if at > middle and close < most + 0.5 else "fits"
