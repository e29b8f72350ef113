"""Whether every drawing on a page says what it shows, and its words can be read."""

from __future__ import annotations

import re

from playwright.sync_api import Page

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
