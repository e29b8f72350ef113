"""How what is kept until afterwards is told: sentences, points, and rows with something at their side."""

from __future__ import annotations

from typing import Any

from .measuring import tall
from .paging import WIDTH, Flow

INDENT = 9.0
PAD = 3.0


def said(texts: list[str], size: float, kind: str = "said") -> Flow:
    """Return sentences, or points of a list."""
    return Flow(kind, texts, [tall(text, WIDTH - (6 if kind == "points" else 0), size) + 1.2 for text in texts], head=2)


def told_table(rows: list[dict[str, Any]], size: float, *, title: str, lead: str = "", side: float = 0.0) -> Flow:
    """Return rows of a number, a few bold words, what is told of it, and perhaps something at the side."""
    width = WIDTH - INDENT - side - 3
    whole = [{"name": "", "side": "", **row} for row in rows]
    heights = [
        PAD
        + max(
            tall(row["name"], width, size, bold=True) + sum(tall(text, width, size) for text in row["told"]),
            tall(row["side"], side - 3, size, bold=True) if side else 0,
        )
        for row in whole
    ]
    above = 8.5 + size / 2 + (tall(lead, WIDTH, size) + 1 if lead else 0)
    return Flow("told", whole, heights, head=above, values={"title": title, "lead": lead, "side": side})
