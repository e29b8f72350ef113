"""What the tests share: where things are, and a browser that reaches nothing but this machine."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import chdir
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from joinedup_book.paper import packs

from .small_workbook import small_workbook, workbook  # noqa: F401 - fixtures for every test

ROOT = Path(__file__).parent.parent
BOOK = ROOT / "_build" / "html"
CHAPTERS = tuple(sorted(path.stem for path in (ROOT / "notebooks").glob("*.ipynb")))
CONTENTS = yaml.safe_load((ROOT / "_toc.yml").read_text("utf-8"))


def listed(entry: dict[str, object]) -> Iterator[str]:
    """Return the page of an entry in the table of contents, and those below it, in order."""
    if "file" in entry:
        yield f"{entry['file']}.html"
    for below in (*entry.get("parts", ()), *entry.get("chapters", ()), *entry.get("sections", ())):
        yield from listed(below)


LISTED = (f"{CONTENTS['root']}.html", *listed(CONTENTS))
with chdir(ROOT):  # the tables are found from there
    PACKS = tuple(packs())
SHEETS = tuple(f"book/paper/{pack.name}.html" for pack in PACKS)
KINDS_OF_SHEET = ("each", "table", "afterwards")
WHOLE_BOOK = "whole-book.html"
ONE_SHEET_OF_EACH = tuple(next(one for one in SHEETS if one.endswith(f"-{kind}.html")) for kind in KINDS_OF_SHEET)
PAGES = (*LISTED, "search.html", *SHEETS, WHOLE_BOOK, "offline.html", "404.html")
WALKED = (*LISTED, "search.html#q=fatigue", *ONE_SHEET_OF_EACH, "offline.html", "404.html")
"""Every page that differs from the others in more than its words: sheets of a kind are alike, and the whole book has
nothing that its pages don't have."""
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
QUIET = ("--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync")


@pytest.fixture
def in_notebooks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand where a notebook stands: `data/` is found from there."""
    monkeypatch.chdir(ROOT / "notebooks")


def chromium_path() -> str:
    """Find the browser; its absence is a failure, never a reason to skip."""
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        pytest.fail("No Chromium here. 'make test' installs it; by hand: apt-get install chromium-headless-shell.")
    return path


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=chromium_path(), args=list(QUIET))
        yield chromium
        chromium.close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The built book, served on this machine."""
    if not (BOOK / "index.html").is_file():
        pytest.fail("The book is not built. Run 'make book' first, or all of 'make test'.")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(BOOK))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


ABOUT_THE_TEST = "Service Worker registration blocked by Playwright"
"""What the test's own settings make a page say. A service worker would answer where the route below watches."""


class Visit:
    """A reader's browser: pages opened in it may ask this machine only, and everything they complain of is noted."""

    def __init__(self, context: BrowserContext):
        self.context = context
        self.asked_elsewhere: list[str] = []
        self.complaints: list[str] = []
        context.route("**/*", self._let_through)
        context.on("console", self._note)
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))

    def _note(self, said) -> None:
        if said.type in ("error", "warning") and said.text != ABOUT_THE_TEST:
            self.complaints.append(said.text)

    def _let_through(self, route) -> None:
        url = route.request.url
        if url.startswith(("http://127.0.0.1:", "file://", "data:", "blob:")):
            route.continue_()
        else:
            self.asked_elsewhere.append(url)
            route.abort()

    def open(self, url: str) -> Page:
        page = self.context.new_page()
        page.goto(url)
        return page


@pytest.fixture
def visit(browser: Browser) -> Iterator[type]:
    """Make visits, each a fresh browser profile; every one must have been quiet and stayed at home."""
    visits = []

    def make(**options: object) -> Visit:
        visits.append(Visit(browser.new_context(**{"service_workers": "block", **options})))
        return visits[-1]

    yield make
    for one in visits:
        one.context.close()
        assert one.asked_elsewhere == [], "a page asked another host"
        assert one.complaints == [], "a page complained in the console"


@pytest.fixture
def address(site: str):
    """Return a page's address by its path, served or opened from its folder."""

    def give(path: str, scheme: str = "http") -> str:
        return f"{site}{path}" if scheme == "http" else (BOOK / path).as_uri()

    return give
