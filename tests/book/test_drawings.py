"""Every figure, chart and picture says in words what it shows, and the words in it can be read."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.helpers.answered import exercise_specs
from tests.helpers.book import CHAPTERS, WALKED
from tests.helpers.group_picture import SAMPLE, brings, looks_at, opens

pytestmark = pytest.mark.browser

DRAWINGS = """() => [...document.querySelectorAll("main :is(img, svg, canvas, object, [role=img])")]
  .filter((node) => node.getBoundingClientRect().width > 0)
  .map((node) => ({
    name: ((node.closest("[role=img]") ?? node).getAttribute("aria-label") ?? node.alt ?? "").trim(),
    caption: (node.closest("figure")?.querySelector("figcaption")?.textContent ?? "").trim(),
    html: node.outerHTML.slice(0, 120),
  }))"""

FAINT = """() => {
  const parts = (text) => { const [r, g, b, a = 1] = (text.match(/[\\d.]+/g) ?? [0, 0, 0, 0]).map(Number); return [r, g, b, a]; };
  const over = ([r, g, b, a], under) => [r, g, b].map((part, place) => part * a + under[place] * (1 - a));
  const light = (colour) => {
    const [r, g, b] = colour.map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const paper = (node) => {
    for (let one = node; one; one = one.parentElement) {
      const colour = parts(getComputedStyle(one).backgroundColor);
      if (colour[3]) return colour.slice(0, 3);
    }
    return [255, 255, 255];
  };
  const opacity = (node, svg) => {
    let whole = 1;
    for (let one = node; one !== svg; one = one.parentElement) whole *= Number(getComputedStyle(one).opacity);
    return whole;
  };
  const painted = (node, kind, svg) => {
    const style = getComputedStyle(node);
    if (style[kind] === "none" || style.visibility !== "visible") return null;
    const [r, g, b, a] = parts(style[kind]);
    return [r, g, b, a * Number(style[`${kind}Opacity`]) * opacity(node, svg)];
  };
  const found = [];
  for (const svg of document.querySelectorAll("main svg:not(.ju-rules)")) {
    if (!svg.getBoundingClientRect().width) continue;
    const shapes = [...svg.querySelectorAll("rect, circle, ellipse, path, polygon")];
    for (const text of [...svg.querySelectorAll("text")].filter((one) => one.textContent.trim())) {
      if (getComputedStyle(text).visibility !== "visible" || opacity(text, svg) === 0) continue;
      const box = text.getBBox();
      const matrix = text.getScreenCTM();
      const middle = new DOMPoint(box.x + box.width / 2, box.y + box.height / 2).matrixTransform(matrix);
      let under = paper(svg);
      for (const shape of shapes) {
        if (!(shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING)) break;
        const fill = painted(shape, "fill", svg);
        if (fill && shape.isPointInFill(middle.matrixTransform(shape.getScreenCTM().inverse()))) under = over(fill, under);
      }
      const [more, less] = [light(over(painted(text, "fill", svg), under)), light(under)].sort((a, b) => b - a);
      const contrast = (more + 0.05) / (less + 0.05);
      if (contrast < 4.5) found.push(`${text.textContent.trim().slice(0, 40)}: ${contrast.toFixed(2)}`);
    }
  }
  return found;
}"""
"""Words in drawings whose contrast with what is drawn under their middle is less than 4.5 to 1: axe-core can't tell."""


def says_what_it_shows(page: Page) -> int:
    drawings = page.evaluate(DRAWINGS)
    for one in drawings:
        assert len(one["name"].split()) >= 5, f"no words for {one['html']}"
        assert not re.search(r"\.(svg|png|jpe?g)\b|^figure-|undefined|\{\w+\}", one["name"]), one["name"]
        if one["caption"]:  # what stands below it is said too, so that nobody hears less than others see
            said, seen = (re.sub(r"\W+", " ", one[part]).strip() for part in ("name", "caption"))
            assert said.endswith(seen) or seen.endswith(said), one
    return len(drawings)


def words_can_be_read(page: Page) -> None:
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for width in (1280, 320):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate(FAINT) == [], f"{scheme}, {width} px"


@pytest.mark.parametrize("path", WALKED)
def test_every_drawing_says_what_it_shows(visit, address, path: str) -> None:
    page = visit().open(address(path))
    count = says_what_it_shows(page)
    assert count > 0 or path not in {f"notebooks/{chapter}.html" for chapter in CHAPTERS}
    words_can_be_read(page)


def test_every_picture_of_a_group_says_what_it_shows(visit, address) -> None:
    page = opens(visit, address)
    brings(page, SAMPLE)
    kinds = {asked["widget"]: asked["exercise"] for asked in exercise_specs() if asked["items"]}
    for name in kinds.values():
        if page.locator(f'option[value="{name}"]').count() == 0:
            continue
        shown = looks_at(page, name, "role")
        expect(shown.get_by_role("img").first).to_be_visible()
        assert says_what_it_shows(page) > 0
        words_can_be_read(page)


@pytest.mark.parametrize(
    ("script", "wrong"),
    [
        ("document.querySelector('.ju-drawing').setAttribute('aria-label', 'figure-process.svg')", "no words"),
        (
            "document.querySelector('.ju-drawing').setAttribute('aria-label', 'Another figure than the one below')",
            "Another",
        ),
        (
            "document.querySelector('main').append(document.createElementNS('http://www.w3.org/2000/svg', 'svg'))",
            "no words",
        ),
    ],
)
def test_a_drawing_without_words_is_found(visit, address, script: str, wrong: str) -> None:
    page = visit().open(address("notebooks/01_setting_the_scene.html"))
    page.evaluate(script)
    with pytest.raises(AssertionError, match=wrong):
        says_what_it_shows(page)


def test_words_in_a_drawing_that_can_not_be_read_are_found(visit, address) -> None:
    page = visit().open(address("notebooks/01_setting_the_scene.html"))
    page.add_style_tag(content=".ju-figure .ju-ink { fill: light-dark(#888, #777) !important }")
    with pytest.raises(AssertionError, match="px"):
        words_can_be_read(page)
