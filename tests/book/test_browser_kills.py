"""What a page has called saved is there after the whole browser was killed at any moment: tabs, storage and all."""

from __future__ import annotations

import json
import os
import random
import signal
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil
import pytest
from playwright.sync_api import Browser, Error

from joinedup.workbook.flatten import flatten
from tests.helpers.browser import QUIET, chromium_path
from tests.helpers.doing_exercises import SUSTAINING
from tests.helpers.firefox import Firefox
from tests.helpers.saved_answers import READ, SPACE

pytestmark = pytest.mark.browser

KILLS = int(os.environ.get("BROWSER_KILLS", "4"))  # of each browser
MOMENT = 1.0  # at the latest, in seconds from the first answer

READY = """() => new Promise((resolve) => {
  const look = () => (document.querySelector("[data-exercise]:not([data-ready])") ? setTimeout(look, 10) : resolve(true));
  look();
})"""
STORE = """async () => ({
  place: globalThis.joinedupStore?.held?.place.name,
  databases: (await indexedDB.databases()).map(({ name }) => name),
  apart: Object.keys(localStorage).length,
})"""
"""Where the page keeps its answers, and what else is there: said of a loss, to tell a late write from a store that is gone."""
ANSWER = """(round) => {
  window.said = {};
  window.many = 0;
  window.given = {};
  window.addEventListener("joinedup-saved", ({ detail: { exercise, answer, done } }) => {
    const line = document.querySelector(`[data-exercise="${exercise}"] .ju-kept`);
    if (!done || line.dataset.kept !== "true") return;
    window.said[exercise] = answer;
    window.many += 1;
  });
  const statements = [...document.querySelectorAll("[data-statement]")];
  // What this round gives, whether it comes to it before it is asked or only before it is killed.
  for (const statement of statements) {
    const choices = statement.querySelectorAll("input");
    window.given[`answers/${statement.dataset.statement}`] = choices[round % choices.length].value;
  }
  const boxes = [...document.querySelectorAll(".ju-notes textarea")];
  const step = (number) => {
    const choices = statements[number % statements.length].querySelectorAll("input");
    choices[round % choices.length].click();
    const box = boxes[number % boxes.length];
    box.value = `${round} ${number}`;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    setTimeout(step, 60, number + 1);
  };
  step(0);
}"""


class Chromium:
    """One run of Chromium with one tab, on a profile that lasts; the same as `Firefox` for a test."""

    def __init__(self, browser: Browser, profile: Path):
        self.profile = profile
        self.context = browser.browser_type.launch_persistent_context(
            profile, executable_path=chromium_path(), args=list(QUIET)
        )
        self.page = self.context.pages[0]
        self.goto, self.evaluate = self.page.goto, self.page.evaluate

    def kill(self) -> None:
        """End the whole browser, with nothing left to do for it."""
        mine = [one for one in psutil.process_iter(["cmdline"]) if self._is_mine(one)]
        for one in mine:
            one.send_signal(signal.SIGKILL)
        psutil.wait_procs(mine)
        with suppress(Error):  # it is closed already, of course
            self.context.close()

    def _is_mine(self, process: psutil.Process) -> bool:
        return any(str(self.profile) in part for part in process.info["cmdline"] or ())


@pytest.mark.parametrize("engine", ["chromium", "firefox"])
def test_a_killed_browser_loses_nothing_it_has_called_saved(
    browser, address, tmp_path, engine: str, record_property
) -> None:
    chance = random.Random(engine)
    announced, lost = 0, []
    said: dict[str, Any] = {}
    given: dict[str, str] = {}
    for turn in range(KILLS + 1):
        run = Firefox(tmp_path) if engine == "firefox" else Chromium(browser, tmp_path)
        run.goto(address(SUSTAINING))
        run.evaluate(READY)
        if gone := missing(said, given, run.evaluate(READ)):
            told = run.evaluate(STORE)
            run.goto(address(SUSTAINING))
            run.evaluate(READY)
            after = len(missing(said, given, run.evaluate(READ)))
            lost.append(f"turn {turn}: {len(gone)} lost, {after} after going there again; {told}; {gone[:3]}")
        if turn < KILLS:
            run.evaluate(ANSWER, turn)
            time.sleep(chance.uniform(0.05, MOMENT))
            said, many, given = run.evaluate("() => [window.said, window.many, window.given]")
            announced += many
        run.kill()
    figure = f"{engine}: {KILLS} kills, {announced} announced answers, {len(lost)} kills with a loss"
    print(figure)
    record_property("browser-kills", figure)
    assert lost == []
    assert announced > 3 * KILLS, "there was something to lose"


def missing(said: dict[str, Any], given: dict[str, str], texts: dict[str, str]) -> list[tuple[str, str, Any, Any]]:
    """List every mark that was called saved, where neither it is there nor what was `given` in its place later."""
    found = {
        key.removeprefix(f"{SPACE}answers/"): json.loads(text) for key, text in texts.items() if key.count("/") > 3
    }
    return [
        (exercise, path, mark, found.get(f"{exercise}/{path}"))
        for exercise, answer in said.items()
        for path, mark in flatten(answer).items()
        if not _is_there(path, mark, found.get(f"{exercise}/{path}"), given.get(path))
    ]


def _is_there(path: str, mark: Any, found: Any, given: str | None) -> bool:
    if not path.startswith("notes/") or found is None:
        return found is not None and found in (mark, given)
    return [int(part) for part in str(found).split()] >= [int(part) for part in mark.split()]
