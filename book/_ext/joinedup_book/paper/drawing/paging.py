"""Divide a sheet's contents over pages of A4 paper, by how tall each text will be.

All measures are millimetres, and sizes of type are points. The style sheet `sheet.css` has the same measures. A page
grows if a text turns out taller than expected here, so that nothing is ever cut off.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

WIDTH, HEIGHT = 182.0, 272.0
"""What is left of A4 inside the margins of `sheet.css`."""
SIZES = (12.0, 11.5, 11.0, 10.5, 10.0, 9.5, 9.0)
"""The sizes of type a sheet may have, the largest first: people read it at arm's length, perhaps by poor light."""
LINE = 8.0
"""How far apart the lines to write on are."""


@dataclass(frozen=True)
class Flow:
    """Rows one below the other, which may be split between any two.

    Parameters
    ----------
    kind : str
        Which macro of `parts.html` draws them.
    rows : sequence
        What each row says.
    heights : sequence of float
        How tall each row is.
    head : float
        How tall the head above the rows is; it is repeated on the next page.
    values : dict
        What else the macro needs.
    together : bool
        Whether the rows stay on one page, if they fit on one.
    """

    kind: str
    rows: Sequence[Any]
    heights: Sequence[float]
    head: float = 0.0
    values: dict[str, Any] = field(default_factory=dict)
    together: bool = False


@dataclass(frozen=True)
class Part:
    """The rows of a flow that are on one page."""

    kind: str
    rows: list[Any]
    values: dict[str, Any]


@dataclass
class Page:
    """One side of paper: its parts, and how much of it is left empty."""

    parts: list[Part] = field(default_factory=list)
    left: float = 0.0


def paged(flows: Iterable[Flow], first: float, later: float) -> list[Page]:
    """Divide flows over pages.

    Parameters
    ----------
    flows : iterable of Flow
        The contents, in order.
    first, later : float
        How much room there is on the first page, and on each one after it.

    Returns
    -------
    list of Page
        At least one. A row that is taller than a page has one to itself.
    """
    pages = [Page(left=first)]
    for flow in flows:
        part = None
        if flow.together and pages[-1].left < flow.head + sum(flow.heights) <= later:
            pages.append(Page(left=later))
        for row, height in zip(flow.rows, flow.heights, strict=True):
            if pages[-1].parts and height + (0 if part else flow.head) > pages[-1].left:
                pages.append(Page(left=later))
                part = None
            if part is None:
                part = Part(flow.kind, [], flow.values)
                pages[-1].parts.append(part)
                pages[-1].left -= flow.head
            part.rows.append(row)
            pages[-1].left -= height
    return pages


def fewest(attempts: Iterable[tuple[float, list[Page]]]) -> tuple[float, list[Page]]:
    """Take the largest type that needs no more pages than the smallest does."""
    tried = list(attempts)
    least = min(len(pages) for _, pages in tried)
    return next((size, pages) for size, pages in tried if len(pages) == least)
