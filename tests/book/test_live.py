"""The offer to open a chapter live, and how a live exercise keeps its answers in the browser."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from joinedup import ContinuumSlider
from joinedup.exercises.base import exercise as base
from joinedup.rendering.linker import module
from joinedup_book.live import setup as live_extension
from tests.helpers.book import BOOK, CHAPTERS, PAGES
from tests.helpers.doing_exercises import SCENE
from tests.helpers.saved_answers import hears, kept, put
from tests.helpers.serving import serve

pytestmark = pytest.mark.browser

EXERCISE = "ch01-continuum"


def test_a_book_without_a_live_part_has_nothing_of_it() -> None:
    for path in PAGES:
        text = (BOOK / path).read_text("utf-8")
        assert "live-button" not in text, path
        assert "live.js" not in text, path
    assert list((BOOK / "_static").glob("live.*")) == []


def test_only_chapters_offer_it_and_the_service_worker_keeps_nothing_of_it(published: Path) -> None:
    offering = {path for path in PAGES if "live-button" in (published / path).read_text("utf-8")}
    assert offering == {f"notebooks/{chapter}.html" for chapter in CHAPTERS}
    assert '"lite/' not in (published / "service-worker.js").read_text("utf-8")


def test_it_says_how_much_will_be_loaded_before_it_loads_anything(published: Path, visit) -> None:
    with serve(published) as site:
        asked: list[str] = []
        page = visit(viewport={"width": 320, "height": 700}).open(f"{site}notebooks/{CHAPTERS[1]}.html")
        page.on("request", lambda request: asked.append(request.url))
        expect(page.locator("p.live")).to_contain_text("This loads about 23 MB the first time")
        page.locator("a.live", has_text="Open live").click()
        button = page.locator("p.live").get_by_role("link", name="Open live")
        expect(button).to_be_in_viewport()
        box = button.bounding_box()
        assert box["height"] >= 44
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert asked == []
        assert button.get_attribute("href") == f"../lite/notebooks/index.html?path=notebooks/{CHAPTERS[1]}.ipynb"


def test_opened_from_a_folder_or_without_scripts_it_is_not_offered(published: Path, visit) -> None:
    page = visit().open((published / f"notebooks/{CHAPTERS[1]}.html").as_uri())
    expect(page.locator(".live").first).to_be_hidden()
    expect(page.locator("p.live")).to_be_hidden()
    with serve(published) as site:
        page = visit(java_script_enabled=False).open(f"{site}notebooks/{CHAPTERS[1]}.html")
        expect(page.locator("p.live")).to_be_hidden()


def test_a_live_part_that_does_not_say_its_size_is_named(tmp_path: Path) -> None:
    class App:
        srcdir = str(tmp_path)

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BOOK_LIVE", "lite.json")
        with pytest.raises(ValueError, match=r"lite\.json, which does not say how large the live part is"):
            live_extension.setup(App())


# --- Answers: the widget as a kernel in a browser would show it, with a model in place of the kernel's


MODEL = """
(state) => {
  const heard = new Map();
  window.told = [];
  window.model = {
    get: (name) => state[name],
    set(name, value) { state[name] = value; (heard.get(`change:${name}`) ?? []).forEach((one) => one()); },
    save_changes: () => window.told.push(state.answer),
    on: (event, one) => heard.set(event, [...(heard.get(event) ?? []), one]),
    off: (event, one) => heard.set(event, (heard.get(event) ?? []).filter((other) => other !== one)),
  };
}
"""
SHOWN = """
async (text) => {
  window.text ??= text;
  const address = URL.createObjectURL(new Blob([window.text], { type: "text/javascript" }));
  const { default: widget } = await import(address);
  window.end = await widget.render({ model: window.model, el: document.querySelector("main") });
}
"""


@pytest.fixture
def live(visit, site: str, in_notebooks: None):
    """Show the exercise in an empty page of the book's own host, as its cell would when it is run there."""
    config = dict(ContinuumSlider(EXERCISE).config)
    text = module(ContinuumSlider.script, (base.HERE / "browser_kernel.js", "keptInBrowser"))
    one = visit()
    body = '<!DOCTYPE html><html data-content_root="./"><link rel="icon" href="data:,"><main></main>'
    one.context.route("**/empty.html", lambda route: route.fulfill(body=body, content_type="text/html"))
    page = one.open(f"{site}book/privacy.html")

    def show(kept_before: dict | None = None) -> Page:
        if kept_before:
            put(page, EXERCISE, "continuum-slider", kept_before)
        page.goto(f"{site}empty.html")
        page.evaluate(MODEL, {"config": config, "answer": {}, "saved": {}, "previous_answers": {}})
        page.evaluate(SHOWN, text)
        return page

    return show


NOW = {"places": {"now": "communication"}}


def test_python_hears_what_the_book_has_kept(live) -> None:
    page = live(NOW)
    assert page.evaluate("told") == [NOW]
    expect(page.locator("[data-ready=true]")).to_have_attribute("data-touched", "true")


def test_an_answer_is_kept_for_the_book_and_told_to_python(live) -> None:
    page = live()
    assert page.evaluate("told") == []
    page.locator("fieldset").first.locator("label").first.click()
    [answer] = page.evaluate("told")
    assert answer["places"]
    assert kept(page) == {EXERCISE: answer}


def test_what_python_is_given_by_code_is_kept_too(live) -> None:
    page = live()
    page.evaluate("(answer) => model.set('answer', answer)", NOW)
    assert kept(page) == {EXERCISE: NOW}
    expect(page.locator("[data-ready=true]")).to_have_attribute("data-touched", "true")


def test_a_cell_that_is_run_again_leaves_the_old_one_silent(live) -> None:
    page = live()
    page.evaluate("window.end()")
    page.evaluate("(answer) => model.set('answer', answer)", NOW)
    assert kept(page) == {}
    page.evaluate("model.set('answer', {})")
    put(page, EXERCISE, "continuum-slider", NOW)
    page.evaluate("window.dispatchEvent(new StorageEvent('storage', { key: null }))")  # as from another tab
    assert page.evaluate("told") == []
    expect(page.locator("[data-ready=true]")).to_have_count(0)


def test_a_cell_that_is_run_again_takes_up_what_the_book_has_changed_meanwhile(live, site: str) -> None:
    page = live()
    page.evaluate("(answer) => model.set('answer', answer)", NOW)
    page.evaluate("window.end()")
    book = page.context.new_page()
    book.goto(f"{site}{SCENE}")
    book.locator(f'[data-exercise="{EXERCISE}"]').get_by_role("radio", name="Collaboration").first.check()
    later = {"places": {"now": "collaboration"}}
    assert hears(page, lambda found: found == {EXERCISE: later})
    page.evaluate(SHOWN)
    page.wait_for_function(
        "(later) => JSON.stringify(model.get('answer')) === later", arg=json.dumps(later, separators=(",", ":"))
    )
    assert kept(page) == {EXERCISE: later}
