"""Every exercise of every chapter in the built book, done start to finish by keyboard alone and by click alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from joinedup.content.dataframes import table
from tests.book.kept import kept
from tests.conftest import CHAPTERS, ROOT

pytestmark = pytest.mark.browser

EXERCISES = table("exercises", ROOT / "data")
SORTS = ("card-sort", "sense-making-sorter")
LINES = ("continuum-slider", "complexity-line")
MANY = 6


def in_chapter(chapter: str) -> list[tuple[str, str]]:
    own = EXERCISES[EXERCISES["chapter"] == chapter]
    return list(zip(own["id"].astype(str), own["widget"].astype(str), strict=True))


def sheet_of(page: Page, exercise: str) -> Locator:
    found = page.locator(f'[data-exercise="{exercise}"][data-ready="true"]')
    found.wait_for()
    return found


def tab_until(page: Page, sheet: Locator, selector: str) -> None:
    for _ in range(120):
        page.keyboard.press("Tab")
        if sheet.evaluate(
            "(s, q) => s.contains(document.activeElement) && document.activeElement.matches(q)", selector
        ):
            return
    raise AssertionError(f"Tab never came to {selector}")


def by_keyboard(page: Page, sheet: Locator, widget: str) -> None:
    sheet.evaluate("(s) => { s.tabIndex = -1; s.focus(); }")
    if widget in SORTS:
        for number in range(MANY):
            tab_until(page, sheet, 'button.ju-put:not([aria-disabled="true"])')
            for _ in range(number % 2):  # now and then the place after
                tab_until(page, sheet, 'button.ju-put:not([aria-disabled="true"])')
            page.keyboard.press("Enter")
            sheet.evaluate("(s) => s.focus()")
        tab_until(page, sheet, "button.ju-main")
        page.keyboard.press("Space")
        return
    if widget == "code-a-story":
        for number in range(3):
            tab_until(page, sheet, ".ju-marking > summary")
            page.keyboard.press("Enter")
            for _ in range(number + 1):
                tab_until(page, sheet, 'input[type="checkbox"]')
                page.keyboard.press("Space")
            tab_until(page, sheet, ".ju-quiet")
        tab_until(page, sheet, "button.ju-main")
        page.keyboard.press("Enter")
        return
    if widget == "priority-matrix":
        for number in range(sheet.locator("textarea").count()):
            tab_until(page, sheet, "textarea")
            page.keyboard.type("What we saw")
            for _ in range(2):
                tab_until(page, sheet, 'input[type="radio"]')
                page.keyboard.press("Space")
                for _ in range(number % 3):
                    page.keyboard.press("ArrowRight")
        return
    for _ in range(sheet.locator("textarea").count()):
        tab_until(page, sheet, "textarea")
        page.keyboard.type("What we saw")
    for number in range(sheet.locator("fieldset").count()):
        tab_until(page, sheet, 'input[type="radio"]')
        page.keyboard.press("Space")
        for _ in range(number % 3):
            page.keyboard.press("ArrowRight")


def by_click(page: Page, sheet: Locator, widget: str) -> None:
    if widget in SORTS:
        for number in range(MANY):
            sheet.locator("button.ju-put").nth(number % 3).click()
        sheet.locator("button.ju-main").click()
        return
    if widget == "code-a-story":
        for number in range(3):
            passage = sheet.locator("[data-passage]").nth(number)
            passage.locator("summary").click()
            passage.locator("label").nth(number).click()
        sheet.locator("[data-passage]").nth(3).locator("summary").click()
        sheet.locator("[data-passage]").nth(3).get_by_role("button", name="I see none of them here").click()
        sheet.locator("button.ju-main").click()
        return
    for box in sheet.locator("textarea").all():
        box.click()
        page.keyboard.type("What we saw")
    for number, field in enumerate(sheet.locator("fieldset").all()):
        field.locator("label").nth(number % 3).click()


def is_done(sheet: Locator, widget: str) -> None:
    if widget == "reflection":
        expect(sheet.locator("textarea").last).to_have_value("What we saw")
        return
    expect(sheet.locator(".ju-result")).to_be_visible()
    expect(sheet.get_by_role("heading", name="What your answers say")).to_be_visible()


@pytest.mark.parametrize(("do", "scheme"), [(by_keyboard, "http"), (by_click, "file")], ids=["keyboard", "click"])
@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_exercise_can_be_done_and_is_there_tomorrow(visit, address, chapter: str, do, scheme: str) -> None:
    page = visit().open(address(f"notebooks/{chapter}.html", scheme))
    exercises = in_chapter(chapter)
    assert page.locator("[data-joinedup]").count() == len(exercises) > 0
    for exercise, widget in exercises:
        sheet = sheet_of(page, exercise)
        do(page, sheet, widget)
        is_done(sheet, widget)
    answers = kept(page)
    assert set(answers) == {exercise for exercise, _ in exercises}
    page.reload()
    for exercise, widget in exercises:
        is_done(sheet_of(page, exercise), widget)
    assert kept(page) == answers


def test_two_readings_stand_side_by_side_and_nothing_is_counted(visit, address) -> None:
    page = visit().open(address("notebooks/10_seven_stories.html"))
    sheet = sheet_of(page, "ch10-code")
    passage = sheet.locator('[data-passage="nmcc-07"]')
    passage.locator("summary").click()
    passage.get_by_text("Serendipity", exact=False).or_(passage.get_by_text("Lucky chance")).first.click()
    expect(passage).not_to_contain_text("Only we see this here")
    sheet.get_by_role("button", name="Show both readings").click()
    expect(passage).to_contain_text("Only you see this here: Lucky chance")
    expect(passage).to_contain_text("Only we see this here: ")
    assert sheet.locator(".ju-passages .ju-compare p").count() == passage.locator(".ju-compare p").count()
    sheet.get_by_role("button", name="Hide the other reading").click()
    expect(passage).not_to_contain_text("Only we see this here")


def test_ideas_stand_in_places_with_words_for_names(visit, address) -> None:
    page = visit().open(address("notebooks/12_co_production.html"))
    sheet = sheet_of(page, "ch12-priorities")
    idea = sheet.get_by_role("group", name="Idea 2")
    idea.get_by_role("textbox").fill("A text before each visit")
    idea.get_by_text("Large", exact=True).click()
    expect(sheet.locator(".ju-result")).not_to_be_visible()
    idea.get_by_text("Little", exact=True).click()
    expect(sheet.locator(".ju-result")).to_contain_text("Try first:")
    expect(sheet.locator(".ju-result")).to_contain_text("A text before each visit")
    expect(sheet.get_by_role("status")).to_contain_text("Try first:")


def test_a_cell_of_the_map_leads_to_its_passage(visit, address) -> None:
    page = visit().open(address("notebooks/10_seven_stories.html"))
    cell = page.locator(".ju-map a").first
    target = cell.get_attribute("href").lstrip("#")
    cell.click()
    expect(page.locator(f"li#{target}")).to_be_in_viewport()


def test_a_case_is_carried_from_chapter_to_chapter(visit, address) -> None:
    page = visit().open(address("notebooks/02_before_starting.html"))
    line = sheet_of(page, "ch02-complexity")
    expect(line.locator(".ju-earlier")).to_contain_text("Not answered yet: 2.1.")
    sheet_of(page, "ch02-case").locator("textarea").first.fill("Damp homes in one street")
    expect(line.locator(".ju-earlier")).to_contain_text("Damp homes in one street")
    for chapter, exercise in (("03_getting_together", "ch03-membership"), ("06_support", "ch06-ask")):
        page.goto(address(f"notebooks/{chapter}.html"))
        expect(sheet_of(page, exercise).locator('[data-earlier="ch02-case"]')).to_contain_text(
            "Damp homes in one street"
        )


def test_the_last_exercise_draws_the_earlier_answers_together(visit, address) -> None:
    page = visit().open(address("notebooks/07_sustaining.html"))
    factors = sheet_of(page, "ch07-factors")
    for field in factors.locator("fieldset").all():
        field.get_by_text("Partly", exact=True).click()
    chosen = factors.locator(".ju-work li").nth(2)
    statement = chosen.locator("label span").inner_text()
    chosen.get_by_role("checkbox").check()
    sheet_of(page, "ch07-take-back").locator("textarea").first.fill("Ask the nurse")
    page.goto(address("notebooks/01_setting_the_scene.html"))
    slider = sheet_of(page, "ch01-continuum")
    slider.locator("fieldset").nth(1).get_by_text("Co-operation", exact=True).click()
    page.goto(address("notebooks/09_conclusions.html"))
    earlier = sheet_of(page, "ch09-moves").locator(".ju-earlier")
    expect(earlier.locator('[data-earlier="ch07-factors"]')).to_contain_text(statement)
    expect(earlier.locator('[data-earlier="ch07-take-back"]')).to_contain_text("Ask the nurse")
    expect(earlier.locator('[data-earlier="ch01-continuum"]')).to_contain_text("Co-operation")
    earlier.get_by_role("link", name="2.1").click()
    page.wait_for_url("**/02_before_starting.html#ch02-case")


def test_ones_own_case_is_set_beside_what_the_problem_needs(visit, address) -> None:
    page = visit().open(address("notebooks/02_before_starting.html"))
    line = sheet_of(page, "ch02-complexity")
    line.locator("fieldset").last.get_by_text("One need", exact=True).click()
    expect(line.locator(".ju-result")).to_contain_text("You haven’t said in Exercise 1.1")
    page.goto(address("notebooks/01_setting_the_scene.html"))
    slider = sheet_of(page, "ch01-continuum")
    slider.locator("fieldset").nth(1).get_by_text("Collaboration", exact=True).click()
    page.goto(address("notebooks/02_before_starting.html"))
    expect(sheet_of(page, "ch02-complexity").locator(".ju-result")).to_contain_text("you may be over-joining")
