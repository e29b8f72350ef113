"""How heavy and how slow each page is for a reader on a slow phone: `make bench` prints it.

The pages come gzipped from this machine, through a line of 1.6 Mbit/s and 150 ms, to a browser slowed four times.
"""

from __future__ import annotations

import gzip
import statistics
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

from playwright.sync_api import Browser, sync_playwright

from ..conftest import BOOK, PAGES, QUIET, chromium_path

LINE = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
SLOWER = 4
RUNS = 3
USABLE = """() => [...document.querySelectorAll("[data-joinedup]")].every((one) => one.dataset.ready)"""


class Gzipped(SimpleHTTPRequestHandler):
    """Serve the book as a static host does: compressed, and quiet."""

    def do_GET(self) -> None:
        """Send a file, gzipped."""
        path = self.translate_path(self.path)
        try:
            with open(path, "rb") as file:  # noqa: PTH123
                body = gzip.compress(file.read(), 6)
        except OSError:
            self.send_error(404)
            return
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def measure(browser: Browser, address: str) -> tuple[float, int, float]:
    """Visit a page for the first time; give its kilobytes on the wire, its requests and the seconds until usable."""
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.send("Network.emulateNetworkConditions", LINE)
    wire.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    received: list[float] = []
    wire.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    page.goto(address, wait_until="commit")
    page.wait_for_load_state("load")
    page.wait_for_function(USABLE)
    seconds = page.evaluate("performance.now()") / 1000
    context.close()
    return sum(received) / 1000, len(received), seconds


def main() -> None:
    """Measure every page a few times and print the medians."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Gzipped, directory=str(BOOK))) as server, sync_playwright() as p:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = p.chromium.launch(executable_path=chromium_path(), args=list(QUIET))
        print(f"{'first visit to':42}{'kB':>7}{'requests':>10}{'usable after':>14}")
        for path in PAGES:
            runs = [measure(browser, f"http://127.0.0.1:{server.server_port}/{path}") for _ in range(RUNS)]
            size, requests, seconds = (statistics.median(column) for column in zip(*runs, strict=True))
            print(f"{path:42}{size:7.1f}{requests:10.0f}{seconds:12.2f} s")
        browser.close()
        server.shutdown()


if __name__ == "__main__":
    main()
