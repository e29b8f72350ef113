"""Room for everybody: enlarged four times, and with letters, words, lines and paragraphs set as far apart as WCAG asks."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.helpers.answered import answer_all
from tests.helpers.axe import UNFOLD
from tests.helpers.book import WALKED

pytestmark = pytest.mark.browser

SPACED = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
"""
"""WCAG 1.4.12. Drawings are left out below: what they say stands beside them in words."""

CRAMPED = """() => {
  const found = [];
  const note = (what, node) => found.push(`${what}: ${node.tagName.toLowerCase()}.${node.className} "${node.textContent.trim().slice(0, 40)}"`);
  if (document.documentElement.scrollWidth > innerWidth) found.push("the page scrolls sideways");
  for (const node of document.querySelectorAll("body *")) {
    const style = getComputedStyle(node);
    if (node.closest("svg") || !node.checkVisibility() || style.display === "inline" || style.clipPath !== "none") continue;
    const wide = node.scrollWidth > node.clientWidth + 1, tall = node.scrollHeight > node.clientHeight + 2;
    const words = [...node.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.data.trim());
    if (/auto|scroll/.test(style.overflowX)) {
      if (wide && !node.matches(':is([role="region"], [role="group"])[tabindex="0"][aria-label]:not([aria-label=""])')) note("scrolls sideways and has no name", node);
    } else if (style.overflowX !== "visible" ? wide || tall : words && node.clientHeight && (wide || tall)) {
      note(style.overflowX === "visible" ? "runs over its edge" : "is cut off", node);
    }
  }
  return found;
}"""


def is_roomy(page: Page, where: str) -> None:
    assert page.evaluate(CRAMPED) == [], where


@pytest.mark.parametrize("path", WALKED)
def test_nothing_is_cut_off_and_no_page_scrolls_two_ways(visit, address, path: str) -> None:
    """A window of 1280 by 1024 px at 400 % has as much room as one of 320 by 256 (WCAG 1.4.10)."""
    page = visit(viewport={"width": 320, "height": 256}).open(address("book/privacy.html"))
    answer_all(page, "done")
    page.goto(address(path))
    page.evaluate(UNFOLD)
    is_roomy(page, "enlarged four times")
    page.add_style_tag(content=SPACED)
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        is_roomy(page, f"set far apart, {width} px")


@pytest.mark.parametrize(
    ("style", "wrong"),
    [
        ("main p { min-width: 40rem }", "the page scrolls sideways"),
        ("main p { white-space: nowrap; overflow: hidden }", "is cut off"),
        ("main p { height: 1.5rem }", "runs over its edge"),
        ("main section { overflow-x: auto } main p { white-space: nowrap }", "scrolls sideways and has no name"),
    ],
)
def test_a_page_without_room_is_found(visit, address, style: str, wrong: str) -> None:
    page = visit(viewport={"width": 320, "height": 256}).open(address("book/privacy.html"))
    page.add_style_tag(content=style)
    with pytest.raises(AssertionError, match=wrong):
        is_roomy(page, "")
