"""One visit to each page, in which all is found out that several tests ask about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from playwright.sync_api import Browser, Error, Page

from tests.helpers.answered import answer_all
from tests.helpers.axe import UNFOLD
from tests.helpers.book import CHAPTERS, LISTED, WALKED
from tests.helpers.browser import Visit
from tests.helpers.drawings import says_what_it_shows, words_can_be_read
from tests.helpers.in_order import (
    fits_every_screen,
    has_headings_in_order_and_every_id_once,
    leads_somewhere,
    stays_at_home_and_lives,
)
from tests.helpers.room import SPACED, is_roomy
from tests.helpers.structure import is_built_in_parts
from tests.helpers.tabbing import is_good, walk

WINDOW = {"width": 1280, "height": 800}
Found = dict[str, Exception | None]
"""What is wrong with a page, by the check that said so."""


def _order(page: Page, path: str) -> None:
    stays_at_home_and_lives(page)
    page.emulate_media(color_scheme="dark")
    page.reload()
    stays_at_home_and_lives(page)
    fits_every_screen(page)
    if not path.startswith("search.html"):
        has_headings_in_order_and_every_id_once(page)
    leads_somewhere(page, path)
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(WINDOW)


def _drawings(page: Page, path: str) -> None:
    count = says_what_it_shows(page)
    assert count > 0 or path not in {f"notebooks/{chapter}.html" for chapter in CHAPTERS}
    words_can_be_read(page)
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(WINDOW)


def _tabbing(page: Page, path: str) -> None:
    page.evaluate(UNFOLD)
    stops = walk(page)
    if path in LISTED:
        assert "Skip to the text" in stops[0].said
    is_good(page, stops)


def _room(page: Page, _path: str) -> None:
    """A window of 1280 by 1024 px at 400 % has as much room as one of 320 by 256 (WCAG 1.4.10)."""
    page.evaluate(UNFOLD)
    page.set_viewport_size({"width": 320, "height": 256})
    is_roomy(page, "enlarged four times")
    page.add_style_tag(content=SPACED)
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        is_roomy(page, f"set far apart, {width} px")


Checks = dict[str, Callable[[Page, str], None]]
ORDER: Checks = {"order": _order}
"""All that is asked about a page which is like others."""
IN_FOLDER: Checks = {"order": lambda page, _path: stays_at_home_and_lives(page)}
"""All that is asked about a page which is opened from its folder."""
CHECKS: Checks = {
    **ORDER,
    "structure": is_built_in_parts,
    "drawings": _drawings,
    "tabbing": _tabbing,
    "room": _room,
}
"""In this order: each leaves the page so that the next can look at it."""


class Walk:
    """A reader who goes to each page once, whoever asks what was found there.

    Parameters
    ----------
    reader : Visit
        With everything answered, or nothing.
    address : callable
        What makes a page's address of its path.
    checks : callable
        What says by a page's path what is asked about it.
    """

    def __init__(self, reader: Visit, address: Callable[[str], str], checks: Callable[[str], Checks]):
        self.visit = reader
        self.address = address
        self.checks = checks
        self.found: dict[str, Found] = {}

    def __call__(self, path: str, check: str) -> None:
        """Say what a check found wrong with a page, as that check would have said it."""
        if path not in self.found:
            self.found[path] = dict(self._look(path))
        for name in (check, "quiet"):
            if wrong := self.found[path][name]:
                raise wrong

    def _look(self, path: str) -> Iterator[tuple[str, Exception | None]]:
        page = self.visit.open(self.address(path))
        for name, look in self.checks(path).items():
            try:
                look(page, path)
                yield name, None
            except (AssertionError, Error) as wrong:
                yield name, wrong
        page.close()
        said = [*self.visit.asked_elsewhere, *self.visit.complaints]
        self.visit.asked_elsewhere.clear()
        self.visit.complaints.clear()
        yield "quiet", AssertionError(f"asked another host, or complained in the console: {said}") if said else None


def served(browser: Browser, address: Callable[[str], str]) -> Walk:
    """Return a reader of the served book who has answered everything."""
    reader = Visit(browser.new_context(service_workers="block", viewport=WINDOW))
    page = reader.open(address("book/privacy.html"))
    answer_all(page, "done")
    page.close()
    return Walk(reader, address, lambda path: CHECKS if path in WALKED else ORDER)


def in_folder(browser: Browser, address: Callable[[str], str]) -> Walk:
    """Return a reader of the book's folder who has answered nothing."""
    return Walk(Visit(browser.new_context(viewport=WINDOW)), address, lambda path: IN_FOLDER)
