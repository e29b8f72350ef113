"""The figures: drawn from the tables, with words for those who cannot see them."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from joinedup import ConfigurationError, figure, table

pytestmark = pytest.mark.usefixtures("in_notebooks")

NAMES = ("process", "continuum", "sense-making-frame", "life-cycle")
DRAWN_FROM = {
    "process": ("process", "name"),
    "continuum": ("continuum", "shares"),
    "sense-making-frame": ("sense_making_domains", "name"),
    "life-cycle": ("life_cycle_stages", "name"),
}


def texts(drawing: str) -> str:
    return " ".join(
        "".join(node.itertext()) if node.tag == "tspan" else "" for node in ElementTree.fromstring(drawing).iter()
    )


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("shape", ["wide", "narrow"])
def test_each_drawing_shows_every_row_of_its_table(name: str, shape: str) -> None:
    shown = " ".join(texts(getattr(figure(name), shape)).split())
    source, column = DRAWN_FROM[name]
    for text in table(source)[column]:
        assert text in shown


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("shape", ["wide", "narrow"])
def test_each_drawing_stays_inside_its_frame(name: str, shape: str) -> None:
    drawing = ElementTree.fromstring(getattr(figure(name), shape))
    _, _, width, height = map(float, drawing.get("viewBox").split())
    assert width == (720 if shape == "wide" else 320)
    for node in drawing.iter():
        if node.tag == "rect":
            assert float(node.get("x")) + float(node.get("width")) <= width
            assert float(node.get("y")) + float(node.get("height")) <= height
        if node.tag == "tspan":
            assert 0 <= float(node.get("x")) <= width


@pytest.mark.parametrize("name", NAMES)
def test_each_figure_says_what_it_shows(name: str) -> None:
    drawn = figure(name)
    page = drawn._repr_html_()
    assert drawn.sentence in page
    assert drawn.description in page
    assert len(drawn.data) == page.count("<tr>") - 1
    assert figure(name)._repr_html_() == page


def test_an_unknown_figure_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="no figure 'lifecycle'"):
        figure("lifecycle")
