"""A slow phone's line to a static host: what is sent is gzipped, counted, and may be kept for ten minutes."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Page

LINE = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
"""1.6 Mbit/s down, 0.75 up, 150 ms."""
SLOWER = 4
"""How many times slower the processor is made."""
QUIET_FOR = 1500
"""How many milliseconds after a page is there its costs are still counted: what it fetches for later, say."""
WATCH = """
  window.seen = { shift: 0, long: 0, longest: 0 };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) seen.shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      seen.long += duration;
      seen.longest = Math.max(seen.longest, duration);
    }
  }).observe({ type: "longtask", buffered: true });
"""


class Cost(NamedTuple):
    """What one visit cost a reader: kilobytes, requests, seconds to something usable, layout shift, long tasks in ms."""

    kilobytes: float
    requests: float
    seconds: float
    shift: float
    long: float


@cache
def _packed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 6)


class _Host(SimpleHTTPRequestHandler):
    """Serve a folder as a static host does."""

    sent: list[int]

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.name.startswith("anywidget@") or "anywidget@" in self.path:
            path = Path(self.directory) / "npm" / "anywidget.js"
        if not path.is_file():
            self.send_error(404)
            return
        body = _packed(path)
        self.send_response(200)
        kind = "text/javascript" if "npm" in path.parts else self.guess_type(path)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(body)
        self.sent.append(len(body) + 200)  # its headers as well

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def host(folder: Path) -> Iterator[tuple[str, list[int]]]:
    """Serve a folder; give its address, and the list that the size of each answer is put into."""
    sent: list[int] = []
    handler = type("Host", (_Host,), {"sent": sent})
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", sent
        server.shutdown()


def visit(browser: Browser, address: str, sent: list[int], usable: str, then: str | None = None) -> list[Cost]:
    """Visit a page for the first time, and perhaps another after it.

    Parameters
    ----------
    browser : Browser
        Chromium.
    address, then : str
        The page, and the one to go to from there.
    sent : list of int
        What the host counts into.
    usable : str
        What is on the page once a reader can use it: a selector.
    """
    context = browser.new_context(viewport={"width": 390, "height": 800}, bypass_csp=True)
    page = context.new_page()
    page.add_init_script(WATCH)
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.send("Network.emulateNetworkConditions", LINE)
    wire.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    costs = [_cost(page, one, sent, usable) for one in filter(None, (address, then))]
    context.close()
    return costs


def _cost(page: Page, address: str, sent: list[int], usable: str) -> Cost:
    sent.clear()
    page.goto(address, wait_until="commit", timeout=120_000)
    page.locator(usable).first.wait_for(state="attached", timeout=120_000)
    seconds = page.evaluate("performance.now()") / 1000
    page.wait_for_load_state("load", timeout=120_000)
    page.wait_for_timeout(QUIET_FOR)
    seen = page.evaluate("seen")
    return Cost(sum(sent) / 1000, len(sent), seconds, seen["shift"], seen["long"])
