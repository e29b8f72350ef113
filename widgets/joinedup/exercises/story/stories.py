"""The seven stories, each laid out from its tables, and which factors we saw where (IPS 2008, Appendix 1)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import pandas as pd
from markupsafe import Markup

from ...content.dataframes import table
from ...content.tables import Source, rows
from ...content.words import labels
from ...errors import ConfigurationError, TableError, suggest
from ...figures import Figure, chart
from ...rendering.styles import style_of_figure
from ...rendering.templates import render

HERE = Path(__file__).parent
STYLE = HERE / "story.css"

STORY_COLUMNS = [
    "id", "name", "short", "who", "setting", "trigger", "catalyst", "public_entrepreneur", "guardian_angel",
    "fellow_travellers", "active_client", "what_changed", "teaches", "content_note?", "source",
]  # fmt: skip
FACTS = (
    "who", "setting", "trigger", "catalyst",
    "public_entrepreneur", "guardian_angel", "fellow_travellers", "active_client",
)  # fmt: skip
CODING_COLUMNS = ["id", "story", "factor", "passage", "how", "coder", "note"]
SETTLED = "settled"
POINT_COLUMNS = ["id", "story", "when", "title", "text", "passage"]
SHAPES = ["square", "cross"]
FIRST = "first"
"""Whose marks are taken from a table without the column `settled`."""

Row = dict[str, str]


@dataclass(frozen=True)
class Story:
    """What a notebook cell shows for a story.

    Parameters
    ----------
    about : dict of str to str
        The story's row of `data/stories.csv`.
    path, passages : list of dict
        Its turning points and its passages, in order.
    """

    about: Row
    path: list[Row]
    passages: list[Row]

    def _repr_html_(self) -> str:
        return render(
            "exercises/story/story.html",
            story=self,
            facts=FACTS,
            words=labels("story", self.about["id"]),
            rules=Markup(style_of_figure(STYLE)),
        )

    def __repr__(self) -> str:
        return f"{self.about['name']}: {len(self.passages)} passages"


def story(name: str) -> Story:
    """Lay out one of the seven stories.

    Parameters
    ----------
    name : str
        The story's id, a row of `data/stories.csv`, such as "semo".

    Raises
    ------
    ConfigurationError
        If there is no such story.
    TableError
        If a table it needs is missing or incomplete.
    """
    every = {row["id"]: row for row in rows("stories", STORY_COLUMNS, label="stories")}
    if name not in every:
        raise ConfigurationError(f"There is no story '{name}'.{suggest(name, every)}")
    return Story(
        about=every[name],
        path=_of(
            name, rows("story_turning_points", ["id", "story", "when", "title", "text", "passage"], label="paths")
        ),
        passages=_of(name, passages()),
    )


def passages() -> list[Row]:
    """Return every passage of the stories: its id, story, order and text."""
    return rows("story_passages", ["id", "story", "order", "text"], label="passages")


def _of(name: str, found: list[Row]) -> list[Row]:
    return [row for row in found if row["story"] == name]


@dataclass(frozen=True)
class FactorMap:
    """Which factors we saw in which story: a picture, and a table in which each cell leads to its passages."""

    picture: Figure
    stories: list[Row]
    factors: list[Row]
    found: dict[tuple[str, str], list[Row]]

    def _repr_html_(self) -> str:
        numbers = {row["id"]: row["order"] for row in passages()}
        return self.picture._repr_html_() + render(
            "exercises/story/factor_map.html",
            map=self,
            numbers=numbers,
            words=labels("story", "map"),
            rules=Markup(style_of_figure(STYLE)),
        )

    def __repr__(self) -> str:
        return f"{len(self.factors)} factors in {len(self.stories)} stories"


def settled_reading(source: Source, columns: list[str]) -> list[Row]:
    """Read the marks that two coders settled on, each once.

    Parameters
    ----------
    source : table
        The codings. A table without the column `settled` is read too: the first coder's marks are then the reading.
    columns : list of str
        The columns wanted, with story, factor, passage and coder among them.

    Raises
    ------
    TableError
        If the table is missing or incomplete.
    """
    try:
        found = [
            row for row in rows(source, [*columns, SETTLED], label="codings", unique=None) if row[SETTLED] == "yes"
        ]
    except TableError:  # no such column; or something else is wrong, which is said now
        found = [row for row in rows(source, columns, label="codings", unique=None) if row["coder"] == FIRST]
    marks: dict[tuple[str, ...], Row] = {}
    for row in found:
        marks.setdefault((row["story"], row["factor"], row["passage"]), row)
    return list(marks.values())


def story_factors_map() -> FactorMap:
    """Show which factors of the codebook we saw in which story, and the passages that this rests on."""
    import altair as alt

    words = labels("story", "map")
    reading = settled_reading("story_factors", CODING_COLUMNS)
    books, stories = table("codebook"), table("stories")
    own = pd.DataFrame(reading).drop_duplicates(["story", "factor", "how"])
    shown = pd.DataFrame(
        {
            "story": own["story"].map(dict(zip(stories["id"], stories["short"], strict=True))),
            "factor": own["factor"].map(dict(zip(books["id"], books["name"], strict=True))),
            "how": own["how"].map({how: words[how] for how in ("present", "missed")}).astype(str),
        }
    ).astype(str)
    ways = [words["present"], words["missed"]]
    marks = alt.Chart(shown).mark_point(filled=True, size=170, opacity=1)
    called = {name: words[name] for name in shown.columns}
    # Vega puts what a column is called into expressions, and takes care of quotation marks but of nothing else.
    quoted = {name: " ".join(label.split()).replace("\\", "\\\\") for name, label in called.items()}
    axis, legend = partial(alt.Axis, title=None), alt.Legend(title=None)
    drawing = marks.encode(
        x=alt.X("story", title=quoted["story"], sort=list(stories["short"].astype(str)), axis=axis(labelAngle=-40)),
        y=alt.Y("factor", title=quoted["factor"], sort=list(books["name"].astype(str)), axis=axis()),
        shape=alt.Shape("how", title=quoted["how"], legend=legend, scale=alt.Scale(domain=ways, range=SHAPES)),
        color=alt.Color("how", title=quoted["how"], legend=legend, scale=alt.Scale(domain=ways)),
    )
    picture = chart(drawing, title=words["map-title"], sentence=words["map-sentence"], source=words["map-source"])
    by_cell: dict[tuple[str, str], list[Row]] = defaultdict(list)
    order = {row["id"]: int(row["order"]) for row in passages()}
    for row in sorted(reading, key=lambda row: order[row["passage"]]):
        by_cell[row["story"], row["factor"]].append(row)
    return FactorMap(
        picture=replace(picture, data=picture.data.rename(columns=called)),
        stories=rows("stories", ["id", "short"], label="stories"),
        factors=rows("codebook", ["id", "name", "definition"], label="codebook"),
        found=dict(by_cell),
    )


def coding_matrix(name: str) -> list[list[int]]:
    """Return both codings of a story as numbers, for a measure of agreement.

    Parameters
    ----------
    name : str
        The id of a story that two people have coded.

    Returns
    -------
    list of list of int
        Two rows, the first coder's and the second's, with a column for each factor of the codebook in each passage:
        1 where the coder marked it, as present or as missed, and 0 where not.

    Raises
    ------
    ConfigurationError
        If there is no such story, or only one person has coded it.
    """
    told = story(name)
    codings = [row for row in rows("story_factors", CODING_COLUMNS, label="codings") if row["story"] == name]
    coders = sorted({row["coder"] for row in codings})
    if len(coders) != 2:
        both = sorted(
            {row["story"] for row in rows("story_factors", CODING_COLUMNS, label="c") if row["coder"] != FIRST}
        )
        raise ConfigurationError(f"The story '{name}' was coded by one person.{suggest(name, both)}")
    marked = {(row["coder"], row["passage"], row["factor"]) for row in codings}
    factors = [row["id"] for row in rows("codebook", ["id"], label="codebook")]
    cells = [(passage["id"], factor) for passage in told.passages for factor in factors]
    return [[int((coder, *cell) in marked) for cell in cells] for coder in coders]
