"""What a browser keeps of a reader's answers, read and written from outside."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

from joinedup.workbook.flatten import flatten, unflatten

SPACE = "joinedup-workbook/1/"
FORBIDDEN = (
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });"
)
"""A script that makes a browser refuse to keep anything."""


def everything(page: Page) -> dict[str, str]:
    return page.evaluate("Object.fromEntries(Object.entries(localStorage))")


def kept(page: Page) -> dict[str, dict[str, Any]]:
    """Return every answer that the browser keeps, by exercise."""
    found: dict[str, dict[str, Any]] = {}
    for key, text in everything(page).items():
        exercise, slash, way = key.removeprefix(f"{SPACE}answers/").partition("/")
        if key.startswith(f"{SPACE}answers/") and slash:
            found.setdefault(exercise, {})[way] = json.loads(text)
    return {exercise: unflatten(marks) for exercise, marks in found.items()}


def hears(page: Page, is_there: Callable[[dict[str, dict[str, Any]]], bool]) -> dict[str, dict[str, Any]]:
    """Wait until what another tab keeps has come to this one's process; give all that is kept then."""
    for _ in range(500):
        if is_there(found := kept(page)):
            return found
        page.wait_for_timeout(10)
    raise AssertionError(f"The other tab's answers never came: {found}")


def put(page: Page, exercise: str, widget: str, answer: dict[str, Any], saved: str = "2026-11-22T10:15:00Z") -> None:
    """Put an answer into the browser, as an earlier visit would have left it."""
    texts = {f"{SPACE}answers/{exercise}": json.dumps({"widget": widget, "saved": saved}, separators=(",", ":"))}
    texts |= {
        f"{SPACE}answers/{exercise}/{way}": json.dumps(mark, ensure_ascii=False)
        for way, mark in flatten(answer).items()
    }
    page.evaluate("(texts) => Object.entries(texts).forEach(([key, text]) => localStorage.setItem(key, text))", texts)
