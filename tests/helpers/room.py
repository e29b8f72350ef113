"""Whether everything on a page has room: nothing cut off, and no scrolling sideways without a name."""

from __future__ import annotations

from playwright.sync_api import Page

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
    if (node.closest("svg") || !node.checkVisibility({ visibilityProperty: true }) || style.display === "inline" || style.clipPath !== "none") continue;
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
