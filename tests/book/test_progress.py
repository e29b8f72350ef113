"""How far a reader has come, said quietly: at the head of a chapter, in the contents and on the title page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.helpers.doing_exercises import SCENE, TOGETHER, exercise

pytestmark = pytest.mark.browser

LATE = """() => new Promise((done) => {
  let moved = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((one) => (moved += one.value))).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(moved), 500);
})"""


def in_contents(page: Page, chapter: str):
    return page.get_by_role("navigation", name="The book").get_by_role("link", name=chapter)


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_a_chapter_says_what_is_begun_and_what_is_done(visit, address, scheme: str) -> None:
    reader = visit(viewport={"width": 1280, "height": 800})
    page = reader.open(address(SCENE, scheme))
    slider = exercise(page, "ch01-continuum")
    head = page.locator(".exercises-here")
    expect(head.get_by_role("link", name="1.1", exact=True)).to_be_visible()
    expect(in_contents(page, "Setting the scene")).not_to_contain_text("done")
    slider.get_by_role("radio", name="Communication").nth(0).check()
    expect(head.get_by_role("link", name="1.1 (started)")).to_be_visible()
    expect(in_contents(page, "Setting the scene")).to_contain_text("started")
    slider.get_by_role("radio", name="Communication").nth(1).check()
    expect(head.get_by_role("link", name="1.1 (done)")).to_be_visible()
    expect(in_contents(page, "Setting the scene")).to_contain_text("1 of 3 done")
    head.get_by_role("link", name="1.3").click()
    expect(exercise(page, "ch01-take-back")).to_be_in_viewport()
    page.goto(address("book/how-to-use.html", scheme))
    expect(in_contents(page, "Setting the scene")).to_contain_text("1 of 3 done")
    page.goto(address("book/intro.html", scheme))
    listed = page.get_by_role("main").get_by_role("listitem").filter(has_text="five ways of working")
    expect(listed.get_by_role("link")).to_contain_text("1 of 3 done")
    assert page.locator("main .how-far:not(:empty)").count() == 1, "only where there is something to say"


def test_asking_for_the_result_is_being_done(visit, address) -> None:
    page = visit().open(address(TOGETHER))
    sheet = exercise(page, "ch03-sorter")
    for _ in range(6):
        sheet.locator("button.ju-put").first.click()
    expect(page.get_by_role("link", name="3.1 (started)")).to_be_visible()
    sheet.get_by_role("button", name="Show what the corners are called").click()
    expect(page.get_by_role("link", name="3.1 (done)")).to_be_visible()
    sheet.get_by_role("button", name="Start again").click()
    expect(page.get_by_role("link", name="3.1", exact=True)).to_be_visible()


def test_another_tab_hears_of_it(visit, address) -> None:
    reader = visit(viewport={"width": 1280, "height": 800})
    other = reader.open(address("book/how-to-use.html"))
    page = reader.open(address(SCENE))
    for box in exercise(page, "ch01-take-back").get_by_role("textbox").all():
        box.fill("Ring the school")
    expect(in_contents(other, "Setting the scene")).to_contain_text("1 of 3 done")


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_nothing_moves_when_it_appears_in_a_chapter(visit, address, width: int) -> None:
    reader = visit(viewport={"width": width, "height": 800})
    page = reader.open(address(SCENE))
    for question in (0, 1):
        exercise(page, "ch01-continuum").get_by_role("radio", name="Communication").nth(question).check()
    page.evaluate("scrollTo(0, 0)")
    page.reload()
    exercise(page, "ch01-continuum")
    assert page.evaluate(LATE) < 0.05
