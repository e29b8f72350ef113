"""Any Altair chart as a figure: two drawings, a sentence and the data behind it, without a script or a network."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from typing import Any

import pandas as pd

from ..content.words import labels
from ..errors import ConfigurationError
from .exploring import explorable
from .figure import Figure, in_words
from .svg import with_te_reo

COLOURS = {
    "#000001": "ink", "#000002": "soft", "#000003": "faint", "#000": "ink", "#000000": "ink",
    "#010001": "c1", "#010002": "c2", "#010003": "c3", "#010004": "c4", "#010005": "c5", "#010006": "c6",
}  # fmt: skip
"""Stand-ins that Vega draws with, and the colours of the palette they are replaced with, in light and in dark."""
CATEGORIES = ["#010001", "#010002", "#010003", "#010004", "#010005", "#010006"]
WIDE, NARROW = 720, 320
LEAST = 80
"""The drawing itself, without its labels, is never narrower than this."""
VEGA_LITE = "6.4"
EXPLORING = ("explore", "loading", "exploring", "failed")
"""The labels that a chart needs to be explored."""


def chart(drawing: Any, *, title: str, sentence: str, description: str = "", source: str = "") -> Figure:
    """Show an Altair chart the way the book shows a figure.

    It is drawn twice, for a column of text and for a phone, in the palette's colours, light and dark. The sentence says
    what it shows, and its data is below it as a table.

    Parameters
    ----------
    drawing : altair.Chart
        The chart, or charts put together, with a DataFrame as its data. Leave width and colours alone to have them fit.
    title : str
        What the chart is called.
    sentence : str
        The one thing it shows.
    description : str, optional
        What is drawn, for someone who cannot see it.
    source : str, optional
        Where the data comes from.

    Raises
    ------
    ConfigurationError
        If the drawing is not an Altair chart, or has no DataFrame to show as its data.
    """
    if not hasattr(drawing, "to_dict") or not isinstance(getattr(drawing, "data", None), pd.DataFrame):
        raise ConfigurationError(
            f"chart(): cannot draw {type(drawing).__name__}. Expected an Altair chart of a DataFrame, alt.Chart(frame)."
        )
    for name, text in (("title", title), ("sentence", sentence)):
        if not isinstance(text, str) or not text.strip():
            raise ConfigurationError(
                f"chart(): the {name} is empty. Expected some words: not everybody sees the chart."
            )
    name = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")
    words = labels("chart", name)
    spec = drawing.to_dict()
    shown = list(dict.fromkeys(field for field in _fields(spec) if field in drawing.data.columns))
    wide, inner = _svg(spec, "wide", WIDE)
    narrow, narrow_inner = _svg(spec, "narrow", NARROW)
    explored = explorable(spec, _config(inner, WIDE, spec)) | {"description": in_words(title, sentence)}
    return Figure(
        id=name,
        number="",
        title=title,
        description=description or words["description"],
        sentence=sentence,
        source=source or words["source"],
        wide=wide,
        narrow=narrow,
        data=drawing.data[shown or list(drawing.data.columns)].astype(object).map(_cell),
        explored={"chart": {"wide": explored, "narrow": narrow_inner}, "words": {id: words[id] for id in EXPLORING}},
    )


def _cell(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def _fields(part: Any) -> Iterator[str]:
    """Return the columns that a specification draws from."""
    if isinstance(part, dict):
        for key, value in part.items():
            if key == "field" and isinstance(value, str):
                yield value.replace("\\", "")
            elif key not in ("datasets", "data"):
                yield from _fields(value)
    elif isinstance(part, list):
        for item in part:
            yield from _fields(item)


def _svg(spec: dict[str, Any], face: str, width: int) -> tuple[str, float]:
    """Draw a specification as wide as it should be, labels included; return it with its width without them."""
    import vl_convert  # takes a second, which only charts should cost

    def drawn(inner: float) -> tuple[str, float]:
        svg = vl_convert.vegalite_to_svg({**spec, "config": _config(inner, width, spec)}, vl_version=VEGA_LITE)
        return svg, float(re.search(r'width="([\d.]+)"', svg)[1])

    # Labels take their share whatever the width, and drawings beside each other grow together: two tries tell both.
    _, much = drawn(width)
    _, less = drawn(width / 2)
    beside = max(1.0, (much - less) / (width / 2))
    inner = max(LEAST, width - (much - width) / beside)
    svg, whole = drawn(inner)
    if abs(whole - width) >= 2:
        inner = max(LEAST, inner - (whole - width) / beside)
        svg, whole = drawn(inner)
    return _dress(svg, face), inner


def _config(inner: float, width: int, spec: dict[str, Any]) -> dict[str, Any]:
    text = {"labelColor": "#000001", "titleColor": "#000001", "labelFontSize": 14, "titleFontSize": 14}
    ours = {
        "background": None,
        "font": "Liberation Sans",
        "view": {
            "continuousWidth": inner, "discreteWidth": inner, "discreteHeight": {"step": 30},
            "continuousHeight": 240, "stroke": None,
        },
        "axis": {
            **text, "gridColor": "#000003", "domainColor": "#000003", "tickColor": "#000003",
            "labelLimit": 0, "titleFontWeight": "normal",
        },
        "axisBand": {"grid": False},
        "axisQuantitative": {"tickMinStep": 1, "tickCount": 6, "format": "~r"},
        "axisXDiscrete": {"labelAngle": 0 if width == WIDE else -90},
        "header": {
            **text, "labelFontWeight": "bold", "labelLimit": 0, "title": None,
            "labelOrient": "top", "labelAnchor": "start", "labelAngle": 0,
        },
        "legend": {**text, "orient": "bottom", "labelLimit": 0, "titleFontWeight": "normal", "columns": 2},
        "mark": {"color": "#010001"},
        "text": {"color": "#000001", "fontSize": 14},
        "rule": {"color": "#000002"},
        "range": {"category": CATEGORIES, "ordinal": CATEGORIES},
    }  # fmt: skip
    for key, value in spec.get("config", {}).items():
        if key not in ("view", "mark"):  # Altair's own defaults are not the author's wish
            ours[key] = {**ours[key], **value} if isinstance(ours.get(key), dict) else value
    return ours


def _dress(drawn: str, face: str) -> str:
    """Take out what a figure does not need, and let the page's palette colour the rest."""
    drawn = re.sub(r' (?:role|aria-[a-z]+|pointer-events|font-family|xmlns(?::xlink)?|version)="[^"]*"', "", drawn)
    drawn = re.sub(r'<path class="(?:background|foreground)"[^>]*/>', "", drawn)
    drawn = re.sub(r' class="mark-[^"]*"', "", drawn)
    drawn = re.sub(r'(fill|stroke)="(#[0-9a-f]{3,6})"', _coloured, drawn)
    drawn = re.sub(r"(<g[^>]*>)\s*</g>", "", drawn)
    drawn = re.sub(r"(<text\b[^>]*>)([^<]+)", lambda found: found[1] + with_te_reo(unescape(found[2])), drawn)
    return drawn.replace('<svg class="marks"', f'<svg class="ju-{face} ju-chart" aria-hidden="true" focusable="false"')


@cache
def _style(kind: str, colour: str) -> str:
    return f'style="{kind}:var(--ju-{COLOURS[colour]})"' if colour in COLOURS else f'{kind}="{colour}"'


def _coloured(found: re.Match[str]) -> str:
    return _style(found[1], found[2])
