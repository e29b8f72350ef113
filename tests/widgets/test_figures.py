"""The figures: drawn from the tables, with words for those who cannot see them."""

from __future__ import annotations

import re
from html import unescape
from xml.etree import ElementTree

import altair as alt
import pandas as pd
import pytest
from playwright.sync_api import Browser, Page

from joinedup import ConfigurationError, chart, figure, table
from joinedup.figures.catalogue import DRAWINGS, PARTS

pytestmark = pytest.mark.usefixtures("in_notebooks")

NAMES = tuple(DRAWINGS)
DRAWN_FROM = {
    "process": ("process", "name"),
    "continuum": ("continuum", "shares"),
    "sense-making-frame": ("sense_making_domains", "name"),
    "life-cycle": ("life_cycle_stages", "name"),
    "connections": ("connection_levels", "name"),
    "context-layers": ("context_layers", "name"),
    "trio": ("roles", "plain"),
    "identities": ("complexity_levels", "response"),
    "accountabilities": ("accountabilities", "tension"),
    "learning-cycle": ("learning_phases", "text"),
    "learning-levels": ("learning_levels", "text"),
    "three-elements": ("health_elements", "text"),
    "co-production-frame": ("co_production_quadrants", "plain"),
    "four-cos": ("four_cos", "text"),
}
WIDTHS = {"wide": 760, "narrow": 320}
CROWDED = """() => {
  const found = [];
  const drawing = [...document.querySelectorAll(".ju-drawing > svg")].find((svg) => svg.getBoundingClientRect().width);
  const scale = drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width;
  const room = (element) => element.getBoundingClientRect();
  const within = (inner, outer) =>
    inner.left >= outer.left - 1 && inner.right <= outer.right + 1 && inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1;
  const boxes = [...drawing.querySelectorAll("rect, ellipse")].map(room).sort((a, b) => a.width * a.height - b.width * b.height);
  const texts = [...drawing.querySelectorAll("text")].filter((text) => text.textContent.trim());
  texts.forEach((text, n) => {
    const place = room(text), x = (place.left + place.right) / 2, y = (place.top + place.bottom) / 2;
    const holder = boxes.find((box) => x > box.left && x < box.right && y > box.top && y < box.bottom);
    if (!within(place, room(drawing)) || (holder && !within(place, holder))) found.push(`leaves its box: ${text.textContent}`);
    if (parseFloat(text.getAttribute("font-size")) * scale < 11.9) found.push(`too small: ${text.textContent}`);
    for (const other of texts.slice(n + 1)) {
      const near = room(other);
      if (Math.min(place.right, near.right) - Math.max(place.left, near.left) > 1 &&
          Math.min(place.bottom, near.bottom) - Math.max(place.top, near.top) > 2)
        found.push(`overlap: ${text.textContent} | ${other.textContent}`);
    }
  });
  return found;
}"""
SEEN = """(selector) => [...document.querySelectorAll(".ju-drawing > svg")]
  .filter((svg) => svg.getBoundingClientRect().width)
  .flatMap((svg) => [...svg.querySelectorAll(selector)])
  .filter((shape) => getComputedStyle(shape).visibility === "visible")
  .map((shape) => shape.closest("[class^=ju-part-]").getAttribute("class"))"""


def texts(drawing: str) -> str:
    return " ".join(
        "".join(node.itertext()) if node.tag == "tspan" and not node.get("lang") else ""
        for node in ElementTree.fromstring(drawing).iter()
    )


def bare(page: str) -> str:
    """Return the words of a page without its tags."""
    return unescape(re.sub(r"<[^>]+>", "", page))


@pytest.mark.parametrize("name", DRAWN_FROM)
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
        if node.tag == "tspan" and not node.get("lang"):  # a word in another language goes on in its line
            assert 0 <= float(node.get("x")) <= width


@pytest.mark.parametrize("name", NAMES)
def test_each_figure_says_what_it_shows(name: str) -> None:
    drawn = figure(name)
    page = drawn._repr_html_()
    assert drawn.sentence in bare(page)
    assert drawn.description in bare(page)
    assert len(drawn.data) == page.count("<tr>") - 1
    assert figure(name)._repr_html_() == page


def test_an_unknown_figure_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="no figure 'lifecycle'"):
        figure("lifecycle")


@pytest.mark.parametrize("shape", ["wide", "narrow"])
def test_the_layers_show_all_that_helps_and_hinders(shape: str) -> None:
    shown = " ".join(texts(getattr(figure("context-layers"), shape)).split()).lower()
    for column in ("helps", "hinders"):
        for item in "; ".join(table("context_layers")[column]).split("; "):
            assert item.lower() in shown


@pytest.mark.parametrize("name", PARTS)
@pytest.mark.parametrize("shape", ["wide", "narrow"])
def test_each_part_a_reader_can_choose_is_drawn(name: str, shape: str) -> None:
    drawn = figure(name)
    assert drawn.invitation
    assert set(re.findall(r"ju-part-([\w-]+)", getattr(drawn, shape))) == {part.id for part in drawn.parts}


@pytest.mark.parametrize("name", PARTS)
def test_each_part_is_listed_with_its_words(name: str) -> None:
    drawn = figure(name)
    page = drawn._repr_html_()
    assert re.findall(r'<details name="figure-([\w-]+)" data-part="([\w-]+)">', page) == [
        (name, part.id) for part in drawn.parts
    ]
    for part in drawn.parts:
        for passage in part.passages:
            for text in [passage.text] if isinstance(passage.text, str) else passage.text:
                assert text in bare(page)


def test_the_stages_offer_every_sign_and_every_advice() -> None:
    said = [text for part in figure("life-cycle").parts for passage in part.passages for text in passage.text]
    assert sorted(said) == sorted([*table("life_cycle_statements")["statement"], *table("life_cycle_advice")["advice"]])


def test_a_figure_without_parts_invites_no_choice() -> None:
    assert "data-part" not in figure("process")._repr_html_()


@pytest.fixture
def show(browser: Browser):
    """Show a figure on a page of its own."""
    pages = []

    def give(name: str, shape: str) -> Page:
        pages.append(browser.new_page(viewport={"width": WIDTHS[shape], "height": 800}))
        pages[-1].set_content(f'<!doctype html><html lang="en"><body style="margin: 0">{figure(name)._repr_html_()}')
        return pages[-1]

    yield give
    for page in pages:
        page.close()


@pytest.mark.browser
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("shape", WIDTHS)
def test_no_text_leaves_its_box_or_meets_another(show, name: str, shape: str) -> None:
    assert show(name, shape).evaluate(CROWDED) == []


@pytest.mark.browser
@pytest.mark.parametrize("name", PARTS)
@pytest.mark.parametrize("shape", WIDTHS)
def test_choosing_a_part_marks_it_in_the_drawing(show, name: str, shape: str) -> None:
    page = show(name, shape)
    assert page.evaluate(SEEN, ".ju-mark") == []
    for part in figure(name).parts:
        choice = page.locator(f'[data-part="{part.id}"] summary')
        assert choice.bounding_box()["height"] >= 44
        choice.press("Enter")
        assert page.locator(".ju-parts details[open]").evaluate_all("all => all.map(one => one.dataset.part)") == [
            part.id
        ]
        assert set(page.evaluate(SEEN, ".ju-mark")) == {f"ju-part-{part.id}"}
        assert page.locator(f'[data-part="{part.id}"] .ju-part').bounding_box()["width"] > WIDTHS[shape] * 0.9
    assert page.evaluate("document.documentElement.scrollWidth") <= WIDTHS[shape]
    page.emulate_media(media="print")
    assert page.evaluate(SEEN, ".ju-mark") == []
    assert not page.locator(".ju-parts").is_visible()


@pytest.mark.browser
@pytest.mark.parametrize("shape", WIDTHS)
def test_a_level_that_drops_out_takes_its_bars_with_it(show, shape: str) -> None:
    page = show("connections", shape)
    assert len(page.evaluate(SEEN, ".ju-leaves")) == 7
    page.locator('[data-part="chief-executives"] summary').click()
    assert page.evaluate(SEEN, ".ju-gone") == ["ju-part-chief-executives"] * 2
    assert sorted(page.evaluate(SEEN, ".ju-leaves")) == sorted(
        ["ju-part-senior-management", "ju-part-levels-between", "ju-part-line-managers", *["ju-part-front-line"] * 2]
    )


# --- Charts

COUNTS = pd.DataFrame(
    {"level": ["person", "a whole organisation"], "kind": ["enabler", "impediment"], "things": [10, 2]}
)


def bars() -> alt.Chart:
    return alt.Chart(COUNTS).mark_bar().encode(x="things", y="level", row="kind")


def test_a_chart_is_a_figure_in_the_pages_own_colours() -> None:
    drawn = chart(bars(), title="In whose power?", sentence="Most is in a person's.")
    page = drawn._repr_html_()
    assert page == chart(bars(), title="In whose power?", sentence="Most is in a person's.")._repr_html_()
    for shape, width in (("wide", 720), ("narrow", 320)):
        drawing = ElementTree.fromstring(getattr(drawn, shape))
        assert abs(float(drawing.get("width")) - width) < 2
        colours = re.findall(r'(?:fill|stroke)="([^"]*)"', getattr(drawn, shape))
        assert set(colours) <= {"none", "transparent"}
        assert "a whole organisation" in "".join(drawing.itertext())
    assert set(drawn.data.columns) == set(COUNTS.columns)
    assert page.count("<tr>") == len(COUNTS) + 1
    assert "http" not in page


def test_several_drawings_side_by_side_fit_too() -> None:
    beside = alt.Chart(COUNTS).mark_bar().encode(x="things", y="level", column="kind")
    drawn = chart(beside, title="Side by side", sentence="They fit.")
    assert abs(float(ElementTree.fromstring(drawn.wide).get("width")) - 720) < 2


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: chart(COUNTS, title="t", sentence="s"), "chart(): cannot draw DataFrame. Expected an Altair chart"),
        (
            lambda: chart(alt.Chart("data.csv").mark_bar(), title="t", sentence="s"),
            "Expected an Altair chart of a DataFrame",
        ),
        (lambda: chart(bars(), title=" ", sentence="s"), "chart(): the title is empty"),
        (lambda: chart(bars(), title="t", sentence=""), "chart(): the sentence is empty"),
    ],
)
def test_what_is_no_chart_is_refused(make, message: str) -> None:
    with pytest.raises(ConfigurationError, match=re.escape(message)):
        make()


def test_a_chart_carries_what_a_page_needs_to_explore_it() -> None:
    counts = pd.DataFrame({"level": ["person", "group"], "kind": ["helps", "hinders"], "things": [3, 5]})
    drawing = alt.Chart(counts).mark_bar().encode(x="things", y="level", row="kind")
    explored = chart(drawing, title="Things", sentence="Five are the group's.").explored["chart"]
    assert explored["wide"]["mark"]["tooltip"] == {"content": "data"}
    assert explored["wide"]["params"][-1]["select"] == {"type": "point", "fields": ["level"]}
    assert explored["wide"]["description"] == "Things. Five are the group's."
    assert 0 < explored["narrow"] < 320
    assert drawing.to_dict()["mark"] == {"type": "bar"}, "the author's chart is left alone"


def test_a_chart_in_layers_shows_its_rows_and_nothing_vega_complains_of() -> None:
    counts = pd.DataFrame({"level": ["person", "group"], "things": [3, 5]})
    base = alt.Chart(counts).encode(y="level", text="things")
    explored = chart(base.mark_circle() + base.mark_text(), title="Things", sentence="Five.").explored["chart"]["wide"]
    circle, text = explored["layer"]
    assert "text" not in circle["encoding"] and text["encoding"]["text"]["field"] == "things"
    assert all(layer["mark"]["tooltip"] == {"content": "data"} for layer in (circle, text))
    assert "params" not in explored
