"""The words that statements can be answered with, from `data/scales.csv`."""

from __future__ import annotations

from ..errors import ConfigurationError, suggest
from .tables import Source, rows


def scale(name: str, source: Source = "scales") -> list[dict[str, str]]:
    """Read the words of an answer scale, in order.

    Parameters
    ----------
    name : str
        The scale's name, as in the table's column `scale`.
    source : table
        The table of scales: columns scale, id, label.

    Returns
    -------
    list of dict
        `id` and `label` of each word; one of them has the id "dont-know".
    """
    every = rows(source, ["scale", "id", "label"], label="scales", unique=None)
    found = [{"id": row["id"], "label": row["label"]} for row in every if row["scale"] == name]
    if not found:
        raise ConfigurationError(
            f"There is no scale '{name}'.{suggest(name, dict.fromkeys(row['scale'] for row in every))}"
        )
    return found
