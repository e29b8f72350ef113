"""A workshop on a real hub: system users sign in, answer, are stopped and started, and find their answers. Run as root."""

# ruff: noqa: D102, D103, E501
from __future__ import annotations

import argparse
import contextlib
import grp
import json
import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from deploy.jupyterhub.folders import make_workshop
from deploy.jupyterhub.isolation import can, leaks
from deploy.print_book import BROWSERS

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
FACILITATOR, FACILITATORS = "trial-facilitator", "trial-facilitators"
POOL = """
import sys
from joinedup import cohort
group = cohort.load(sys.argv[1])
assert group.counts("ch01-continuum").people.sum() > 0
print(len(group))
"""
PATIENCE = 60_000
FEWEST = 5
MINUTES = 5
"""Within how many minutes a group signs in and runs its first chapter."""
CHAPTER = "notebooks/01_setting_the_scene.ipynb"


@dataclass
class Hub:
    """A running hub and the people on it."""

    address: str
    token: str
    passwords: dict[str, str]
    workshop: Path

    def ask(self, method: str, path: str) -> None:
        request = urllib.request.Request(
            f"{self.address}/hub/api{path}", method=method, headers={"Authorization": f"token {self.token}"}
        )
        urllib.request.urlopen(request, timeout=60).close()

    def stops(self, person: str) -> None:
        self.ask("DELETE", f"/users/{person}/server")
        end = time.monotonic() + 60
        while servers(person):
            assert time.monotonic() < end, f"The server of {person} did not stop"
            time.sleep(0.2)


def servers(person: str) -> list[Path]:
    """Find the processes of a system user."""
    number = pwd.getpwnam(person).pw_uid
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if process.stat().st_uid == number and "State:\tZ" not in (process / "status").read_text(encoding="utf-8"):
                found.append(process)
        except OSError:  # it ended meanwhile
            continue
    return found


def megabytes(person: str) -> float:
    """Add up a user's own and proportional share of memory (PSS) in megabytes."""
    total = 0
    for process in servers(person):
        for row in (process / "smaps_rollup").read_text(encoding="utf-8").splitlines():
            if row.startswith("Pss:"):
                total += int(row.split()[1])
    return total / 1024


def processor_seconds(person: str) -> float:
    """Add up the seconds that a user's processes have kept a processor busy."""
    ticks = 0
    for process in servers(person):
        fields = (process / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def signs_in(hub: Hub, page: Page, person: str) -> float:
    """Sign in and open the first chapter; give the seconds from the button to a notebook that is ready."""
    page.goto(f"{hub.address}/hub/login?next=/user/{person}/lab/tree/{CHAPTER}%3Freset")
    page.get_by_label("Username").fill(person)
    page.get_by_label("Password").fill(hub.passwords[person])
    start = time.monotonic()
    page.get_by_role("button", name="Sign in").click()
    is_open(page)
    return time.monotonic() - start


def is_open(page: Page) -> None:
    """Wait until the notebook is open; when the server is stopped, have it started as a person would."""
    begin = page.get_by_role("button", name="Launch Server")
    bar = page.locator("#jp-main-statusbar").get_by_text("| Idle")
    expect(begin.or_(bar).first).to_be_visible(timeout=PATIENCE)
    if begin.is_visible():
        begin.click()
    bar.wait_for(timeout=PATIENCE)


def runs_chapter(page: Page) -> None:
    page.locator(".lm-MenuBar").get_by_role("menuitem", name="Run", exact=True).click()
    page.locator(".lm-Menu").get_by_text("Run All Cells", exact=True).click()


def now_places(page: Page):
    exercise = page.locator('[data-exercise="ch01-continuum"][data-ready="true"]')
    exercise.wait_for(timeout=PATIENCE)
    exercise.scroll_into_view_if_needed()
    return exercise.locator("fieldset").first.get_by_role("radio")


def takes_part(hub: Hub, browser: Browser, person: str, place: int, away: list[str]) -> dict:
    """Be one participant, from signing in to finding the answer again after the server was stopped."""
    home = Path(pwd.getpwnam(person).pw_dir)
    context = browser.new_context(viewport={"width": 1300, "height": 900})
    try:
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on(
            "request",
            lambda asked: None if asked.url.startswith((hub.address, "data:", "blob:")) else away.append(asked.url),
        )
        seconds = signs_in(hub, page, person)
        runs_chapter(page)
        radios = now_places(page)
        radios.first.focus()
        for _ in range(place):
            page.keyboard.press("ArrowRight")
        expect(radios.nth(place)).to_be_checked()
        kept = home / "notebooks/my-workbook.json"
        end = time.monotonic() + 60
        while not (kept.exists() and radios.nth(place).get_attribute("value") in kept.read_text(encoding="utf-8")):
            assert time.monotonic() < end, f"The answer of {person} was not kept"
            time.sleep(0.1)
        memory, busy = megabytes(person), processor_seconds(person)
        hub.stops(person)
        page.goto(f"{hub.address}/user/{person}/lab/tree/{CHAPTER}?reset")
        is_open(page)
        runs_chapter(page)
        expect(now_places(page).nth(place)).to_be_checked(timeout=PATIENCE)
        others = [other for other in hub.passwords if other != person]
        reached = [
            other for other in others
            if context.request.get(f"{hub.address}/user/{other}/api/contents/notebooks/my-workbook.json").ok
        ]  # fmt: skip
        own = context.request.get(f"{hub.address}/user/{person}/api/contents/notebooks/my-workbook.json").ok
        assert own and not reached, f"{person}: own server {own}, and reached the server of {reached}"
        page.screenshot(path=hub.workshop.parent / f"{person}.png")
    finally:
        context.close()
    account = pwd.getpwnam(person)
    subprocess.run(
        [sys.executable, "-P", HERE / "hand_in.py"], check=True, capture_output=True, cwd="/", extra_groups=[],
        user=account.pw_uid, group=account.pw_gid, env={"HOME": str(home), "WORKSHOP": str(hub.workshop)},
    )  # fmt: skip
    return {"person": person, "seconds": seconds, "megabytes": memory, "busy": busy}


def copy_of(person: str, hub: Hub) -> Path:
    return hub.workshop / "drop" / (Path(pwd.getpwnam(person).pw_dir) / ".handed-in").read_text(encoding="utf-8")


def is_isolated(hub: Hub) -> None:
    """Try each person against the next; then open the doors, and see that the same test finds them open."""
    people = list(hub.passwords)
    for person, other in zip(people, people[1:] + people[:1], strict=True):
        found = leaks(person, Path(pwd.getpwnam(other).pw_dir), copy_of(other, hub))
        assert not found, f"{person} could: {', '.join(found)} ({other})"
    home, copy = Path(pwd.getpwnam(people[1]).pw_dir), copy_of(people[1], hub)
    home.chmod(0o755)
    (home / "notebooks/my-workbook.json").chmod(0o644)
    copy.chmod(0o666)
    copy.parent.chmod(0o777)
    found = leaks(people[0], home, copy)
    assert len(found) == 6, f"With open doors the test of isolation found only {found}"
    home.chmod(0o700)
    copy.parent.chmod(0o3773)


def pooled(hub: Hub, group: int) -> int:
    """Pool the drop folder as the facilitator; give how many people there are in the picture."""
    account = pwd.getpwnam(FACILITATOR)
    done = subprocess.run(
        [sys.executable, "-P", "-c", POOL, hub.workshop / "drop"], cwd=ROOT, text=True, capture_output=True, check=False,
        user=account.pw_uid, group=account.pw_gid, extra_groups=[group],
    )  # fmt: skip
    assert done.returncode == 0, f"A facilitator could not pool the drop folder: {done.stderr}"
    return int(done.stdout)


def main() -> None:
    """Hold the trial and write down what it cost."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--people", type=int, default=20)
    many = asked.parse_args().people
    if many < FEWEST:
        asked.error(f"expected at least {FEWEST} people: nothing is shown for fewer")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that what was made is removed
    if os.geteuid() != 0:
        sys.exit("The trial makes system users, so it needs root. Run it on a machine to try things on.")
    base = Path(tempfile.mkdtemp(prefix="hub-trial-"))
    base.chmod(0o755)
    people = [f"trial-{number:02}" for number in range(1, many + 1)]
    ports = []
    for _ in range(3):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            ports.append(free.getsockname()[1])
    made: list[str] = []
    hub_process = None
    try:
        subprocess.run(["groupadd", FACILITATORS], check=True)
        for person in [*people, FACILITATOR]:
            group = ["-G", FACILITATORS] if person == FACILITATOR else []
            subprocess.run(["useradd", "-m", "-d", base / person, "-s", "/bin/sh", *group, person], check=True)
            made.append(person)
        hub = Hub(
            f"http://127.0.0.1:{ports[0]}",
            secrets.token_hex(16),
            {person: secrets.token_hex(8) for person in people},
            base / "workshop",
        )

        if not can(people[0], [sys.executable, "-c", ""]):
            sys.exit(
                f"Other users of this machine cannot run {Path(sys.executable).resolve()}. Use a Python that is not in a closed home: make PYTHON=/usr/bin/python3"
            )
        group = grp.getgrnam(FACILITATORS).gr_gid
        make_workshop(hub.workshop, group)
        trial = base / "trial.json"
        trial.touch(0o600)
        trial.write_text(
            json.dumps(
                {
                    "address": hub.address,
                    "ports": ports[1:],
                    "token": hub.token,
                    "passwords": hub.passwords,
                }
            )
        )
        state = base / "hub"
        state.mkdir(0o700)
        with (base / "hub.log").open("w", encoding="utf-8") as log:
            hub_process = subprocess.Popen(
                [sys.executable, "-m", "jupyterhub", "-f", HERE / "trial_config.py"], cwd=state, stdout=log, stderr=log,
                env=os.environ | {"TRIAL": str(trial), "WORKSHOP": str(hub.workshop), "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"},
            )  # fmt: skip
        end = time.monotonic() + 90
        while True:
            try:
                urllib.request.urlopen(f"{hub.address}/hub/health").close()
                break
            except OSError:
                assert time.monotonic() < end and hub_process.poll() is None, (base / "hub.log").read_text(
                    encoding="utf-8"
                )[-3000:]
                time.sleep(0.3)
        away: list[str] = []
        rows = []
        with sync_playwright() as play:
            browser = play.chromium.launch(
                executable_path=next(filter(None, map(shutil.which, BROWSERS))),
                args=["--no-sandbox", "--disable-background-networking"],
            )
            for number, person in enumerate(people):
                rows.append(takes_part(hub, browser, person, 1 + number % 3, away))
                print(f"{person}: {rows[-1]['seconds']:.0f} s, {rows[-1]['megabytes']:.0f} MB", flush=True)
            browser.close()
        assert away == [], f"Asked of another host: {set(away)}"
        together = [megabytes(person) for person in people]
        found = pooled(hub, group)
        assert found == many, f"{many} people handed in, and there are {found} in the picture"
        is_isolated(hub)
        report(rows, together)
    except BaseException:
        if (base / "hub.log").exists():
            print((base / "hub.log").read_text(encoding="utf-8")[-3000:], file=sys.stderr)
        raise
    finally:
        if hub_process:
            hub_process.terminate()
            try:
                hub_process.wait(60)
            except subprocess.TimeoutExpired:
                hub_process.kill()
        for person in made:
            for process in servers(person):
                with contextlib.suppress(ProcessLookupError):
                    os.kill(int(process.name), 9)
            subprocess.run(["userdel", person], check=False)
        subprocess.run(["groupdel", FACILITATORS], check=False)
        shutil.rmtree(base, ignore_errors=True)


def report(rows: list[dict], together: list[float]) -> None:
    """Print what the trial cost, and write it to FIGURES.md."""
    seconds = sorted(row["seconds"] for row in rows)
    each = sum(together) / len(together)
    busy = sum(row["busy"] for row in rows) / len(rows)

    def needs(people: int) -> str:
        memory = people * each * 1.5 / 1024
        return f"| {people:,} | {memory:,.0f} GB | {max(2, people * busy / MINUTES / 60):,.0f} |"

    words = f"""# What a shared hub costs

Measured by `make hub` with {len(rows)} system users on a machine with {os.cpu_count()} cores, which had other work to do at the time. People signed in one after another, and at the end all their servers were running at once, each with one chapter run.

| | |
|---|---|
| From *Sign in* to an open chapter (the median) | {seconds[len(seconds) // 2]:.0f} s |
| The same for the slowest person | {seconds[-1]:.0f} s |
| Memory for each person, with a server and one chapter, when alone or nearly so (PSS, the highest) | {max(row["megabytes"] for row in rows):.0f} MB |
| The same with all {len(rows)} servers running (PSS, the mean) | {each:.0f} MB |
| Processor time for each person, up to an answer in the first chapter (the mean) | {busy:.0f} s |
| Memory of all {len(rows)} together | {sum(together) / 1024:.1f} GB |

## For more people

These figures are calculated, not measured. They take the mean above and add half as much again for a second chapter and for JupyterHub, with everyone there at once.

| People at once | Memory | Processors |
|---|---|---|
{needs(40)}
{needs(400)}
{needs(4000)}

The number of processors assumes that everybody signs in and runs a first chapter within {MINUTES} minutes. With fewer processors they wait longer, but after that the processors have little to do. A group of 40 fits on one machine. Groups of 400 and 4,000 are for Kubernetes, and were not tried.
"""
    (HERE / "FIGURES.md").write_text(words, encoding="utf-8")
    print(words)


if __name__ == "__main__":
    main()
