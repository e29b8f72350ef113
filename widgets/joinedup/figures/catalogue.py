"""Find a figure by its id."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from ..content.tables import rows
from ..errors import ConfigurationError, suggest
from . import (
    accountabilities,
    co_production_frame,
    connections,
    context_layers,
    continuum,
    four_cos,
    identities,
    learning_cycle,
    learning_levels,
    life_cycle,
    process,
    sense_making_frame,
    three_elements,
    trio,
)
from .figure import Figure, Part

DRAWINGS: dict[str, Callable[[], tuple[str, str, pd.DataFrame]]] = {
    "process": process.draw,
    "continuum": continuum.draw,
    "sense-making-frame": sense_making_frame.draw,
    "life-cycle": life_cycle.draw,
    "connections": connections.draw,
    "context-layers": context_layers.draw,
    "trio": trio.draw,
    "identities": identities.draw,
    "accountabilities": accountabilities.draw,
    "learning-cycle": learning_cycle.draw,
    "learning-levels": learning_levels.draw,
    "three-elements": three_elements.draw,
    "co-production-frame": co_production_frame.draw,
    "four-cos": four_cos.draw,
}
PARTS: dict[str, Callable[[], tuple[str, list[Part]]]] = {
    "continuum": continuum.parts,
    "life-cycle": life_cycle.parts,
    "connections": connections.parts,
}
"""The figures whose parts a reader can choose: an invitation, and the parts."""


def figure(name: str) -> Figure:
    """Draw a figure of the document from its table.

    Parameters
    ----------
    name : str
        The figure's id, a row of `data/figures.csv`: "process" (Figure 1, §1.1), "continuum" (Figure 2, §1.2),
        "identities" (Figure 3, §2.1), "learning-cycle" (Figure 4, §5.2), "connections" (Figure 5, §6.1), "life-cycle"
        (Figure 6, §7.2), "learning-levels" (Figure 7, Appendix 1, story 2), "trio" (Summary), "sense-making-frame"
        (§3.2), "accountabilities" (§4.2), "context-layers" (§8), "three-elements" (Service Innovation Lab),
        "co-production-frame" or "four-cos" (ANZSOG seminar, 2017).

    Raises
    ------
    ConfigurationError
        If there is no such figure.
    TableError
        If a table it is drawn from is missing or incomplete.
    """
    if name not in DRAWINGS:
        raise ConfigurationError(f"There is no figure '{name}'.{suggest(name, DRAWINGS)}")
    columns = ["id", "number?", "title", "description", "sentence", "source"]
    known = {row["id"]: row for row in rows("figures", columns, label="figures")}
    if name not in known:
        raise ConfigurationError(f"data/figures.csv has no row '{name}'.{suggest(name, known)}")
    wide, narrow, data = DRAWINGS[name]()
    invitation, parts = PARTS[name]() if name in PARTS else ("", [])
    return Figure(**known[name], wide=wide, narrow=narrow, data=data, invitation=invitation, parts=parts)
