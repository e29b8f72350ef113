"""Every exercise of every chapter in the built book, done start to finish by keyboard alone and by click alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.helpers.book import CHAPTERS
from tests.helpers.doing_exercises import by_click, by_keyboard, in_chapter, is_done, sheet_of
from tests.helpers.saved_answers import kept

pytestmark = pytest.mark.browser


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
