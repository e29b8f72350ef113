"""A browser that reaches nothing but this machine, and notes what its pages complain of."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from functools import wraps
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Error, Page, Request, Response

BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
NOBODY_ELSE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
QUIET = ("--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", NOBODY_ELSE)
PATIENCE = 60
"""Seconds before something is held never to come, however slow the machine and whatever else it does."""
AT_HOME = ("http://127.0.0.1:", "file://", "data:", "blob:")


def chromium_path() -> str:
    """Find the browser; its absence is a failure, never a reason to skip."""
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        pytest.fail("No Chromium here. 'make test' installs it; by hand: apt-get install chromium-headless-shell.")
    return path


def until(page: Page, is_there: Callable[[], bool], expected: str) -> None:
    """Look again and again until what is expected is there."""
    end = time.monotonic() + PATIENCE
    while not is_there():
        assert time.monotonic() < end, f"never came: {expected}"
        page.wait_for_timeout(25)


ABOUT_THE_TEST = "Service Worker registration blocked by Playwright"
"""What the test's own settings make a page say. A service worker's own requests are not watched below."""


WAITING = ":is([data-joinedup], [data-workbook], [data-group], [data-paper]):not([data-ready])"
"""What a script has still to bring to life."""
STARTED = """async (waiting) => {
  if (!globalThis.joinedupStore) return;
  let isOpen = false;
  const opened = () => (isOpen = true);
  Promise.resolve(globalThis.joinedupStore.opened).then(opened, opened);
  const until = performance.now() + 10_000;
  do await new Promise((go) => setTimeout(go));
  while ((!isOpen || document.querySelector(waiting)) && performance.now() < until);
}"""
"""Once the page has read what it keeps and brought its parts to life; a page that is kept from doing so stays as it is."""


class Visit:
    """A reader's browser: pages opened in it may ask this machine only, and everything they complain of is noted.

    Who goes to a page in it, or reloads one, finds it started.
    """

    def __init__(self, context: BrowserContext):
        self.context = context
        self.asked_elsewhere: list[str] = []
        self.complaints: list[str] = []
        context.on("request", self._watch)
        context.on("page", self._patiently)
        context.on("console", self._note)
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))

    def _patiently(self, page: Page) -> None:
        def started(go: Callable[..., Response | None]) -> Callable[..., Response | None]:
            @wraps(go)
            def gone(*arguments: Any, **options: Any) -> Response | None:
                response = go(*arguments, **options)
                while options.get("wait_until") != "commit":
                    try:
                        page.evaluate(STARTED, WAITING)
                        break
                    except Error as gone_on:  # the page led to another one meanwhile
                        if "navigation" not in str(gone_on):
                            raise
                return response

            return gone

        page.goto, page.reload = started(page.goto), started(page.reload)

    def _note(self, said) -> None:
        if said.type in ("error", "warning") and said.text != ABOUT_THE_TEST:
            self.complaints.append(said.text)

    def _watch(self, asked: Request) -> None:
        if not asked.url.startswith(AT_HOME):
            self.asked_elsewhere.append(asked.url)

    def open(self, url: str) -> Page:
        page = self.context.new_page()
        page.goto(url)
        return page
