"""A figure: two drawings of the same thing, a caption, a description and the data behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
from markupsafe import Markup

from ..rendering.styles import style_of_figure
from ..rendering.templates import render

HERE = Path(__file__).parent
STYLES = tuple(
    HERE / "styles" / f"{name}.css" for name in ("figure", "drawings", "words", "parts", "data", "more_drawings")
)
"""What every figure looks like, part by part."""


class Passage(NamedTuple):
    """What one part of a figure says: a text or a list of texts, under a heading if it needs one."""

    text: str | Sequence[str]
    heading: str = ""


class Part(NamedTuple):
    """A part of a figure that a reader can choose; it is drawn in groups of the class `ju-part-<id>`."""

    id: str
    name: str
    passages: Sequence[Passage]


def in_words(title: str, sentence: str) -> str:
    """Put a title and a sentence behind one another, with a full stop where the title ends without a sign."""
    return f"{title}{'' if title.endswith(('?', '!', '.')) else '.'} {sentence}"


@dataclass(frozen=True)
class Figure:
    """What a notebook cell shows for a figure.

    Parameters
    ----------
    id : str
        The figure's id, a row of `data/figures.csv`.
    number : str
        Such as "Figure 2"; empty for one the document does not number.
    title, description, sentence, source : str
        What it is, what is drawn (for someone who cannot see it), the one thing it shows, and where it comes from.
    wide, narrow : str
        The drawing as SVG, for a column of text and for a phone.
    data : DataFrame
        The rows it is drawn from, with the column names a reader sees.
    invitation : str
        One line that invites a reader to choose a part; needed when there are parts.
    parts : sequence of Part
        What a reader can choose. While a part is open, whatever has the class `ju-mark` in its groups is seen in both
        drawings, and whatever has the class `ju-leaves` is not. It takes no script.
    explored : dict, optional
        What a page of the book needs to let a reader explore a chart: see explore.js.
    """

    id: str
    number: str
    title: str
    description: str
    sentence: str
    source: str
    wide: str
    narrow: str
    data: pd.DataFrame
    invitation: str = ""
    parts: Sequence[Part] = ()
    explored: Mapping[str, Any] | None = None

    def _repr_html_(self) -> str:
        return render(
            "figures/figure.html",
            figure=self,
            words=in_words(self.title, self.sentence),
            wide=Markup(self.wide),
            narrow=Markup(self.narrow),
            rules=Markup(style_of_figure(*STYLES)),
        )

    def __repr__(self) -> str:
        label = f"{self.number}: {self.title}" if self.number else self.title
        return in_words(label, self.sentence)
