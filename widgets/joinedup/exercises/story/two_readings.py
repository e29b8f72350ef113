"""Two readings of the same story, passage by passage. The twin of `two_readings.js`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

KEYS = ("intro", "few", "both", "only-you", "only-we", "neither-yet")


def two_readings(config: Mapping[str, Any], answer: Mapping[str, Any]) -> dict[str, Any] | None:
    """Compare which factors a person marked in each passage with another reader's marks.

    Neither is the key: where two readers differ is what to talk about, so nothing is counted.

    Parameters
    ----------
    config : dict
        `factors`, each with `id`; `passages`, each with `id` and `theirs`, the ids of the other reader's factors.
    answer : dict
        `{"marked": {passage: [factor]}, "shown": bool}`.

    Returns
    -------
    dict or None
        For each passage that was read (its id is in `marked`): `both`, `only_you` and `only_we`, lists of factor ids in
        the codebook's order. None until the comparison is asked for.
    """
    if not answer.get("shown"):
        return None
    order = [factor["id"] for factor in config["factors"]]
    marked = answer.get("marked", {})
    found = {}
    for passage in config["passages"]:
        if passage["id"] in marked:
            yours, theirs = marked[passage["id"]], passage["theirs"]
            found[passage["id"]] = {
                "both": [id for id in order if id in yours and id in theirs],
                "only_you": [id for id in order if id in yours and id not in theirs],
                "only_we": [id for id in order if id not in yours and id in theirs],
            }
    return found
