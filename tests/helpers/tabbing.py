"""Going through a whole page with the Tab key, and what can be seen of each stop."""

from __future__ import annotations

from typing import NamedTuple

from playwright.sync_api import Page

THICK, STANDS_OUT = 2, 3
"""How wide an outline is at the least, in px, and its contrast with what it lies on (WCAG 2.4.7 and 1.4.11)."""
AT_ONCE = 40
MOST = 1500

WATCH = """() => {
  const rgb = (text) => (text.match(/[\\d.]+/g) ?? []).map(Number);
  const painted = (node) => {
    const layers = [];
    for (let one = node; one; one = one.parentElement) {
      const [r, g, b, alpha = 1] = rgb(getComputedStyle(one).backgroundColor);
      if (alpha > 0) layers.push([r, g, b]);
      if (alpha === 1) break;
    }
    return layers[0] ?? [255, 255, 255];
  };
  const light = (colour) => {
    const [r, g, b] = colour.map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [more, less] = [light(one), light(other)].sort((a, b) => b - a);
    return (more + 0.05) / (less + 0.05);
  };
  const seen = (node) => {
    const box = node.getClientRects()[0];
    if (!box) return false;
    const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
    const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
    if (right <= left || bottom <= top) return false;
    const across = [0.1, 0.5, 0.9].map((part) => left + (right - left) * part);
    return across.every((x) => {
      const hit = document.elementFromPoint(x, (top + bottom) / 2);
      return hit !== null && (node === hit || node.contains(hit));
    });
  };
  const target = (node) => {
    const label = node.matches("input") ? node.closest("label") : null;
    const boxes = [node, label].filter(Boolean).map((one) => one.getBoundingClientRect());
    const inText = node.matches("a") && getComputedStyle(node).display === "inline";
    return inText || boxes.some(({ width, height }) => width >= 23.9 && height >= 23.9);
  };
  const field = 'textarea, select, input:not([type="file"])';
  const edge = (node) => {
    const { appearance, borderTopWidth, borderTopColor } = getComputedStyle(node);
    const own = !node.matches(field) || (appearance === "auto" && node.matches('[type="radio"], [type="checkbox"]'));
    return own ? 21 : parseFloat(borderTopWidth) && contrast(rgb(borderTopColor), painted(node.parentElement));
  };
  window.stops = [];
  window.said = (node) => `${node.tagName.toLowerCase()} ${node.className} "${(node.getAttribute("aria-label") || node.textContent || node.value || node.name || "").trim().slice(0, 50)}"`;
  addEventListener("keyup", ({ key }) => {
    if (key !== "Tab") return;
    const node = document.activeElement;
    const style = getComputedStyle(node);
    const around = parseFloat(style.outlineOffset) < 0 ? node : node.parentElement;
    window.stops.push({
      node,
      stop: {
        said: said(node),
        ends: node === document.body || window.stops.some((one) => one.node === node),
        seen: seen(node),
        outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
        contrast: contrast(rgb(style.outlineColor), painted(around ?? node)),
        large: target(node),
        edge: edge(node),
      },
    });
  }, true);
}"""

TAKE = "() => window.stops.map(({ stop }) => stop)"

ORDER = """() => {
  const nodes = window.stops.map(({ node }) => node);
  for (const scroller of document.querySelectorAll("*")) scroller.scrollTop = 0;
  const wrong = [];
  nodes.slice(1).forEach((node, place) => {
    const before = nodes[place];
    if (!(before.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING)) wrong.push(`${said(node)} comes before ${said(before)} in the page`);
    const from = [...before.getClientRects()].at(-1), to = node.getClientRects()[0];
    if (!from || !to) return;
    const below = to.top >= from.bottom - 2, aside = to.left >= from.right - 2;
    const within = before.contains(node);
    if (!below && !aside && !within && !before.matches(".skip")) wrong.push(`${said(node)} stands before ${said(before)}`);
  });
  return wrong;
}"""
"""Of two stops one after the other, the second stands below the first or to the right of it."""

MISSED = """() => {
  const reached = new Set(window.stops.map(({ node }) => node));
  const groups = new Set([...reached].filter((node) => node.type === "radio").map(({ name }) => name));
  return [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
    .filter((node) => node.tabIndex >= 0 && !node.disabled && node.checkVisibility({ visibilityProperty: true }))
    .filter((node) => !reached.has(node) && !groups.has(node.name || "-"))
    .map(said);
}"""


class Stop(NamedTuple):
    """Where the Tab key came to: what it is, whether it can be seen there, and how its outline and its edge stand out."""

    said: str
    ends: bool
    seen: bool
    outline: float
    contrast: float
    large: bool
    edge: float


def walk(page: Page, key: str = "Tab") -> list[Stop]:
    """Press a key until every stop of the page has been come to."""
    page.evaluate(WATCH)
    while True:
        for _ in range(AT_ONCE):
            page.keyboard.press(key)
        stops = [Stop(**stop) for stop in page.evaluate(TAKE)]
        end = next((number for number, stop in enumerate(stops) if stop.ends), None)
        if end is not None:
            page.evaluate("(length) => { window.stops.length = length; }", end)
            return stops[:end]
        assert len(stops) < MOST, "Tab never came to the end of the page"


def is_good(page: Page, stops: list[Stop]) -> None:
    assert [stop.said for stop in stops if not stop.seen] == [], "out of sight, or behind something"
    assert [stop.said for stop in stops if stop.outline < THICK or stop.contrast < STANDS_OUT] == [], "no clear outline"
    assert [stop.said for stop in stops if stop.edge < STANDS_OUT] == [], "a field without a clear edge"
    assert [stop.said for stop in stops if not stop.large] == [], "smaller than 24 px"
    assert page.evaluate(ORDER) == [], "not in the order it is read"
    assert page.evaluate(MISSED) == [], "never come to"
