"""Whether a page is in order: alive, at home in every window, with headings in order and links that lead somewhere."""

from __future__ import annotations

import re
from functools import cache

from playwright.sync_api import Page

from tests.helpers.book import BOOK


def stays_at_home_and_lives(page: Page) -> None:
    """One heading, a title, and every exercise ready; the visit itself sees to silence and to staying at home."""
    assert page.locator("h1").count() == 1
    assert "Better Connected" in page.title()
    exercises = page.locator("[data-joinedup]")
    assert page.locator('[data-joinedup][data-ready="true"]').count() == exercises.count()


CLIPPED = """() => [...document.querySelectorAll("main :is(p, li, h1, h2, h3, h4, legend, label, button, summary, dt, dd, th, td)")]
  .filter((node) => node.checkVisibility() && getComputedStyle(node).overflow !== "visible" && node.scrollWidth > node.clientWidth + 1)
  .map((node) => node.textContent.slice(0, 60))"""


def fits_every_screen(page: Page) -> None:
    for width in (1280, 390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        _fits(page, width, "")
        larger = page.add_style_tag(content="html { font-size: 200%; }")
        try:
            _fits(page, width, " at twice the text")
        finally:
            larger.evaluate("style => style.remove()")


def _fits(page: Page, width: int, how: str) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") <= width, f"wider than {width} px{how}"
    assert page.evaluate(CLIPPED) == [], f"clipped at {width} px{how}"


def has_headings_in_order_and_every_id_once(page: Page) -> None:
    levels = page.eval_on_selector_all(
        "h1, h2, h3, h4, h5", "all => all.filter(h => h.checkVisibility()).map(h => Number(h.tagName[1]))"
    )
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))
    twins = page.evaluate(
        "(() => { const ids = [...document.querySelectorAll('[id]')].map(n => n.id); return ids.filter((id, n) => ids.indexOf(id) !== n); })()"
    )
    assert twins == []


def leads_somewhere(page: Page, path: str) -> None:
    here = set(page.eval_on_selector_all("[id]", "all => all.map(one => one.id)"))
    for target in set(page.eval_on_selector_all("a[href]", "all => all.map(a => a.href)")):
        if not target.startswith("http://127.0.0.1"):
            continue
        file, _, anchor = target.split("/", 3)[3].partition("#")
        assert (BOOK / (file or "index.html")).is_file(), f"{path} links to {target}"
        if anchor:
            assert anchor in (here if file == path else ids_in(file)), f"{path} links to {target}"


@cache
def ids_in(file: str) -> set[str]:
    """Return every id of a page as it was built."""
    return set(re.findall(r'\bid="([^"]*)"', (BOOK / file).read_text("utf-8")))
