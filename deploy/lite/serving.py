"""Serve a folder on this machine as a web server would, compressed, and count what goes out."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email.utils import formatdate, parsedate_to_datetime
from functools import cache
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

COMPRESSED_ALREADY = {".whl", ".zip", ".png", ".woff", ".woff2"}
TYPES = {".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm", ".whl": "application/zip"}


class Counter:
    """What was asked for and sent since it was last looked at."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._sent = self._asked = 0

    def add(self, sent: int) -> None:
        """Count one answer of so many bytes."""
        with self._lock:
            self._sent += sent
            self._asked += 1

    def take(self) -> tuple[int, int]:
        """Return the bytes and the requests since the last time."""
        with self._lock:
            taken = self._sent, self._asked
            self._sent = self._asked = 0
        return taken


@contextmanager
def serving(folder: Path) -> Iterator[tuple[str, Counter]]:
    """Serve a folder while the context lasts; give its address and what counts the bytes.

    Parameters
    ----------
    folder : Path
        The built site. Files are asked for again each time, and sent only if they have changed.
    """
    counter = Counter()

    @cache
    def body(path: Path) -> tuple[bytes, bool]:
        whole = path.read_bytes()
        packed = whole if path.suffix in COMPRESSED_ALREADY else gzip.compress(whole, 6)
        return (packed, True) if len(packed) < len(whole) else (whole, False)

    class Handler(SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        extensions_map = SimpleHTTPRequestHandler.extensions_map | TYPES

        def __init__(self, *args: Any):
            super().__init__(*args, directory=str(folder))

        def do_GET(self) -> None:
            path = Path(self.translate_path(self.path))
            path = path / "index.html" if path.is_dir() else path
            if not path.is_file():
                self.send_error(404)
                counter.add(0)
                return
            changed = int(path.stat().st_mtime)
            since = self.headers.get("If-Modified-Since")
            if since and changed <= parsedate_to_datetime(since).timestamp():
                self.send_response(304)
                self.end_headers()
                counter.add(0)
                return
            sent, packed = body(path)
            self.send_response(200)
            self.send_header("Content-Type", self.guess_type(str(path)))
            self.send_header("Content-Length", str(len(sent)))
            self.send_header("Last-Modified", formatdate(changed, usegmt=True))
            self.send_header("Cache-Control", "no-cache")
            if packed:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(sent)
            counter.add(len(sent))

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/", counter
        finally:
            server.shutdown()
