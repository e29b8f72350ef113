"""Somebody with a notebook open in a real JupyterLab."""

from __future__ import annotations

import json
import re
import subprocess
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Expect, Locator, Page

from joinedup.workbook import FILE, kept

PATIENCE = 90_000
ELSEWHERE = re.compile(r"^(http|ws)s?://(?!(127\.0\.0\.1|localhost)[:/])")
expect = Expect()
expect.set_options(timeout=PATIENCE)


@dataclass
class Lab:
    address: str
    folder: Path


def answers(address: str, server: subprocess.Popen) -> bool:
    """Wait until the server answers; say whether it does."""
    end = time.monotonic() + PATIENCE / 1000
    while server.poll() is None and time.monotonic() < end:
        try:
            with urllib.request.urlopen(address):
                return True
        except urllib.error.URLError:
            time.sleep(0.1)
    return False


@dataclass
class Person:
    """Someone with a notebook open."""

    page: Page
    lab: Lab
    name: str

    def opens(self, notebook: str) -> None:
        self.page.goto(f"{self.lab.address}/lab/tree/{self.name}/notebooks/{notebook}.ipynb?reset")
        self.page.locator("#jp-main-statusbar").get_by_text("| Idle").wait_for()
        stored = json.loads((self.lab.folder / self.name / f"notebooks/{notebook}.ipynb").read_text("utf-8"))
        expect(self.page.locator(".jp-Notebook .jp-Cell")).to_have_count(len(stored["cells"]))

    def chooses(self, menu: str, *items: str) -> None:
        self.page.locator(".lm-MenuBar").get_by_role("menuitem", name=menu, exact=True).click()
        for item in items:
            self.page.locator(".lm-Menu").get_by_text(item, exact=True).click()

    def runs_all(self, notebook: str) -> None:
        """Open a notebook and run it; every exercise of it comes to life, and nothing goes wrong."""
        self.opens(notebook)
        exercises = (self.lab.folder / self.name / f"notebooks/{notebook}.ipynb").read_text().count("data-joinedup=")
        self.chooses("Run", "Run All Cells")
        expect(self.page.locator('[data-exercise][data-ready="true"]')).to_have_count(exercises)
        expect(self.page.locator('[data-mime-type="application/vnd.jupyter.stderr"]')).to_have_count(0)
        # The plain face of an exercise is not shown beside the living one.
        expect(self.page.locator(".ju-title")).to_have_count(exercises)
        expect(self.page.locator(".ju-paper")).to_have_count(0)

    def exercise(self, name: str) -> Locator:
        found = self.page.locator(f'[data-exercise="{name}"][data-ready="true"]')
        expect(found).to_have_count(1)
        found.scroll_into_view_if_needed()
        return found

    def cells(self) -> list[str]:
        """Read what is written in every cell, in order; not its number, which changes while it runs."""
        return self.page.locator(".jp-Notebook .jp-Cell .jp-InputArea-editor").all_text_contents()

    def runs(self, code: str) -> Locator:
        """Add a cell at the end by hand, type code, run it; give its output."""
        many = self.page.locator(".jp-Notebook .jp-Cell").count()
        self.page.locator(".jp-Notebook .jp-Cell").last.click()
        for key in ("Escape", "b", "Enter"):
            self.page.keyboard.press(key)
        expect(self.page.locator(".jp-Notebook .jp-Cell")).to_have_count(many + 1)
        self.page.keyboard.type(code)
        self.page.keyboard.press("Shift+Enter")
        return self.page.locator(".jp-Notebook .jp-Cell").nth(many).locator(".jp-OutputArea-output")

    def has_kept(self, exercise: str, answer: dict) -> None:
        """Wait until the workbook file beside the notebooks holds this answer."""
        path = self.lab.folder / self.name / "notebooks" / FILE
        end = time.monotonic() + PATIENCE / 1000
        while kept(path).get(exercise) != answer:
            assert time.monotonic() < end, f"{FILE} holds {kept(path)}"
            time.sleep(0.05)

    def changes_theme(self, theme: str) -> None:
        self.chooses("Settings", "Theme", f"JupyterLab {theme}")
        self.page.locator(f'body[data-jp-theme-light="{str(theme == "Light").lower()}"]').wait_for(state="attached")
