"""axe-core, asked about a page as it looks light and dark, wide and narrow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from playwright.sync_api import Page

from tests.proofs import axe_core

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
"""WCAG 2.2 at level AA, and what axe-core holds to be good besides."""
COLOUR = ["color-contrast", "link-in-text-block"]
"""The rules that can come to another end in the dark, where nothing differs but colours."""
WHOLE = ["duplicate-id-aria", "heading-order", "landmark-unique"]
"""The rules that compare one part of a page with the others."""
LOOKS = tuple((scheme, width) for scheme in ("light", "dark") for width in (1280, 320))

UNFOLD = """() => {
  for (const fold of document.querySelectorAll("details")) {
    fold.removeAttribute("name");
    fold.open = true;
  }
}"""
"""Open all that is folded, also where opening one would close another."""

TEXTS = """([parts, judged]) => {
  const known = new Set(judged);
  const inside = (element) => !parts || element.closest(parts.join(", "));
  const digest = (text) => {
    let [high, low] = [0xdeadbeef, 0x41c6ce57];
    for (let place = 0; place < text.length; place++) {
      high = Math.imul(high ^ text.charCodeAt(place), 2654435761);
      low = Math.imul(low ^ text.charCodeAt(place), 1597334677);
    }
    return (2097151 & high) * 4294967296 + (low >>> 0);
  };
  const seen = new Map();
  const around = (element) => {
    if (!element) return 0;
    if (!seen.has(element)) {
      const { color, backgroundColor, backgroundImage, opacity, position, filter } = getComputedStyle(element);
      const own = [element.localName, color, backgroundColor, backgroundImage, opacity, position, filter];
      seen.set(element, digest([...own, around(element.parentElement)].join()));
    }
    return seen.get(element);
  };
  const found = new Map();
  for (const element of document.querySelectorAll("body *")) {
    const says = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()) || "value" in element;
    if (!says || !inside(element)) continue;
    const { fontSize, fontWeight, textDecorationLine, textShadow } = getComputedStyle(element);
    const large = parseFloat(fontSize) >= (fontWeight >= 700 ? 18.66 : 24); // less contrast is enough for these
    const letters = [large, textDecorationLine, textShadow, element.matches(":disabled")];
    const look = digest([...letters, around(element)].join());
    if (!known.has(look) && element.checkVisibility()) found.set(look, [...(found.get(look) ?? []), element]);
  }
  for (const old of document.querySelectorAll("[data-look]")) old.removeAttribute("data-look");
  for (const [first] of found.values()) first.setAttribute("data-look", "");
  return [...found.keys()];
}"""
"""Mark one text of each look: its own colours and letters, and the colours of all that it stands in, in one number."""

MARKED = """() => axe.configure({ rules: [
  { id: "color-contrast", selector: "[data-look]" },
  { id: "link-in-text-block", selector: "a[href][data-look]" },
] })"""
"""Let the rules about colours judge the marked texts only."""

RUN = """([parts, rules]) => axe
  .run(parts ? { include: parts } : document, {
    ...rules,
    preload: false,
    resultTypes: ["violations"],
  })
  .then(({ violations }) => violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, html, failureSummary }) =>
    `${id} (${help}): ${target.join(" ")} ${html.slice(0, 120)} ${failureSummary}`)))"""

_judged: set[int] = set()
"""The looks of texts that have been judged, on whatever page."""


def violations(page: Page, parts: Sequence[str] | None = None, looks: Sequence[tuple[str, int]] = LOOKS) -> list[str]:
    """Unfold a page, and give what axe-core finds wrong with it in any of its looks.

    Where only some parts have changed since the page was judged, name them: the rest is then only compared with them.
    The rules about colours are the slow ones: texts that look alike, in what looks alike, are judged once, whatever
    page they are on.
    """
    page.evaluate(UNFOLD)
    page.evaluate(axe_core())
    page.evaluate(MARKED)
    found = []
    if parts:
        found += _run(page, None, {"runOnly": WHOLE})
    for scheme, width in looks:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 800})
        looked = page.evaluate(TEXTS, [parts and list(parts), sorted(_judged)])
        if scheme == "dark":
            told = _run(page, parts, {"runOnly": COLOUR}) if looked else []
        else:
            told = _run(page, parts, {"runOnly": TAGS})
        _judged.update([] if told else looked)
        found += [f"{scheme}, {width} px: {one}" for one in told]
    return found


def _run(page: Page, parts: Sequence[str] | None, rules: dict[str, Any]) -> list[str]:
    return page.evaluate(RUN, [parts and list(parts), rules])
