"""What a page has said it keeps is there when its tab is killed at any moment, in the middle of answering."""

from __future__ import annotations

import os
import random
import signal
import threading
from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

import psutil
import pytest
from playwright.sync_api import Browser, BrowserContext, CDPSession, Error, Page, expect

from joinedup.workbook.flatten import unflatten
from tests.helpers.browser import QUIET, chromium_path
from tests.helpers.doing_exercises import SUSTAINING, TOGETHER
from tests.helpers.kills import Given
from tests.helpers.saved_answers import kept

pytestmark = pytest.mark.browser

KILLS = int(os.environ.get("KILLS", "30"))  # in each of two chapters; 80 take four minutes and find no more
TYPED = 4  # in every fourth round real keys are pressed
HEARD, TYPED_HEARD = range(4, 12), range(1, 4)  # so many answers are announced first, however long that takes
MOMENT, TYPED_MOMENT = 0.05, 0.3  # at the latest, in seconds from there to the kill
STEPS, TYPED_STEPS = 300, 40  # more than anybody comes to before the kill
START_AGAIN = 0.02  # how often
TEXTS = ("Ring the school", "Ngā whānau, “first”", "No: \\ ' \" / {0} 😀", "Both\nlines")

LISTEN = """window.addEventListener("joinedup-saved", ({ detail: { exercise, answer, done } }) => {
  const { textContent: foot, dataset } = document.querySelector(`[data-exercise="${exercise}"] .ju-kept`);
  if (dataset.kept === "true") announced({ exercise, answer, done, foot });
});"""
ANSWER = """(steps) => {
  const take = (number) => {
    const { press, text, pause } = steps[number];
    for (const found of press.map((one) => document.querySelector(one))) {
      if (text !== null) {
        found.value = text;
        found.dispatchEvent(new Event("input", { bubbles: true }));
      } else (found.closest("label") ?? found).click();
    }
    if (number + 1 < steps.length) setTimeout(take, pause, number + 1);
  };
  setTimeout(take, 0, 0);
}"""
PAINTED = """() => Object.fromEntries([...document.querySelectorAll("[data-exercise]")].map((sheet) => {
  const { exercise, prompts } = JSON.parse(sheet.querySelector(".ju-config").textContent);
  const marks = {};
  const see = (selector, mark) => sheet.querySelectorAll(selector).forEach(mark);
  see("[data-statement] input:checked", (input) => (
    marks[`answers/${input.closest("[data-statement]").dataset.statement}`] = input.value));
  see("[data-zone] [data-card]", (chip) => (
    marks[`placed/${chip.dataset.card}`] = chip.closest("[data-zone]").dataset.zone));
  see(".ju-notes textarea", (box, place) => box.value && (marks[`notes/${prompts[place].id}`] = box.value));
  return [exercise, { marks, foot: sheet.querySelector(".ju-kept").textContent }];
}))"""
CONFIGS = """[...document.querySelectorAll(".ju-config")].map((config) => JSON.parse(config.textContent))"""


@pytest.fixture
def profile(browser: Browser, tmp_path) -> Iterator[BrowserContext]:
    """A browser with a profile on disk, as a reader has one."""
    context = browser.browser_type.launch_persistent_context(
        tmp_path, executable_path=chromium_path(), args=list(QUIET), viewport={"width": 1000, "height": 800}
    )
    context.add_init_script(LISTEN)
    yield context
    context.close()


@pytest.mark.parametrize("path", [SUSTAINING, TOGETHER])
def test_a_killed_tab_loses_nothing_it_has_called_kept(profile, address, path: str, record_property) -> None:
    chance, number = random.Random(path), count()
    heard: list[dict[str, Any]] = []
    on_hearing: list[Callable[[], None]] = []

    def hear(_, said: dict[str, Any]) -> None:
        heard.append(said)
        on_hearing[-1]()

    profile.expose_binding("announced", hear)
    system = profile.browser.new_browser_cdp_session()
    given: dict[str, Given] = {}
    lost, announced = [], 0
    for turn in range(KILLS + 1):
        page = profile.new_page()
        page.goto(address(path), wait_until="domcontentloaded")
        found = there(page)
        lost += [
            (turn, exercise, one.answers[one.saved], found[exercise])
            for exercise, one in given.items()
            if not one.holds(found[exercise])
        ]
        if turn == KILLS:
            break
        given = {exercise: Given(answer) for exercise, answer in found.items()}
        typed = turn % TYPED == TYPED - 1
        steps = list(plan(page, given, chance, number, typed))
        heard.clear()
        kill = killer(tab_process(system), chance, typed)
        many = chance.choice(TYPED_HEARD if typed else HEARD)
        on_hearing.append(lambda many=many, kill=kill: kill.start() if len(heard) == many else None)
        with page.expect_event("crash"):
            (answering_by_key if typed else answering)(page, steps)
        page.close()
        for said in heard:
            assert said["done"] and said["foot"] == foot(said["answer"])
            given[said["exercise"]].hear(said["answer"])
        announced += len(heard)
    figure = f"{KILLS} kills, {announced} announced answers, {len(lost)} lost"
    print(figure)
    record_property("kills", figure)
    assert lost == []
    assert announced > 3 * KILLS, "there was something to lose"


def there(page: Page) -> dict[str, dict[str, Any]]:
    """Return the answer that is there for each exercise of the page: kept in the browser, and the same one shown."""
    expect(page.locator('[data-exercise]:not([data-ready="true"])')).to_have_count(0)
    found, painted = kept(page), page.evaluate(PAINTED)
    assert found.keys() <= painted.keys(), "nothing but what was answered"
    for exercise, shown in painted.items():
        answer = found.setdefault(exercise, {})
        assert unflatten(shown["marks"]) == answer
        assert shown["foot"] == foot(answer)
    return found


def foot(answer: dict[str, Any]) -> str:
    return "Saved on this device." if answer else ""


def plan(page: Page, given: dict[str, Given], chance: random.Random, number: count, typed: bool) -> Iterator[dict]:
    """Think up what to do, a step at a time, and note the answers it gives. No answer comes twice."""
    many = TYPED_STEPS if typed else STEPS
    configs = {config["exercise"]: moves(config) for config in page.evaluate(CONFIGS)}
    while many:
        exercise, ways = chance.choice(list(configs.items()))
        sheet, past = f'[data-exercise="{exercise}"]', given[exercise]
        step = {"text": None, "pause": chance.randrange(6)}
        if chance.random() < START_AGAIN:
            answers = [{}]
            step["press"] = [f"{sheet} .ju-again"]
        else:
            way = chance.choice(list(ways))
            mark, press = chance.choice(ways[way])
            step["press"] = [f"{sheet} {one}" for one in press]
            if mark is None:
                mark = step["text"] = f"{next(number)} {chance.choice(TEXTS)}"
            letters = range(1, len(mark)) if typed and step["text"] else ()
            answers = [past.mark(way, text) for text in (*(mark[:end] for end in letters), mark)]
        if answers[-1] not in past.answers:
            past.answers.extend(answers)
            many -= 1
            yield step


def moves(config: dict[str, Any]) -> dict[str, list[tuple[str | None, list[str]]]]:
    """Return what can be answered in an exercise: for each mark its values, and what to press for each."""
    found: dict[str, list[tuple[str | None, list[str]]]] = {}
    for place, prompt in enumerate(config["prompts"], start=1):
        found[f"notes/{prompt['id']}"] = [(None, [f".ju-prompt:nth-child({place}) textarea"])]
    for one in config.get("statements", []):
        choose = f'[data-statement="{one["id"]}"] input'
        found[f"answers/{one['id']}"] = [(word["id"], [f'{choose}[value="{word["id"]}"]']) for word in config["scale"]]
    for card in config.get("cards", []):
        take = f'[data-card="{card["id"]}"]'
        found[f"placed/{card['id']}"] = [
            (zone["id"], [take, f'[data-zone="{zone["id"]}"] .ju-put']) for zone in config["zones"]
        ]
    return found


def tab_process(system: CDPSession) -> int:
    """Find the tab's process: the renderer that has worked most, besides that of the browser's own bars."""
    processes = system.send("SystemInfo.getProcessInfo")["processInfo"]
    renderers = [one for one in processes if one["type"] == "renderer"]
    tabs = [one for one in renderers if "--top-chrome-webui" not in " ".join(psutil.Process(one["id"]).cmdline())]
    return max(tabs, key=lambda one: one["cpuTime"])["id"]


def killer(process: int, chance: random.Random, typed: bool) -> threading.Timer:
    """Return what kills the tab a moment after it is started."""
    return threading.Timer(chance.uniform(0, TYPED_MOMENT if typed else MOMENT), os.kill, [process, signal.SIGKILL])


def answering(page: Page, steps: list[dict]) -> None:
    """Answer from within the page, quicker than any hand."""
    page.evaluate(ANSWER, steps)


def answering_by_key(page: Page, steps: list[dict]) -> None:
    """Answer with the keyboard until the tab is gone."""
    try:
        for step in steps:
            for one in step["press"]:
                page.locator(one).press("Space" if step["text"] is None else "ControlOrMeta+a")
            if step["text"] is not None:
                page.keyboard.type(step["text"])
    except Error as error:
        assert "crashed" in str(error)
