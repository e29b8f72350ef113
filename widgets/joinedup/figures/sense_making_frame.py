"""The sense-making frame (IPS 2008, §3.2, after Kurtz and Snowden 2003)."""

from __future__ import annotations

import pandas as pd

from ..content.tables import rows
from .svg import box, drawing, tag, text_height, words

COLUMNS = ["id", "corner", "plain", "name", "cause_and_effect", "tools?", "response?", "name_today"]
CORNERS = ("top-left", "top-right", "bottom-left", "bottom-right")


def draw() -> tuple[str, str, pd.DataFrame]:
    """Draw it wide and narrow, and return both with the rows it shows."""
    domains = {row["corner"]: row for row in rows("sense_making_domains", COLUMNS, label="domains")}
    shown = {
        "name": "Domain",
        "plain": "How it looks",
        "cause_and_effect": "Cause and effect",
        "response": "What to do",
        "tools": "Tools that fit",
        "name_today": "Name today",
    }
    data = pd.DataFrame(domains.values())[list(shown)].rename(columns=shown)
    return _wide(domains), _narrow(domains), data


def _block(domain: dict[str, str], x: float, y: float, width: float) -> tuple[str, float]:
    """Draw a domain's name, cause and effect, tools and response from (x, y) downand return it with its height."""
    top, parts = y, []
    tools = [tool.strip() for tool in domain["tools"].split(";") if tool.strip()]
    pieces = [
        (domain["name"], 17, "bold", "ju-ink"),
        (domain["cause_and_effect"], 13, "normal", "ju-ink"),
        *((f"– {tool}", 12, "normal", "ju-soft") for tool in tools),
        *([(domain["response"], 14, "bold", "ju-strong")] if domain["response"] else []),
    ]
    for text, size, weight, klass in pieces:
        gap = 2 if text.startswith("–") else 6
        parts.append(words(text, x, y + gap, width=width, size=size, weight=weight, anchor="start", klass=klass))
        y += gap + text_height(text, width, size, weight)
    return "".join(parts), y - top


def _wide(domains: dict[str, dict[str, str]]) -> str:
    width = 352
    blocks = {corner: _block(domains[corner], 0, 0, width - 40) for corner in CORNERS}
    height = max(tall for _, tall in blocks.values()) + 62
    parts = []
    for n, corner in enumerate(CORNERS):
        x, y = (n % 2) * (width + 16), (n // 2) * (height + 16)
        # The blocks keep clear of the centre: those above begin at the top, those below are lower.
        down = 12 if n < 2 else 46
        parts += [
            box(x + 1, y + 1, width - 2, height - 2, f"ju-corner-{n + 1}"),
            tag("g", blocks[corner][0], transform=f"translate({x + 20:g} {y + down:g})"),
        ]
    centre = domains["centre"]
    middle = height + 8
    parts += [
        tag("ellipse", cx="360", cy=f"{middle:g}", rx="118", ry="44", klass="ju-centre"),
        words(centre["name"], 360, middle - 26, width=160, size=16, weight="bold"),
        words("not placed yet, or not agreed", 360, middle - 2, width=160, size=12, klass="ju-soft"),
    ]
    return drawing("wide", 720, 2 * height + 16, parts)


def _narrow(domains: dict[str, dict[str, str]]) -> str:
    y, parts = 0.0, []
    for n, corner in enumerate((*CORNERS, "centre")):
        block, tall = _block(domains[corner], 14, y + 8, 292)
        parts += [box(1, y + 1, 318, tall + 20, f"ju-corner-{n + 1}" if corner != "centre" else "ju-centre"), block]
        y += tall + 32
    return drawing("narrow", 320, y, parts)
