"""Every page that is no chapter, and everything that opens on one, has nothing that axe-core finds wrong."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.helpers.answered import answer_all
from tests.helpers.axe import LOOKS, violations
from tests.helpers.book import BOOK, CHAPTERS, LISTED, ONE_SHEET_OF_EACH, PAGES, SHEETS, WHOLE_BOOK
from tests.helpers.doing_exercises import SCENE
from tests.helpers.group_picture import SAMPLE, answered_in_sample, brings, looks_at, person, stands
from tests.helpers.group_picture import opens as opens_group
from tests.helpers.my_workbook import EARLIER, a_file, chooses, note, told
from tests.helpers.my_workbook import opens as opens_mine
from tests.helpers.saved_answers import FORBIDDEN, put

pytestmark = pytest.mark.browser

OTHERS = [path for path in PAGES if path.removeprefix("notebooks/").removesuffix(".html") not in CHAPTERS]
ADDED = ("header", ".whole-book > :not(article)", ".whole-book > article > .eyebrow", "footer")
"""What the whole book has that its pages don't have."""
SHARED_OUT = 3
"""Among how many tests the pages are shared out."""
PAPER = "[data-joinedup], noscript, :has(> [data-workbook], > [data-group])"
"""What is another thing where no script runs."""
PAPER_LOOKS = (("light", 320),)
PICTURE = ('[data-group="choose"]', '[data-group="picture"]')
BAD = {"name": "holiday.jpg", "mimeType": "image/jpeg", "buffer": b"\xff\xd8\xff\xe0\x00\x10JFIF"}


@pytest.mark.parametrize("part", range(SHARED_OUT))
def test_axe_finds_nothing_wrong_with_the_other_pages(visit, address, part: int) -> None:
    """Sheets are alike, and of the whole book only what it adds is judged: its parts are, each on its own page."""
    reader = visit()
    page = reader.open(address("search.html"))
    found = []
    for path in OTHERS[part::SHARED_OUT]:
        page.goto(address(path))
        looks = LOOKS[:1] if path in SHEETS and path not in ONE_SHEET_OF_EACH else LOOKS
        parts = ADDED if path == WHOLE_BOOK else None
        found += [f"{path}, {one}" for one in violations(page, parts, looks)]
    assert found == []


def test_axe_finds_nothing_wrong_with_the_front_door(visit, address) -> None:
    """It leads on at once; to be looked at, it has to stay."""
    text = (BOOK / "index.html").read_text("utf-8")
    leads_on = re.search(r'<meta http-equiv="refresh" content="0; [^>]*>', text)[0]
    reader = visit()
    reader.context.route("**/index.html", lambda route: route.fulfill(body=text.replace(leads_on, "")))
    page = reader.open(address("index.html"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Better Connected")
    assert violations(page) == []


def test_axe_finds_nothing_wrong_without_javascript(visit, address) -> None:
    """The page's own scripts never ran; axe-core, which is one too, comes after."""
    page = visit().open(address("search.html"))
    switch = page.context.new_cdp_session(page)
    found = []
    for path in (*LISTED, *ONE_SHEET_OF_EACH):
        switch.send("Emulation.setScriptExecutionDisabled", {"value": True})
        page.goto(address(path))
        switch.send("Emulation.setScriptExecutionDisabled", {"value": False})
        if page.locator(PAPER).count():
            assert page.locator("[data-ready]").count() == 0
            found += [f"{path}, {one}" for one in violations(page, [PAPER], PAPER_LOOKS)]
    assert found == []


@pytest.mark.parametrize("words", ["fatigue", "zzzz"])
def test_axe_finds_nothing_wrong_with_what_a_search_finds(visit, address, words: str) -> None:
    page = visit().open(address(f"search.html#q={words}"))
    expect(page.locator("#search-results p").first).to_contain_text(f"“{words}”")
    assert page.locator("#search-results li").count() > 1 or words == "zzzz"
    assert violations(page, ["main"]) == []


def test_axe_finds_nothing_wrong_with_the_contents_on_a_phone(visit, address) -> None:
    page = visit(viewport={"width": 320, "height": 800}).open(address(SCENE))
    page.get_by_role("button", name="Contents").click()
    expect(page.get_by_role("navigation", name="The book")).to_be_visible()
    assert violations(page, [".contents"]) == []


def test_axe_finds_nothing_wrong_where_nothing_can_be_kept(visit, address) -> None:
    reader = visit()
    reader.context.add_init_script(FORBIDDEN)
    page = reader.open(address(SCENE))
    page.locator('[data-exercise="ch01-take-back"] textarea').first.fill("Ring the school")
    expect(page.locator(".ju-unsaved").filter(visible=True)).to_have_count(1)
    found = violations(page, ["[data-joinedup]"])
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(address("book/my-workbook.html"))
    expect(page.locator('[data-workbook="notice"] [role="alert"]')).not_to_be_empty()
    assert found + violations(page) == []


# --- My workbook


def test_axe_finds_nothing_wrong_with_a_whole_workbook(visit, address) -> None:
    page = opens_mine(visit(), address)
    answer_all(page, "done")
    put(page, "ch99-gone", "reflection", {"notes": {"box": "From another book"}})
    page.reload()
    expect(page.locator(".jw-answer").nth(40)).to_be_visible()
    assert violations(page) == []


def test_axe_finds_nothing_wrong_with_what_opens_in_a_workbook(visit, address) -> None:
    reader = visit()
    page = opens_mine(reader, address)
    for exercise in ("ch01-take-back", "ch02-take-back"):
        put(page, exercise, "reflection", {"notes": {"move": "Mine", "view": "Mine"}}, EARLIER)
    page.reload()
    page.get_by_role("button", name="Copy the short code").click()
    expect(page.get_by_label("The short code")).to_be_visible()
    told(page, "ch02-take-back").get_by_role("button", name="Delete this answer: ").click()
    expect(page.locator("[data-deleted]")).to_be_visible()
    chooses(page, a_file(ch01_take_back=note("Theirs"), ch04_take_back=note("New")))
    expect(page.locator(".jw-choosing")).to_be_visible()
    found = violations(page)
    page.get_by_role("button", name="Import what I chose").click()
    page.get_by_role("button", name="Delete all my answers").click()
    expect(page.get_by_role("button", name="Undo")).to_have_count(2)
    found += violations(page)
    chooses(page, BAD)
    expect(page.get_by_role("alert").filter(has_text="holiday.jpg")).to_be_visible()
    assert found + violations(page) == []


# --- Group picture


def test_axe_finds_nothing_wrong_with_any_picture_of_a_group(visit, address) -> None:
    page = opens_group(visit, address)
    brings(page, SAMPLE)
    found = violations(page)
    for name in answered_in_sample().values():
        shown = looks_at(page, name, "role")
        expect(shown.get_by_role("heading", level=3)).to_be_visible()
        found += [f"{name}, {one}" for one in violations(page, PICTURE)]
    assert found == []


def test_axe_finds_nothing_wrong_with_two_dates_notes_and_refusals(visit, address) -> None:
    page = opens_group(visit, address)
    brings(page, [BAD, *(person(n, stands("communication")) for n in range(8))])
    brings(page, [BAD, *(person(n, stands("co-existence")) for n in range(8))], "earlier")
    shown = looks_at(page, "ch01-continuum")
    expect(shown.locator(".gp-dates svg")).to_have_count(2)
    brings(page, [person(30, stands("collaboration"))], "earlier")
    expect(shown.locator(".gp-waiting")).to_have_count(1)
    found = violations(page)
    page.reload()
    noted = {"ch01-take-back": ("reflection", {"notes": {"move": "Ring the school"}})}
    brings(page, [person(n, noted, notes_for_group=True) for n in range(6)])
    shown = looks_at(page, "ch01-take-back")
    expect(shown.locator(".gp-notes li")).to_have_count(6)
    found += violations(page, PICTURE)
    page.get_by_label("Minimum group size").fill("4")
    page.get_by_label("Minimum group size").blur()
    expect(page.get_by_text("With fewer than five people, others can guess")).to_be_visible()
    assert found + violations(page, PICTURE) == []


# --- The judge is judged


@pytest.mark.parametrize(
    ("script", "rule"),
    [
        ("document.querySelector('main p').style.color = 'light-dark(#999, #fff)'", "light, 1280 px: color-contrast"),
        ("document.querySelector('main p').style.color = 'light-dark(#000, #444)'", "dark, 320 px: color-contrast"),
        (
            "document.querySelector('.appearance').style.cssText = 'min-width: 0; width: 12px; min-height: 0; height: 12px; padding: 0; margin: 0 -1rem'",
            "target-size",
        ),
        ("document.querySelector('main h2').outerHTML = '<h5>Deep</h5>'", "heading-order"),
        ("document.querySelector('main').append(document.createElement('button'))", "button-name"),
    ],
)
def test_axe_would_find_it(visit, address, script: str, rule: str) -> None:
    page = visit().open(address("book/privacy.html"))
    page.evaluate(script)
    assert any(rule in one for one in violations(page))
