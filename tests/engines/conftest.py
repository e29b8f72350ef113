"""The engine that a module names, and the book that is walked through."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import sync_playwright

from tests.helpers.browser import chromium_path
from tests.helpers.engines.by_selenium import Firefox, WebKit
from tests.helpers.engines.chromium import Chromium
from tests.helpers.engines.engine import Engine
from tests.helpers.engines.old_chrome import chrome_109
from tests.helpers.engines.watched import Site, watched_copy


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The built book, whose pages note what they complain of."""
    with watched_copy(tmp_path_factory.mktemp("book") / "html") as site:
        yield site


@pytest.fixture(scope="module")
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """The engine that the module names, with a fresh profile."""
    downloads, home = tmp_path_factory.mktemp("downloads"), tmp_path_factory.mktemp("home")
    name = request.module.ENGINE
    if name == "firefox":
        opened: Engine = Firefox(downloads)
        yield opened
        opened.close()
    elif name == "webkit":
        opened = WebKit(downloads, home)
        yield opened
        opened.close()
    else:
        path = chrome_109() if name == "chrome-109" else chromium_path()
        with sync_playwright() as playwright:
            opened = Chromium(playwright, path, downloads, permissions=["clipboard-read", "clipboard-write"])
            yield opened
            opened.close()
