"""A figure: two drawings of the same thing, a caption, a description and the data behind it."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
from markupsafe import Markup

from ..assets import part
from ..faces import render


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

    def _repr_html_(self) -> str:
        return render(
            "figures/figure.html",
            figure=self,
            wide=Markup(self.wide),
            narrow=Markup(self.narrow),
            rules=Markup(part("palette.css") + part("figures/figure.css")),
        )

    def __repr__(self) -> str:
        label = f"{self.number}: {self.title}" if self.number else self.title
        return f"{label}. {self.sentence}"
