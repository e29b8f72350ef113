"""How heavy and how slow each page is for a reader on a slow phone, and beside it a stock Jupyter Book's page.

`make bench` prints it, and keeps it in FIGURES.md beside this file.
"""

from __future__ import annotations

import datetime
import statistics
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.bench import stock
from tests.bench.line import Cost, host, visit
from tests.helpers.book import BOOK, CHAPTERS, ONE_SHEET_OF_EACH, WHOLE_BOOK
from tests.helpers.browser import QUIET, chromium_path

RUNS = 3
FIGURES = Path(__file__).parent / "FIGURES.md"
OURS = "html:not(:has([data-joinedup]:not([data-ready]))) main"
"""A page is usable once each of its exercises is."""
STOCK = ".widget-subarea .ju-head, .jupyter-widgets .ju-head, .cell_output .ju[data-ready]"
CHAPTER = f"notebooks/{stock.PAGE}"
NEXT = "notebooks/02_before_starting.html"
MEASURED = (
    "book/intro.html",
    "book/how-to-use.html",
    "book/my-workbook.html",
    "book/group-picture.html",
    *(f"notebooks/{chapter}.html" for chapter in CHAPTERS),
    "book/instructors/whole-day.html",
    "book/instructors/from-paper.html",
    ONE_SHEET_OF_EACH[0],
    "search.html#q=fatigue",
    WHOLE_BOOK,
)
"""The pages that differ in what they cost."""
LIMITS = {"first": (150, 2.0), "second": (40, 2.0), "shift": 0.05, "bytes": 14, "time": 6}


def medians(browser: Browser, address: str, sent: list[int], usable: str, then: str | None = None) -> list[Cost]:
    """Visit a few times; give the medians."""
    runs = [visit(browser, address, sent, usable, then) for _ in range(RUNS)]
    return [Cost(*map(statistics.median, zip(*costs, strict=True))) for costs in zip(*runs, strict=True)]


def row(name: str, cost: Cost) -> str:
    """Return one line of the table."""
    return (
        f"| {name} | {cost.kilobytes:.0f} | {cost.requests:.0f} | {cost.seconds:.1f} | {cost.shift:.3f} "
        f"| {cost.long:.0f} |"
    )


HEAD = "| First visit to | kB | requests | usable after s | layout shift | long tasks ms |\n|---|---|---|---|---|---|"


def measure(browser: Browser, stock_book: Path) -> tuple[str, list[str]]:
    """Measure both books; give the report, and what is not as it should be."""
    with host(stock_book) as (address, sent):
        theirs = medians(browser, address + stock.PAGE, sent, STOCK)[0]
    wrong: list[str] = []
    with host(BOOK) as (address, sent):
        ours, second = medians(browser, address + CHAPTER, sent, OURS, address + NEXT)
        costs = {path: medians(browser, address + path, sent, OURS)[0] for path in MEASURED}
    lighter, sooner = theirs.kilobytes / ours.kilobytes, theirs.seconds / ours.seconds
    for path, cost in costs.items():
        if path.startswith("notebooks/") and (cost.kilobytes > LIMITS["first"][0] or cost.seconds > LIMITS["first"][1]):
            wrong.append(f"{path}: {cost.kilobytes:.0f} kB, {cost.seconds:.1f} s")
        if cost.shift >= LIMITS["shift"]:
            wrong.append(f"{path}: layout shift {cost.shift:.3f}")
    if second.kilobytes > LIMITS["second"][0]:
        wrong.append(f"the second page: {second.kilobytes:.0f} kB")
    if lighter < LIMITS["bytes"] or sooner < LIMITS["time"]:
        wrong.append(f"{lighter:.1f} times lighter, {sooner:.1f} times sooner")
    report = "\n".join(
        [
            "# What a page costs a reader",
            "",
            f"Medians of {RUNS} visits on {datetime.date.today():%-d %B %Y}, Chromium {browser.version}: a phone of 390 px,",
            "1.6 Mbit/s, 150 ms, the processor slowed four times, everything gzipped from this machine. All that reaches",
            "the host is counted, until a page has been there for a second and a half. Written by `make bench`.",
            "",
            "## The same chapter, stock and ours",
            "",
            HEAD,
            row("a stock Jupyter Book", theirs),
            row("this book", ours),
            "",
            f"This book: **{lighter:.0f} times fewer bytes, {sooner:.0f} times sooner usable.** A second chapter costs",
            f"{second.kilobytes:.0f} kB and {second.seconds:.1f} s more.",
            "",
            "## Page by page",
            "",
            HEAD,
            *(row(f"`{path}`", cost) for path, cost in costs.items()),
            "",
        ]
    )
    return report, wrong


def main() -> None:
    """Build the stock book, measure both, print and keep the figures."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        stock_book = stock.build(Path(folder))
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=list(QUIET))
        report, wrong = measure(browser, stock_book)
        browser.close()
    print(report)
    FIGURES.write_text(report, "utf-8")
    if wrong:
        raise SystemExit("Beyond what a page may cost:\n" + "\n".join(wrong))


if __name__ == "__main__":
    main()
