"""Print the whole book as one PDF, with its outline and its tags, by the browser that the tests use: `make pdf`."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "_build" / "html" / "whole-book.html"
PRINTED = ROOT / "_build" / "better-connected.pdf"
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


def print_book(page: Path, printed: Path) -> None:
    """Print the page that holds the whole book.

    Parameters
    ----------
    page : Path
        The built page.
    printed : Path
        The PDF to write.

    Raises
    ------
    FileNotFoundError
        If the page or a browser is missing.
    """
    if not page.is_file():
        raise FileNotFoundError(f"There is no {page}. Build the book first, with 'make book'.")
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        raise FileNotFoundError(f"No browser to print with: none of {', '.join(BROWSERS)} is installed.")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        sheet = chromium.new_page()
        sheet.goto(page.as_uri())
        sheet.locator("[data-joinedup]:not([data-ready])").first.wait_for(state="detached")
        sheet.pdf(path=printed, prefer_css_page_size=True, outline=True, tagged=True)
        chromium.close()


if __name__ == "__main__":
    try:
        print_book(PAGE, PRINTED)
    except FileNotFoundError as error:
        sys.exit(str(error))
    print(f"The book is printed, {PRINTED.stat().st_size / 1e6:.1f} MB: {PRINTED}")
