"""Find a figure by its id."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from ..errors import ConfigurationError, suggest
from ..tables import rows
from . import continuum, life_cycle, process, sense_making_frame
from .figure import Figure

DRAWINGS: dict[str, Callable[[], tuple[str, str, pd.DataFrame]]] = {
    "process": process.draw,
    "continuum": continuum.draw,
    "sense-making-frame": sense_making_frame.draw,
    "life-cycle": life_cycle.draw,
}


def figure(name: str) -> Figure:
    """Draw a figure of the document from its table.

    Parameters
    ----------
    name : str
        The figure's id, a row of `data/figures.csv`: "process" (Figure 1, §1.1), "continuum" (Figure 2, §1.2),
        "sense-making-frame" (§3.2) or "life-cycle" (Figure 6, §7.2).

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
    return Figure(**known[name], wide=wide, narrow=narrow, data=data)
