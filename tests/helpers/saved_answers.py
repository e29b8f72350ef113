"""What a browser keeps of a reader's answers, read and written from outside."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

from joinedup.workbook.flatten import flatten, unflatten
from tests.helpers.browser import until

SPACE = "joinedup-workbook/1/"
FORBIDDEN = """for (const name of ["localStorage", "indexedDB"])
  Object.defineProperty(window, name, { get() { throw new DOMException("no", "SecurityError"); } });"""
"""What makes a page find a browser that keeps nothing."""
DATABASE = """async (act) => {
  await globalThis.joinedupStore?.opened;
  await globalThis.joinedupStore?.settled?.();
  const name = `joinedup-books ${new URL(document.documentElement.dataset.content_root, location.href).pathname}`;
  if (!(await indexedDB.databases()).some((one) => one.name === name)) return {};
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(name);
    asked.onsuccess = () => {
      const turn = asked.result.transaction("texts", "readwrite");
      const found = {};
      turn.oncomplete = () => (asked.result.close(), resolve(found));
      turn.onabort = () => reject(turn.error);
      act(turn.objectStore("texts"), found);
    };
  });
}"""
READ = f"""async () => ({{
  ...Object.fromEntries(Object.entries(localStorage)),
  ...(await ({DATABASE})((texts, found) => (texts.openCursor().onsuccess = ({{ target: {{ result }} }}) => {{
    if (result === null) return;
    if (!result.key.startsWith("joinedup-place/")) found[result.key] = result.value;
    result.continue();
  }}))),
}})"""
PUT = f"""(all) => ({DATABASE})((texts) => {{
  for (const [key, text] of Object.entries(all)) texts.put(text, key);
}})"""
CLEAR = f"""async () => {{
  localStorage.clear();
  await ({DATABASE})((texts) => texts.clear());
}}"""


def everything(page: Page) -> dict[str, str]:
    """Return every text that the browser keeps for a page's book, and for its host in localStorage, by its key."""
    return page.evaluate(READ)


def clear(page: Page) -> None:
    """Take away all that is kept, behind the page's back."""
    page.evaluate(CLEAR)


def put_texts(page: Page, texts: dict[str, str]) -> None:
    """Put texts where the book keeps its own."""
    page.evaluate(PUT, texts)


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
    until(page, lambda: is_there(kept(page)), "the other tab's answers")
    return kept(page)


def put(page: Page, exercise: str, widget: str, answer: dict[str, Any], saved: str = "2026-11-22T10:15:00Z") -> None:
    """Put an answer into the browser, as an earlier visit would have left it."""
    texts = {f"{SPACE}answers/{exercise}": json.dumps({"widget": widget, "saved": saved}, separators=(",", ":"))}
    texts |= {
        f"{SPACE}answers/{exercise}/{way}": json.dumps(mark, ensure_ascii=False)
        for way, mark in flatten(answer).items()
    }
    put_texts(page, texts)
