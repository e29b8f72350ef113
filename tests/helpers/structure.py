"""How a page is built: its title, its language and that of its parts, its landmarks and its headings."""

from __future__ import annotations

from playwright.sync_api import Page

from joinedup.content import te_reo
from tests.helpers.book import SHEETS

BOOK_HAS, SHEET_HAS, BARE_HAS = ("banner", "search", "main", "contentinfo"), ("banner", "main"), ("main",)
"""The landmarks of a page, of sheets to print, and of the page for a wrong address."""

PLAIN_MAORI = r"""(words) => {
  const any = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  const maori = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${any})(?![\\p{L}\\p{N}_])`, "iu");
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    if (maori.test(data) && !parentElement.closest("[lang=mi], script, style, option, code, pre, textarea, svg")) found.push(data.trim());
  }
  return found;
}"""
"""Words in te reo Māori that a screen reader would say as if they were English."""


def is_built_in_parts(page: Page, path: str) -> None:
    heading = page.get_by_role("heading", level=1)
    assert page.title().startswith(heading.inner_text()), "the title begins with what the page is called"
    for role in SHEET_HAS if path in SHEETS else BARE_HAS if path == "404.html" else BOOK_HAS:
        assert page.get_by_role(role).count() == 1, role
    names = page.get_by_role("navigation").evaluate_all("all => all.map((nav) => nav.ariaLabel)")
    assert all(names) and len(set(names)) == len(names), "navigation with names"
    assert page.locator("html").get_attribute("lang") == "en-NZ"
    assert page.evaluate(PLAIN_MAORI, list(te_reo.words())) == []
