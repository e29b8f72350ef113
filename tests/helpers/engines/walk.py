"""What every engine has to do. A module that names an engine takes these tests in."""

from __future__ import annotations

import json
import threading

import pytest

from joinedup import workbook
from joinedup.exercises.registry import KINDS
from tests.helpers.book import ONE_SHEET_OF_EACH, PAGES, ROOT, SHEETS, WHOLE_BOOK

from .doing import BY_KIND, SORTS, by_click, by_keyboard, state
from .engine import Engine
from .watched import Site

SCHEMES = ("http", "file")
SAMPLE = sorted((ROOT / "data" / "sample_workshop").glob("*.json"))
MINE, GROUP, FROM_PAPER = "book/my-workbook.html", "book/group-picture.html", "book/instructors/from-paper.html"
LOADED = tuple(page for page in PAGES if page not in SHEETS or page in ONE_SHEET_OF_EACH)
ABOUT_POPOVERS = "Found a 'popover' attribute"
"""What Chrome 109 to 113 say of an attribute that they do not know yet; the script that stands in for it does."""


def opens(engine: Engine, site: Site, page: str, scheme: str = "http") -> None:
    """Open a page, and wait until it can be used."""
    engine.open(site.of(page, scheme))
    engine.until_ready()


def was_quiet(engine: Engine, site: Site) -> None:
    assert [one for one in engine.complaints() if ABOUT_POPOVERS not in one] == []
    assert site.missing == []


FORGET = """localStorage.clear();
const all = (await indexedDB.databases()).map(({ name }) => indexedDB.deleteDatabase(name));
await Promise.all(all.map((asked) => new Promise((go) => (asked.onsuccess = asked.onerror = go))));
return true;"""
IS_SAVED = """for (const name of await caches.keys()) {
  if (await (await caches.open(name)).match(location.pathname, { ignoreSearch: true })) return "saved";
}
return "not yet";"""


def kept_nothing(engine: Engine) -> None:
    engine.promised(FORGET, "a browser that keeps nothing")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_page_loads_quiet_and_ready(engine: Engine, watched: Site, scheme: str) -> None:
    for page in LOADED:
        if page == WHOLE_BOOK and scheme == "file":
            continue  # as heavy as all the others together, and nothing in it that they don't have
        opens(engine, watched, page, scheme)
        assert engine.count(".not-started") == 0, page
        was_quiet(engine, watched)


def test_there_is_an_exercise_of_every_kind() -> None:
    assert set(BY_KIND) == set(KINDS)


@pytest.mark.parametrize("kind", BY_KIND)
def test_a_kind_is_done_by_click_and_found_again(engine: Engine, watched: Site, kind: str) -> None:
    page, exercise = BY_KIND[kind]
    scheme = SCHEMES[list(BY_KIND).index(kind) % 2]
    opens(engine, watched, page, scheme)
    sheet = f'[data-exercise="{exercise}"]'
    blank = state(engine, sheet)
    by_click(engine, kind, sheet)
    done = state(engine, sheet)
    assert done != blank
    assert kind == "reflection" or done[-1], "no result is shown"
    engine.reload()
    engine.until_ready()
    assert state(engine, sheet)[:3] == done[:3]
    was_quiet(engine, watched)
    kept_nothing(engine)


@pytest.mark.parametrize("kind", BY_KIND)
def test_a_kind_is_done_by_keyboard_and_found_again(engine: Engine, watched: Site, kind: str) -> None:
    page, exercise = BY_KIND[kind]
    scheme = SCHEMES[list(BY_KIND).index(kind) % 2 - 1]
    opens(engine, watched, page, scheme)
    sheet = f'[data-exercise="{exercise}"]'
    blank = state(engine, sheet)
    by_keyboard(engine, kind, sheet)
    done = state(engine, sheet)
    assert done != blank
    engine.reload()
    engine.until_ready()
    assert state(engine, sheet)[:3] == done[:3]
    was_quiet(engine, watched)
    kept_nothing(engine)


@pytest.mark.parametrize("kind", SORTS)
def test_a_card_is_dragged_to_its_place(engine: Engine, watched: Site, kind: str) -> None:
    page, exercise = BY_KIND[kind]
    opens(engine, watched, page)
    sheet = f'[data-exercise="{exercise}"]'
    engine.drag(f"{sheet} .ju-hand .ju-card", f"{sheet} [data-zone]")
    assert sum(state(engine, sheet)[2]) == 1
    kept_nothing(engine)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_my_workbook_exports_copies_deletes_undoes_and_imports(engine: Engine, watched: Site, scheme: str) -> None:
    page, exercise = BY_KIND["reflection"]
    opens(engine, watched, page, scheme)
    by_click(engine, "reflection", f'[data-exercise="{exercise}"]')
    opens(engine, watched, MINE, scheme)
    told = f'[data-answer="{exercise}"]'
    assert "Ōtara" in engine.text(told)

    engine.click('[data-workbook="take"] .jw-buttons button')
    file = engine.downloaded("my-workbook*.json")[-1]
    assert exercise in json.loads(file.read_text("utf-8"))["answers"]

    engine.click('[data-workbook="take"] .jw-buttons button', 3)
    engine.until_text('[data-workbook="take"] [role=status]', "The code has been copied")
    code = engine.js("return document.querySelector('.jw-code').value")
    assert exercise in workbook.from_code(code)["answers"]

    for part in ("delete", "bring"):
        if part == "delete":
            engine.click('[data-workbook="delete"] button')
        else:
            engine.choose('[data-workbook="bring"] input[type=file]', [file])
        notice = f'[data-workbook="{part}"] .jw-notice'
        engine.until(lambda notice=notice: engine.is_shown(f"{notice} button"), "the notice with Undo")
        assert engine.count(told) == (0 if part == "delete" else 1)
        if part == "delete":
            engine.click(f"{notice} button")
            engine.until(lambda: engine.count(told) == 1, "what was brought back")
            kept_nothing(engine)
            engine.reload()
            engine.until_ready()
            assert engine.count(told) == 0
    was_quiet(engine, watched)
    kept_nothing(engine)
    file.unlink()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_thirty_workbooks_become_a_picture_to_take_along(engine: Engine, watched: Site, scheme: str) -> None:
    opens(engine, watched, GROUP, scheme)
    engine.choose('[data-group="now"] input[type=file]', SAMPLE)
    engine.until_text('[data-group="now"]', f"Workbooks included: {len(SAMPLE)}")
    engine.js(
        """const chosen = document.querySelector('[data-group="choose"] select');
        chosen.value = "ch01-continuum";
        chosen.dispatchEvent(new Event("change"));"""
    )
    engine.until(lambda: engine.count(".gp-figure > svg"), "the picture")
    for ending in ("svg", "png", "csv"):
        buttons = engine.js("return [...document.querySelectorAll('.gp-figure button')].map((one) => one.textContent)")
        place = next(number for number, text in enumerate(buttons) if ending.upper() in text)
        engine.click(".gp-figure button", place)
        for file in engine.downloaded(f"*.{ending}"):
            file.unlink()
    was_quiet(engine, watched)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_sheets_from_paper_become_files_one_or_several(engine: Engine, watched: Site, scheme: str) -> None:
    opens(engine, watched, FROM_PAPER, scheme)
    engine.click('input[value="ch07-fatigue"]')
    engine.click(".fp-box")
    for sheet in ("1123", "2231", "3312"):
        engine.type(sheet)
        engine.press("Enter")  # the last line takes several numbers, and this ends it
        engine.press("Enter")
    engine.until_text(".fp-said", "Sheet 3")
    engine.click('[data-paper="take"] button', 0)
    for file in engine.downloaded("paper-*.txt"):
        assert file.read_text("utf-8").count("JU1.") == 3
        file.unlink()
    engine.click('[data-paper="take"] button', 1)
    for file in engine.downloaded("paper-*.json", 3):
        file.unlink()
    engine.click('[data-paper="clear"] button')
    engine.until(lambda: engine.is_shown('[data-paper="clear"] .jw-notice button'), "the notice with Undo")
    engine.click('[data-paper="clear"] .jw-notice button')
    engine.until(lambda: engine.count(".fp-sheets li") == 3, "the sheets that were brought back")
    was_quiet(engine, watched)
    kept_nothing(engine)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_search_finds_an_exercise_by_its_number(engine: Engine, watched: Site, scheme: str) -> None:
    opens(engine, watched, "search.html", scheme)
    engine.click("#find")
    engine.type("3.1")
    engine.press("Enter")
    engine.until(lambda: "Exercise 3.1:" in engine.text("#search-results li > a"), "Exercise 3.1")
    was_quiet(engine, watched)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_dark_is_chosen_stays_and_has_other_colours(engine: Engine, watched: Site, scheme: str) -> None:
    colours = """return ["body", ".ju", ".ju-figure .ju-ink"].map((query) => {
      const { color, backgroundColor, fill } = getComputedStyle(document.querySelector(query));
      return [color, backgroundColor, fill].join();
    });"""
    page = BY_KIND["continuum-slider"][0]
    opens(engine, watched, page, scheme)
    was = engine.js(colours)
    engine.click("button.appearance")
    chosen = engine.js(colours)
    assert all(one != other for one, other in zip(was, chosen, strict=True))
    engine.reload()
    assert engine.js(colours) == chosen
    kept_nothing(engine)
    engine.reload()
    assert engine.js(colours) == was
    assert engine.js("return getComputedStyle(document.body).color !== getComputedStyle(document.body).backgroundColor")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_drawer_opens_and_closes_on_a_phone(engine: Engine, watched: Site, scheme: str) -> None:
    engine.resize(500, 800)  # the narrowest that every engine's window can be
    for page in (BY_KIND["continuum-slider"][0], "book/intro.html"):
        opens(engine, watched, page, scheme)
        assert not engine.is_shown("#contents")
        for way in ("button", "Escape", "link"):
            engine.click(".contents-button")
            engine.until(lambda: engine.is_shown("#contents"), "the drawer")
            if way == "Escape":
                engine.press("Escape")
            elif way == "button":
                engine.click(".contents-close")
            elif engine.count(".here a"):
                engine.click(".here a")
            else:
                engine.press("Escape")
            engine.until(lambda: not engine.is_shown("#contents"), f"the end of the drawer by {way}")
    engine.resize(1280, 800)
    opens(engine, watched, BY_KIND["continuum-slider"][0], scheme)
    assert engine.is_shown("#contents")


def test_nothing_scrolls_sideways_where_scroll_bars_take_room(engine: Engine, watched: Site) -> None:
    for page in ("book/intro.html", BY_KIND["continuum-slider"][0], GROUP):
        opens(engine, watched, page)
        wide = engine.js(
            "const { scrollWidth, clientWidth } = document.documentElement; return [scrollWidth, clientWidth]"
        )
        assert wide[0] <= wide[1], page
    taken = engine.js("return innerWidth - document.documentElement.clientWidth")
    assert taken > 0, "the scroll bar takes no room here, so this shows nothing"


def test_this_computer_is_said_to_do(engine: Engine, watched: Site) -> None:
    opens(engine, watched, "book/instructors/test-this-computer.html")
    engine.until_text(".test-verdict", "This computer will do. Everything")


def test_what_was_opened_is_read_without_a_connection(engine: Engine, watched: Site) -> None:
    """The last one: it switches the server off."""
    page, exercise = BY_KIND["continuum-slider"]
    opens(engine, watched, page)
    engine.until(
        lambda: engine.js("return Boolean(navigator.serviceWorker && navigator.serviceWorker.controller)"),
        "the service worker",
    )
    engine.reload()
    engine.until_ready()
    engine.until(lambda: engine.promised(IS_SAVED, "the list of what is saved") == "saved", "a copy of the page")
    threading.Thread(target=watched.server.shutdown).start()
    watched.server.socket.close()
    engine.reload()
    engine.until_ready()
    by_click(engine, "continuum-slider", f'[data-exercise="{exercise}"]')
    assert state(engine, f'[data-exercise="{exercise}"]')[-1]
