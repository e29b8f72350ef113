"""One interface to every browser: what a person does, and what a page says."""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.helpers.browser import WAITING

PATIENCE = 60.0
"""How long, in seconds, a page may take to come to what is expected of it."""

SHOWN = """const [query, place] = arguments;
const found = [...document.querySelectorAll(query)].filter((one) => one.getClientRects().length)[place];
if (!found) return null;
found.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
"""


class Engine(ABC):
    """A browser with a profile of its own.

    Attributes
    ----------
    name : str
        What it is, with its version.
    downloads : Path
        Where it puts files.
    """

    name: str
    downloads: Path

    @abstractmethod
    def open(self, address: str) -> None:
        """Go to a page."""

    @abstractmethod
    def js(self, script: str, *given: Any) -> Any:
        """Run the body of a function that has `arguments`; return what it returns."""

    @abstractmethod
    def click(self, query: str, place: int = 0) -> None:
        """Press the middle of the nth element that matches and is shown, as a mouse does."""

    @abstractmethod
    def type(self, text: str) -> None:
        """Type where the focus is."""

    @abstractmethod
    def press(self, key: str) -> None:
        """Press one key: Tab, Enter, Space, Escape, ArrowRight."""

    @abstractmethod
    def drag(self, query: str, onto: str) -> None:
        """Press on one element, move to the middle of another, and let go."""

    @abstractmethod
    def choose(self, query: str, files: list[Path]) -> None:
        """Choose files in a file input."""

    @abstractmethod
    def resize(self, width: int, height: int) -> None:
        """Give the page this much room, in pixels."""

    @abstractmethod
    def screenshot(self, path: Path) -> None:
        """Keep what is seen of the page."""

    @abstractmethod
    def close(self) -> None:
        """End it."""

    def wait(self, seconds: float) -> None:
        """Let the page go on for a while."""
        time.sleep(seconds)

    def reload(self) -> None:
        """Load the page again."""
        self.open(self.js("return location.href"))

    def text(self, query: str) -> str:
        """Return the text of the first element that matches, or nothing."""
        return self.js("return document.querySelector(arguments[0])?.textContent ?? ''", query)

    def count(self, query: str) -> int:
        """Return how many elements match."""
        return self.js("return document.querySelectorAll(arguments[0]).length", query)

    def is_shown(self, query: str) -> bool:
        """Return whether the first element that matches has room on the page."""
        return self.js(
            "const one = document.querySelector(arguments[0]); return Boolean(one && one.getClientRects().length)",
            query,
        )

    def complaints(self) -> list[str]:
        """Return what the page has complained of since it was opened: see watch.js."""
        return self.js("return window.complaints ?? ['watch.js did not run']")

    def until(self, is_so: Callable[[], Any], what: str) -> Any:
        """Wait until something is so, and return it; say what never came."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if found := is_so():
                return found
            self.wait(0.05)
        raise AssertionError(f"{self.name}: {what} never came on {self.js('return location.href')}")

    def promised(self, script: str, what: str) -> Any:
        """Run the body of an asynchronous function, and wait until it returns something."""
        self.js(f"window.promised = null; (async () => {{ {script} }})().then((made) => (window.promised = [made]));")
        return self.until(lambda: self.js("return window.promised"), what)[0]

    def until_text(self, query: str, text: str) -> None:
        """Wait until an element has a text."""
        self.until(lambda: text in self.text(query), f"'{text}' in {query}")

    def until_ready(self) -> None:
        """Wait until all that a script makes on this page is made."""
        self.until(lambda: self.js("return document.readyState") == "complete", "the page")
        self.until(lambda: self.count(WAITING) == 0, "what is to be ready")

    def tab_to(self, query: str) -> None:
        """Press Tab until something that matches has the focus."""
        for _ in range(150):
            self.press("Tab")
            if self.js("return document.activeElement.matches(arguments[0])", query):
                return
        raise AssertionError(f"{self.name}: Tab never came to {query}")

    def downloaded(self, pattern: str, number: int = 1) -> list[Path]:
        """Wait until files with such names have come whole."""

        def come() -> list[Path]:
            found = sorted(self.downloads.glob(pattern))
            return found if len(found) >= number and all(path.stat().st_size for path in found) else []

        return self.until(come, f"{number} of {pattern}")
