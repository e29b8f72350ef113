"""A copy of the built book whose pages note what they complain of, and the engines to open it in."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import sync_playwright

from tests.conftest import BOOK, PAGES, chromium_path

from .by_selenium import Firefox, WebKit
from .chromium import Chromium
from .engine import Engine
from .old_chrome import chrome_109

HERE = Path(__file__).parent


class Site(NamedTuple):
    """The watched book: its folder, its address, what was asked for and was not there, and a way to switch it off."""

    folder: Path
    address: str
    missing: list[str]
    server: ThreadingHTTPServer

    def of(self, path: str, scheme: str) -> str:
        """Return a page's address, served or from its folder."""
        return f"{self.address}{path}" if scheme == "http" else f"{self.folder.as_uri()}/{path}"


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The built book, with watch.js put first into every page."""
    folder = tmp_path_factory.mktemp("book") / "html"
    shutil.copytree(BOOK, folder)
    shutil.copy(HERE / "watch.js", folder / "_static" / "watch.js")
    for page in PAGES:
        file = folder / page
        text = file.read_text(encoding="utf-8")
        up = "../" * page.count("/")
        file.write_text(text.replace("<title>", f'<script src="{up}_static/watch.js"></script><title>', 1), "utf-8")
    missing: list[str] = []

    class Noting(SimpleHTTPRequestHandler):
        def send_error(self, code, message=None, explain=None):
            missing.append(self.path)
            super().send_error(code, message, explain)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Noting, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Site(folder, f"http://127.0.0.1:{server.server_port}/", missing, server)
        server.shutdown()


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
