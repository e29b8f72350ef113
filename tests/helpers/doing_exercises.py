"""Exercises in the built book, found and done by keyboard alone or by click alone."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from joinedup.content.dataframes import table
from tests.helpers.book import ROOT

SCENE = "notebooks/01_setting_the_scene.html"
TOGETHER = "notebooks/03_getting_together.html"
SUSTAINING = "notebooks/07_sustaining.html"
EXERCISES = table("exercises", ROOT / "data")
ONE_OF_EACH = EXERCISES.drop_duplicates("widget")
"""The first exercise of each kind."""
WITH_ONE_OF_EACH = sorted(set(ONE_OF_EACH["chapter"]))
"""The chapters that hold them."""
SORTS = ("card-sort", "sense-making-sorter")
LINES = ("continuum-slider", "complexity-line")
MANY = 6


def exercise(page: Page, name: str) -> Locator:
    found = page.locator(f'[data-exercise="{name}"][data-ready="true"]')
    found.wait_for()
    return found


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
