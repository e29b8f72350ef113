"""What Python has said it keeps is there when the kernel is killed at any moment, in the middle of answering."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty
from typing import Any

import psutil
import pytest
from jupyter_client.manager import KernelManager
from playwright.sync_api import Locator

from joinedup.workbook import FILE, from_text, load
from tests.helpers.book import ROOT
from tests.helpers.kills import Given
from tests.helpers.lab import Person, expect

pytestmark = pytest.mark.lab

KILLS, LAB_KILLS = int(os.environ.get("KERNEL_KILLS", "12")), 2  # of a kernel by itself, and in JupyterLab
HEARD, LAB_HEARD = range(4, 24), 2  # so many answers are announced first, however long that takes
MOMENT, LAB_MOMENT = 0.05, 1.5  # at the latest, in seconds from there to the kill
PACE = 0.008  # at most, in seconds from one answer to the next
PATIENCE = 60  # in seconds, before something is held never to come

CHAPTER = "07_sustaining"
CHECK = "ch07-life-cycle"
CELL = f"from joinedup import LifeCycleSelfCheck\ncheck = LifeCycleSelfCheck({CHECK!r})\ncheck"


class Kernel:
    """A kernel beside the notebooks, with one exercise in it, and what a front end does with both."""

    def __init__(self, folder: Path):
        self.manager = KernelManager(kernel_name="python3")
        own = ["--HistoryManager.enabled=False"]
        env = os.environ | {"IPYTHONDIR": str(folder / "ipython")}
        self.manager.start_kernel(
            cwd=str(folder / "notebooks"), extra_arguments=own, env=env, stderr=subprocess.DEVNULL
        )
        self.client = self.manager.blocking_client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=PATIENCE)
        self.client.execute(CELL)
        self.comm = ""
        self.state = self._exercise()

    def _exercise(self) -> dict[str, Any]:
        """Wait for the cell to end; give what a front end then knows of the exercise."""
        state: dict[str, Any] = {}
        while True:
            said = self.client.get_iopub_msg(timeout=PATIENCE)
            kind, content = said["msg_type"], said["content"]
            assert kind not in ("error", "stream"), content
            changed = content["data"].get("state", {}) if kind in ("comm_open", "comm_msg") else {}
            if kind == "comm_open" and "config" in changed:
                self.comm = content["comm_id"]
            if self.comm and content.get("comm_id") == self.comm:
                state |= changed
            if state and content.get("execution_state") == "idle":
                return state

    def gives(self, answer: dict[str, Any]) -> None:
        data = {"method": "update", "state": {"answer": answer}, "buffer_paths": []}
        self.client.shell_channel.send(self.client.session.msg("comm_msg", {"comm_id": self.comm, "data": data}))

    def announced(self, patience: float) -> list[dict[str, Any]]:
        """Return what was said to be kept, until nothing more is said for a while."""
        found = []
        while True:
            try:
                said = self.client.get_iopub_msg(timeout=patience)
            except Empty:
                return found
            assert said["msg_type"] not in ("error", "stream"), said["content"]
            if said["msg_type"] == "comm_msg" and "saved" in said["content"]["data"]["state"]:
                found.append(said["content"]["data"]["state"]["saved"])

    def close(self) -> None:
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


def test_a_killed_kernel_loses_nothing_it_has_called_kept(tmp_path, record_property) -> None:
    for part in ("notebooks", "data"):
        shutil.copytree(ROOT / part, tmp_path / part)
    path = tmp_path / "notebooks" / FILE
    chance = random.Random("kernel")
    given, lost, announced = Given({}), [], 0
    for turn in range(KILLS + 1):
        kernel = Kernel(tmp_path)
        try:
            answer = kernel.state["answer"]
            stored = load(path)["answers"] if path.exists() else {}
            assert stored.get(CHECK, {}).get("answer", {}) == answer and stored.keys() <= {CHECK}
            assert kernel.state["saved"] == {"answer": answer, "place": FILE, "problem": ""}
            if not given.holds(answer):
                lost.append((turn, given.answers[given.saved], answer))
            if turn == KILLS:
                break
            given = Given(answer)
            config = kernel.state["config"]
            kill = threading.Timer(chance.uniform(0, MOMENT), os.kill, [kernel.manager.provisioner.pid, signal.SIGKILL])
            said, many, end = [], chance.choice(HEARD), time.monotonic() + PATIENCE
            while kill.ident is None or kill.is_alive():
                if kill.ident is None and len(said) >= many:
                    kill.start()
                assert kill.ident is not None or time.monotonic() < end, "nothing more was announced"
                statement, word = chance.choice(config["statements"]), chance.choice(config["scale"])
                answer = given.mark(f"answers/{statement['id']}", word["id"])
                if answer not in given.answers:
                    given.answers.append(answer)
                    kernel.gives(answer)
                    said += kernel.announced(chance.uniform(0.001, PACE))
            said += kernel.announced(0.1)  # what was said before the end
            for kept in said:
                assert kept["place"] == FILE and kept["problem"] == ""
                given.hear(kept["answer"])
            announced += len(said)
        finally:
            kernel.close()
    figure = f"{KILLS} kills, {announced} announced answers, {len(lost)} lost"
    print(figure)
    record_property("kills", figure)
    assert lost == []
    assert announced > 3 * KILLS, "there was something to lose"


LISTEN = """(sheet) => {
  const foot = sheet.querySelector(".ju-kept");
  const tell = () => foot.textContent === "Saved in my-workbook.json." && announced((%s)(sheet));
  new MutationObserver(tell).observe(foot, { attributes: true, childList: true });
}"""
PAINTED = """(sheet) => {
  const chosen = [...sheet.querySelectorAll("[data-statement] input:checked")];
  const answers = chosen.map((input) => [input.closest("[data-statement]").dataset.statement, input.value]);
  return answers.length ? { answers: Object.fromEntries(answers) } : {};
}"""
OLD = """[...document.querySelectorAll("[data-exercise]")].map((sheet) => (sheet.dataset.old = "yes")).length"""


def test_a_kernel_killed_in_jupyterlab_loses_nothing_it_has_called_kept(person: Person, record_property) -> None:
    chance = random.Random("lab")
    heard: list[dict[str, Any]] = []
    person.page.expose_binding("announced", lambda _, answer: heard.append(answer))
    person.runs_all(CHAPTER)
    given, lost, announced = Given({}), [], 0
    for turn in range(LAB_KILLS):
        check = person.exercise(CHECK)
        check.evaluate(LISTEN % PAINTED)
        heard.clear()
        answers(check, given, chance)
        expect(check.locator(".ju-kept")).to_have_text(f"Saved in {FILE}.")
        kill = threading.Timer(chance.uniform(0, LAB_MOMENT), os.kill, [kernel_process(person), signal.SIGKILL])
        end = time.monotonic() + PATIENCE
        while len(heard) < LAB_HEARD:
            assert time.monotonic() < end, "nothing more was announced"
            answers(check, given, chance)
        with told_of_restarting(person):
            kill.start()
            while kill.is_alive():
                answers(check, given, chance)
        runs_again(person)
        for answer in heard:
            given.hear(answer)
        announced += len(heard)
        found = person.exercise(CHECK).evaluate(PAINTED)
        if not given.holds(found):
            lost.append((turn, given.answers[given.saved], found))
        assert found == given.answers[-1], "and what no kernel was there for has come back"
        person.has_kept(CHECK, found)
        given = Given(found)
    figure = f"{LAB_KILLS} kills, {announced} announced answers, {len(lost)} lost"
    print(figure)
    record_property("kills", figure)
    assert lost == []
    assert announced > LAB_KILLS, "there was something to lose"


def test_an_answer_without_a_kernel_is_told_of_and_comes_back(person: Person) -> None:
    chance, given = random.Random("told"), Given({})
    person.runs_all(CHAPTER)
    check = person.exercise(CHECK)
    answers(check, given, chance)
    person.has_kept(CHECK, given.answers[-1])
    with told_of_restarting(person):
        os.kill(kernel_process(person), signal.SIGKILL)
        answers(check, given, chance)
    end = time.monotonic() + PATIENCE
    while not check.get_by_role("alert").is_visible():
        assert time.monotonic() < end, "however busily somebody goes on answering"
        answers(check, given, chance)
    expect(check.get_by_role("alert")).to_contain_text("Python isn’t answering, so your latest answers aren’t saved.")
    expect(check.locator(".ju-kept")).to_have_text("Not saved.")
    with person.page.expect_download() as download:
        check.get_by_role("button", name="Download my answers").click()
    found = from_text(download.value.path().read_bytes())
    assert found["answers"][CHECK]["answer"] == given.answers[-1]
    runs_again(person)
    person.has_kept(CHECK, given.answers[-1])
    check = person.exercise(CHECK)
    assert check.evaluate(PAINTED) == given.answers[-1]
    expect(check.locator(".ju-kept")).to_have_text(f"Saved in {FILE}.")
    expect(check.get_by_role("alert")).to_have_count(0)


def answers(check: Locator, given: Given, chance: random.Random) -> None:
    """Click on a word that is not chosen yet."""
    choice = check.locator("label.ju-choice:not(:has(:checked))").nth(chance.randrange(50))
    statement = choice.locator("xpath=ancestor::fieldset").get_attribute("data-statement")
    given.answers.append(given.mark(f"answers/{statement}", choice.locator("input").get_attribute("value")))
    choice.click()


def kernel_process(person: Person) -> int:
    with urllib.request.urlopen(f"{person.lab.address}/api/sessions") as sessions:
        kernel = next(one["kernel"]["id"] for one in json.load(sessions) if one["path"].startswith(f"{person.name}/"))
    children = psutil.Process().children(recursive=True)
    return next(child.pid for child in children if f"kernel-{kernel}.json" in " ".join(child.cmdline()))


@contextmanager
def told_of_restarting(person: Person) -> Iterator[None]:
    """JupyterLab starts another kernel and says so, perhaps over what is about to be clicked; it is told that this is fine."""
    dialog = person.page.get_by_role("dialog").filter(has_text="Kernel Restarting")
    told = []

    def fine() -> None:
        dialog.get_by_role("button", name="Ok").click()
        told.append(True)

    person.page.add_locator_handler(dialog, fine)
    yield
    person.page.remove_locator_handler(dialog)
    if not told:
        fine()


def runs_again(person: Person) -> None:
    """Run all cells again in the page that is open; every exercise comes to life anew."""
    many = person.page.evaluate(OLD)
    person.chooses("Run", "Run All Cells")
    expect(person.page.locator('[data-exercise][data-ready="true"]:not([data-old])')).to_have_count(many)
