"""The words in drawings: te reo Māori is marked there as it is on the page."""

from __future__ import annotations

import re
from html import unescape

import pandas as pd
import pytest

from joinedup import figure, story_factors_map
from joinedup.content import te_reo
from joinedup.figures import chart
from joinedup.figures.catalogue import DRAWINGS

pytestmark = pytest.mark.usefixtures("in_notebooks")


def unmarked(markup: str) -> list[str]:
    """List the texts of a drawing that hold a te reo word which isn't marked."""
    texts = re.findall(r"<text\b.*?</text>", markup, re.DOTALL)
    known = te_reo.pattern(te_reo.words())
    rest = [re.sub(r'<tspan lang="mi">[^<]*</tspan>', " ", text) for text in texts]
    lines = [unescape(line) for text in rest for line in re.split(r"<[^>]+>", text)]
    return [line for line in lines if known.search(line)]


def test_te_reo_words_in_the_drawings_are_marked() -> None:
    drawn = "".join(f"{figure(name).wide}{figure(name).narrow}" for name in DRAWINGS)
    assert not unmarked(drawn)
    assert len(re.findall('<tspan lang="mi">Māori</tspan>', drawn)) >= 2


def test_te_reo_words_in_a_chart_are_marked_and_the_rest_is_as_it_was() -> None:
    drawn = story_factors_map().picture.wide
    assert not unmarked(drawn)
    assert '<tspan lang="mi">whānau</tspan>' in drawn


def test_what_has_a_meaning_in_markup_stays_text() -> None:
    import altair as alt

    made = (
        alt.Chart(pd.DataFrame({"place": ["<b>whānau & co</b>"], "many": [1]})).mark_bar().encode(x="many", y="place")
    )
    drawn = chart(made, title="A title", sentence="A sentence.", source="ours").wide
    assert "&lt;b&gt;" in drawn and "<b>" not in drawn
    assert '<tspan lang="mi">whānau</tspan> &amp; co' in drawn
