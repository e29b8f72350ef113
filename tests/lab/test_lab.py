"""One real JupyterLab, without the internet, used the way a participant uses it."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Expect, Locator, Page

from joinedup.workbook import FILE, kept

from ..conftest import CHAPTERS, ROOT

pytestmark = pytest.mark.lab

PATIENCE = 90_000
ELSEWHERE = re.compile(r"^(http|ws)s?://(?!(127\.0\.0\.1|localhost)[:/])")
COLOURS = """(title) => [getComputedStyle(title).color, getComputedStyle(title.closest(".ju")).backgroundColor]"""
expect = Expect()
expect.set_options(timeout=PATIENCE)


@dataclass
class Lab:
    address: str
    folder: Path


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """Run a server that neither reads nor writes anything of the person who runs the tests."""
    home = tmp_path_factory.mktemp("home")
    folder = tmp_path_factory.mktemp("workbooks")
    news = home / "config/lab/user-settings/@jupyterlab/apputils-extension/notification.jupyterlab-settings"
    news.parent.mkdir(parents=True)
    news.write_text('{"fetchNews": "false", "checkForUpdates": false}')
    own = {f"JUPYTER_{kind.upper()}_DIR": str(home / kind) for kind in ("config", "data", "runtime")}
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = [
        "--no-browser", "--ip=127.0.0.1", f"--port={port}", "--ServerApp.port_retries=0", "--IdentityProvider.token=",
        f"--config={ROOT / 'jupyter_server_config.py'}", "--ServerApp.password=", "--allow-root", f"--notebook-dir={folder}",
    ]  # fmt: skip
    with (
        (home / "log.txt").open("w+") as log,
        subprocess.Popen(
            [sys.executable, "-m", "jupyterlab", *options],
            env=os.environ | own | {"HOME": str(home)},
            cwd=folder,
            stdout=log,
            stderr=subprocess.STDOUT,
        ) as server,
    ):
        try:
            found = Lab(f"http://127.0.0.1:{port}", folder)
            if not answers(f"{found.address}/api/status", server):
                pytest.fail(f"JupyterLab did not start:\n{(home / 'log.txt').read_text()}")
            yield found
        finally:
            server.terminate()  # it ends its kernels first
            try:
                server.wait(60)
            except subprocess.TimeoutExpired:
                server.kill()


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
        """Read every cell's input, in order."""
        return self.page.locator(".jp-Notebook .jp-Cell .jp-Cell-inputArea").all_text_contents()

    def runs(self, code: str) -> Locator:
        """Add a cell at the end by hand, type code, run it; give its output."""
        many = len(self.cells())
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


@pytest.fixture
def person(request: pytest.FixtureRequest, lab: Lab, browser: Browser) -> Iterator[Person]:
    """Give somebody a copy of the workbook, and a browser that reports every request to somewhere else."""
    for part in ("notebooks", "data"):
        shutil.copytree(ROOT / part, lab.folder / request.node.name / part)
    away: list[str] = []
    with browser.new_context(viewport={"width": 1300, "height": 900}, service_workers="block") as context:
        context.route(ELSEWHERE, lambda route: (away.append(route.request.url), route.abort()))
        context.route_web_socket(ELSEWHERE, lambda gone: away.append(gone.url))
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        yield Person(page, lab, request.node.name)
    assert away == [], "JupyterLab asked another host"


def test_continuum_by_keyboard_and_in_python(person: Person) -> None:
    person.runs_all("01_setting_the_scene")
    slider, cells = person.exercise("ch01-continuum"), person.cells()
    now, needed = (group.get_by_role("radio") for group in slider.locator("fieldset").all())
    keys = person.page.keyboard

    now.first.focus()
    keys.press("ArrowRight")
    expect(now.nth(1)).to_be_checked()
    expect(now.nth(1)).to_be_focused()
    keys.press("Tab")
    expect(needed.first).to_be_focused()
    for place in (1, 2, 3):
        keys.press("ArrowDown")
        expect(needed.nth(place)).to_be_checked()
    expect(slider.locator(".ju-result")).to_be_visible()
    expect(slider.get_by_role("status")).to_have_text(slider.locator(".ju-sentence").inner_text())
    expect(needed.nth(3)).to_be_focused()
    assert person.cells() == cells

    places = {"now": now.nth(1).get_attribute("value"), "needed": needed.nth(3).get_attribute("value")}
    person.has_kept("ch01-continuum", {"places": places})
    expect(person.runs("slider.answer")).to_have_text(str({"places": places}))
    expect(person.runs('slider.reading["kind"]')).to_have_text("'under-many'")


def test_sorter_and_text_boxes_keep_their_keys(person: Person) -> None:
    person.runs_all("03_getting_together")
    sorter, cells = person.exercise("ch03-sorter"), person.cells()
    for turn in range(6):
        sorter.get_by_role("button", name="Put it here").nth(turn % 5).click()
    person.page.keyboard.type("abxdd")  # on a button
    assert person.cells() == cells
    sorter.get_by_role("button", name="Show what the corners are called").click()
    expect(sorter.locator(".ju-result")).to_be_visible()
    expect(sorter.locator(".ju-compare li").first).to_be_visible()
    for part in ("dt", "dd"):
        expect(sorter.locator(part).first).to_have_css("float", "none")  # in JupyterLab's outputs they float

    box = person.exercise("ch03-membership").get_by_role("textbox").first
    box.click()
    person.page.keyboard.type("abdx dd 00 ")
    person.page.keyboard.press("ArrowLeft")
    person.page.keyboard.type("ā")
    expect(box).to_have_value("abdx dd 00ā ")
    assert person.cells() == cells


def test_self_check_and_a_slip_of_the_keys(person: Person) -> None:
    person.runs_all("07_sustaining")
    check = person.exercise("ch07-life-cycle")
    for statement in check.locator("fieldset").all():
        statement.get_by_text("Partly", exact=True).click()
    check.get_by_role("button", name="Show what our answers say").click()
    expect(check.locator(".ju-result .ju-sentence")).to_be_visible()
    expect(check.get_by_role("status")).to_have_text(check.locator(".ju-sentence").inner_text())

    error = person.runs('import joinedup; joinedup.ContinuumSlider("ch01-continuum", levles="x")')
    expect(error).to_have_count(1)
    expect(error).to_contain_text("Did you mean 'levels'?")
    assert len(error.inner_text().strip().splitlines()) == 1
    assert error.inner_text().startswith("ConfigurationError: ")


def test_figures_and_colours_in_both_themes(person: Person) -> None:
    person.runs_all("01_setting_the_scene")
    title = person.exercise("ch01-continuum").locator(".ju-title")
    figures = person.page.locator("figure.ju-figure").all()
    assert figures
    seen = []
    for theme in ("Light", "Dark"):
        person.changes_theme(theme)
        for figure in figures:
            figure.scroll_into_view_if_needed()
            drawing = figure.locator(".ju-drawing svg").filter(visible=True)
            expect(drawing).to_have_count(1)
            assert drawing.bounding_box()["height"] > 100
        seen.append(title.evaluate(COLOURS))
        assert contrast(*seen[-1]) >= 4.5, theme
    (light_text, light_paper), (dark_text, dark_paper) = seen
    assert light_text != dark_text and light_paper != dark_paper
    figures[0].get_by_text("the data behind it").click()
    expect(figures[0].locator("td").first).to_have_css("text-align", "left")  # JupyterLab puts them to the right


def contrast(*colours: str) -> float:
    """Give the contrast of two colours such as `rgb(31, 35, 40)` (WCAG 2.2)."""

    def light(colour: str) -> float:
        parts = [int(part) / 255 for part in re.fullmatch(r"rgb\((\d+), (\d+), (\d+)\)", colour).groups()]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    dark, bright = sorted(map(light, colours))
    return (bright + 0.05) / (dark + 0.05)


def test_notebook_can_be_read_before_it_is_run(person: Person) -> None:
    person.opens("01_setting_the_scene")
    face = person.page.locator("section.ju").first
    can_be_read(face)
    # JupyterLab does not trust it yet: no script, no style, no attribute of ours, and it is still all there.
    expect(person.page.locator("[data-exercise], .ju-config, .ju-rules")).to_have_count(0)
    figure = person.page.locator("figure.ju-figure").first
    figure.scroll_into_view_if_needed()
    expect(figure.locator("figcaption")).to_be_visible()
    figure.get_by_text("the data behind it").click()
    expect(figure.get_by_role("table")).to_be_visible()


def test_notebook_can_be_read_when_it_was_run_on_another_day(person: Person) -> None:
    person.runs_all("01_setting_the_scene")
    person.chooses("File", "Save Notebook")
    expect(person.page.locator(".lm-TabBar-tab.jp-mod-dirty")).to_have_count(0)
    person.chooses("Kernel", "Shut Down Kernel")
    person.page.locator("#jp-main-statusbar").get_by_text("No Kernel").wait_for()
    person.opens("01_setting_the_scene")
    can_be_read(person.page.locator("section.ju").first)
    expect(person.page.get_by_text("Error displaying widget")).to_have_count(0)


def can_be_read(face: Locator) -> None:
    """See that an exercise stands there in full: its title, its five levels, its two questions and their choices."""
    expect(face).to_be_visible()
    face.scroll_into_view_if_needed()
    expect(face.get_by_role("heading", name="How close do you need to be?")).to_be_visible()
    expect(face.get_by_role("table").locator("tbody tr")).to_have_count(5)
    questions = face.get_by_role("heading", level=4)
    expect(questions).to_have_count(2)
    for question in questions.all():
        expect(question).to_be_visible()
    expect(face.get_by_role("listitem").filter(has_text="We can’t agree yet")).to_have_count(2)


@pytest.mark.parametrize("chapter", [chapter for chapter in CHAPTERS if chapter[:2] not in ("01", "03", "07")])
def test_every_other_chapter_runs_from_top_to_bottom(person: Person, chapter: str) -> None:
    person.runs_all(chapter)


def test_answers_are_there_after_the_kernel_was_restarted_and_in_the_next_chapter(person: Person) -> None:
    person.runs_all("02_before_starting")
    person.exercise("ch02-case").get_by_role("textbox").first.fill("Damp homes in whānau flats")
    person.has_kept("ch02-case", {"notes": {"case": "Damp homes in whānau flats"}})
    person.chooses("Kernel", "Restart Kernel and Run All Cells…")
    person.page.get_by_role("button", name="Confirm Kernel Restart").click()
    person.page.locator("#jp-main-statusbar").get_by_text("| Idle").wait_for()
    box = person.exercise("ch02-case").get_by_role("textbox").first
    expect(box).to_have_value("Damp homes in whānau flats")
    expect(person.exercise("ch02-complexity").locator(".ju-earlier")).to_contain_text("Damp homes in whānau flats")
    person.runs_all("03_getting_together")
    expect(person.exercise("ch03-membership").locator(".ju-earlier")).to_contain_text("Damp homes in whānau flats")
    person.chooses("File", "Save Notebook")
    stored = person.lab.folder / person.name / "notebooks"
    assert all("Damp homes" not in path.read_text("utf-8") for path in stored.glob("*.ipynb"))
