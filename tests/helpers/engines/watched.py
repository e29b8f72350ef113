"""A copy of the built book whose pages note what they complain of, served and as a folder."""

from __future__ import annotations

import hashlib
import json
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

from tests.helpers.book import BOOK, PAGES

WATCH = Path(__file__).with_name("watch.js")


class Site(NamedTuple):
    """The watched book: its folder, its address, what was asked for and was not there, and a way to switch it off."""

    folder: Path
    address: str
    missing: list[str]
    server: ThreadingHTTPServer

    def of(self, path: str, scheme: str) -> str:
        """Return a page's address, served or from its folder."""
        return f"{self.address}{path}" if scheme == "http" else f"{self.folder.as_uri()}/{path}"


@contextmanager
def watched_copy(folder: Path) -> Iterator[Site]:
    """Copy the built book to a folder, put watch.js first into every page, and serve it."""
    shutil.copytree(BOOK, folder)
    shutil.copy(WATCH, folder / "_static" / "watch.js")
    for page in PAGES:
        file = folder / page
        text = file.read_text(encoding="utf-8")
        up = "../" * page.count("/")
        file.write_text(text.replace("<title>", f'<script src="{up}_static/watch.js"></script><title>', 1), "utf-8")
    _let_the_service_worker_know(folder)
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


def _let_the_service_worker_know(folder: Path) -> None:
    """Have the service worker take the changed pages for those that were built."""
    worker = folder / "service-worker.js"
    first, rest = worker.read_text(encoding="utf-8").split("\n", 1)
    begins = "const BOOK = "
    assert first.startswith(begins) and first.endswith(";")
    book = json.loads(first.removeprefix(begins).removesuffix(";"))
    for page in set(PAGES) & set(book["files"]):
        book["files"][page] = hashlib.sha256((folder / page).read_bytes()).hexdigest()
    worker.write_text(f"{begins}{json.dumps(book)};\n{rest}", encoding="utf-8")
