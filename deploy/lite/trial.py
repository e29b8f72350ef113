"""Try the live part as a reader would: `make lite-trial`.

Every chapter is opened by its button in Chromium, from this machine and with every other host out of reach, and all
its cells are run. In some, every exercise is used by click, the page is loaded again, and the answers are looked for in
the book.
What it weighed and how long it took is written to FIGURES.md, cold (nothing of it in the browser) and warm.
"""

from __future__ import annotations

import os
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, expect, sync_playwright

from deploy.lite.serving import Counter, serving
from tests.helpers.browser import QUIET, chromium_path
from tests.helpers.doing_exercises import by_click, in_chapter, is_done, sheet_of
from tests.helpers.saved_answers import hears, kept

ROOT = Path(__file__).parent.parent.parent
SITE = ROOT / "_build" / "html"
FIGURES = Path(__file__).parent / "FIGURES.md"
CHAPTERS = ("01_setting_the_scene", "03_getting_together", "07_sustaining", "13_group_picture")
"""The chapters in which every exercise is used. The others are run, cold or warm no more."""
OTHERS = tuple(sorted({path.stem for path in (ROOT / "notebooks").glob("[0-9]*.ipynb")} - set(CHAPTERS)))
PATIENCE = 120_000
AT_HOME = ("http://127.0.0.1:", "data:", "blob:")
WRONG = '[data-mime-type="application/vnd.jupyter.stderr"], [data-mime-type="application/vnd.jupyter.error"]'


@dataclass
class Opened:
    """What it took to open one chapter live and run it."""

    chapter: str
    how: str
    sent: int
    asked: int
    seen: float
    first: float
    all: float


def opens(page: Page, address: str, counter: Counter, chapter: str, how: str) -> Opened:
    """Open a chapter of the book, press its button and run every cell; nothing may go wrong.

    Parameters
    ----------
    page : Page
        The reader's page.
    address : str
        Where the book is.
    counter : Counter
        What counts the bytes that are served.
    chapter : str
        The chapter's notebook.
    how : str
        What the figures are to say of this opening: "cold" or "warm".
    """
    page.goto(f"{address}notebooks/{chapter}.html")
    button = page.locator(".live-button")
    expect(button).to_be_visible()
    page.wait_for_load_state("networkidle")
    counter.take()
    started = time.monotonic()
    button.click()
    seen, first, every = runs(page, chapter, started)
    sent, asked = counter.take()
    return Opened(chapter, how, sent, asked, seen, first, every)


def runs(page: Page, chapter: str, started: float) -> tuple[float, float, float]:
    """Run every cell of the notebook that is being opened; give how long it took to see it, to answer, to be done."""
    page.locator(".jp-Notebook .jp-Cell").first.wait_for()
    seen = time.monotonic() - started
    page.locator(".lm-MenuBar").get_by_role("menuitem", name="Run", exact=True).click()
    page.locator(".lm-Menu").get_by_text("Run All Cells", exact=True).click()
    ready = page.locator('[data-exercise][data-ready="true"]')
    ready.first.wait_for(state="attached")
    first = time.monotonic() - started
    expect(ready).to_have_count(len(in_chapter(chapter)))
    expect(page.locator(".jp-InputPrompt", has_text="*")).to_have_count(0)
    every = time.monotonic() - started
    expect(page.locator(WRONG)).to_have_count(0)
    return seen, first, every


def uses(page: Page, chapter: str) -> None:
    """Do every exercise of a chapter by click, load the page again, run it, and find every answer."""
    for exercise, widget in in_chapter(chapter):
        sheet = sheet_of(page, exercise)
        by_click(page, sheet, widget)
        is_done(sheet, widget)
    answers = kept(page)
    assert {exercise for exercise, _ in in_chapter(chapter)} <= set(answers), "an answer is not kept"
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    runs(page, chapter, time.monotonic())
    for exercise, widget in in_chapter(chapter):
        is_done(sheet_of(page, exercise), widget)
    assert kept(page) == answers, "loading the page again changed an answer"


def python_hears(page: Page) -> None:
    """Add a cell below the exercises of the first chapter: it shows what Python knows of an answer."""
    page.locator(".jp-Notebook .jp-Cell").last.click()
    for key in ("Escape", "b", "Enter"):
        page.keyboard.press(key)
    page.keyboard.type("sorted(slider.answer['places'])")
    page.keyboard.press("Shift+Enter")
    expect(page.locator(".jp-OutputArea-output", has_text="['needed', 'now']")).to_be_visible()


def book_keeps_nothing_of_it(page: Page) -> None:
    """See that the book's own service worker has kept pages of the book, and nothing of the live part."""
    names = page.evaluate(
        """async () => {
          const mine = (await caches.keys()).filter((name) => name.startsWith("joinedup "));
          const kept = await Promise.all(mine.map(async (name) => (await caches.open(name)).keys()));
          return kept.flat().map(({ url }) => url);
        }"""
    )
    assert any("/notebooks/" in name for name in names), "the book's service worker keeps no page"
    assert not any("/lite/" in name for name in names), "the book's service worker keeps the live part"


def is_shared(context: BrowserContext, live: Page, address: str, chapter: str) -> None:
    """Find the answers in the book, clear one there, and see it go from the live page that is still open."""
    book = context.new_page()
    book.goto(f"{address}notebooks/{chapter}.html")
    for exercise, widget in in_chapter(chapter):
        is_done(sheet_of(book, exercise), widget)
    exercise, widget = in_chapter(chapter)[0]
    before = kept(live)
    sheet_of(book, exercise).locator("button.ju-again").click()
    hears(live, lambda answers: exercise not in answers)
    expect(live.locator(f'[data-exercise="{exercise}"]')).to_have_attribute("data-touched", "false")
    sheet_of(book, exercise).get_by_role("button", name="Bring my answers back").click()
    hears(live, lambda answers: answers == before)
    expect(live.locator(f'[data-exercise="{exercise}"]')).to_have_attribute("data-touched", "true")
    book.goto(f"{address}book/my-workbook.html")
    for exercise, _ in in_chapter(chapter):
        expect(book.locator(f'[data-answer="{exercise}"]')).to_be_visible()
    book.close()


def trial(site: Path) -> list[Opened]:
    """Try every chapter, the first one cold.

    Parameters
    ----------
    site : Path
        The book with its live part.

    Returns
    -------
    list of Opened
        What each opening took.

    Raises
    ------
    AssertionError
        If anything is not as a reader should find it, or a page asked another host.
    """
    away: list[str] = []
    found = []
    with serving(site) as (address, counter), sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=chromium_path(), args=list(QUIET))
        context = chromium.new_context(viewport={"width": 1200, "height": 900})
        context.set_default_timeout(PATIENCE)
        expect.set_options(timeout=PATIENCE)
        context.on("request", lambda asked: None if asked.url.startswith(AT_HOME) else away.append(asked.url))
        for number, chapter in enumerate(CHAPTERS):
            page = context.new_page()
            found.append(opens(page, address, counter, chapter, "warm" if number else "cold"))
            if not number:
                page.close(run_before_unload=False)
                page = context.new_page()
                found.append(opens(page, address, counter, chapter, "warm"))
            uses(page, chapter)
            if not number:
                python_hears(page)
            is_shared(context, page, address, chapter)
            page.close(run_before_unload=False)
            print(f"{chapter}: every exercise used, found again, and found in the book.", flush=True)
        for chapter in OTHERS:
            page = context.new_page()
            found.append(opens(page, address, counter, chapter, "warm"))
            page.close(run_before_unload=False)
            print(f"{chapter}: every cell run.", flush=True)
        page = context.new_page()
        page.goto(f"{address}notebooks/{CHAPTERS[0]}.html")
        book_keeps_nothing_of_it(page)
        chromium.close()
    assert away == [], f"a page asked another host: {away}"
    return found


def told(found: list[Opened]) -> str:
    """Return the figures as a page."""
    rows = "\n".join(
        f"| {one.chapter} | {one.how} | {one.sent / 1e6:.1f} MB | {one.asked} "
        f"| {one.seen:.1f} s | {one.first:.1f} s | {one.all:.1f} s |"
        for one in found
    )
    day = datetime.now(UTC).strftime("%-d %B %Y")
    return f"""# What a live chapter weighs, and how long it takes

Measured by `make lite-trial` on {day}: in Chromium's headless shell, on a machine with {os.cpu_count()} cores which
were shared with other work, from a server on the same machine that compresses what it sends. The seconds are therefore
the browser's own work, and a real connection adds to them. They are counted from pressing the button. A cold browser
has none of the files yet. A warm browser has opened a chapter live before, so it asks whether each file has changed,
and is told that none has.

| Chapter | | Sent | Requests | Notebook seen | First exercise live | All cells run |
|---|---|---|---|---|---|---|
{rows}
"""


if __name__ == "__main__":
    if not (SITE / "lite").is_dir():
        sys.exit("The book in _build/html has no live part. Run 'make lite' first.")
    FIGURES.write_text(told(trial(SITE)), encoding="utf-8")
    print(f"Written to {FIGURES.relative_to(ROOT)}")
