"""Each recipe of the page "Make it yours", as a reader of the changed book meets what came of it."""

from __future__ import annotations

import re
import sys

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.helpers.changed_workbook import RECIPES, Theirs
from tests.helpers.copied_workbook import parts
from tests.helpers.saved_answers import kept

pytestmark = pytest.mark.browser

SHARED = {"extend-begin", "extend-spreadsheet", "extend-notebook", "extend-widget", "extend-publish", "extend-licence"}
STATEMENT = "No team here could deal with this issue alone, whatever it did."
CARDS = ("The queue at the front desk", "The shared van", "The empty clinic")


def exercise(page: Page, name: str) -> Locator:
    found = page.locator(f'[data-exercise="{name}"][data-ready="true"]')
    found.wait_for()
    return found


def answer_all(sheet: Locator, word: str, button: str) -> None:
    for field in sheet.locator("fieldset").all():
        field.get_by_text(word, exact=True).click()
    sheet.get_by_role("button", name=button).click()
    expect(sheet.locator(".ju-result")).to_be_visible()


def test_no_recipe_of_the_page_is_forgotten() -> None:
    assert set(parts()) == SHARED | set(RECIPES)


def test_the_workbook_is_in_order_when_all_is_done(theirs: Theirs) -> None:
    *notes, last = theirs.checked.splitlines()
    assert last.startswith("All in order: ")
    assert all(line.startswith("Note: ") for line in notes)
    assert "The chapter 08_context is left out of the book" in theirs.checked
    assert not re.search("shows older words|words of the original", theirs.checked)
    for rule in (("check",), ("format", "--check")):
        assert theirs.copy.run(sys.executable, "-m", "ruff", *rule, "--quiet").returncode == 0


def test_new_notebooks_give_again_what_is_stored(theirs: Theirs) -> None:
    new = ("notebooks/15_whose_job_is_it.ipynb", "notebooks/17_what_we_do_together.ipynb")
    done = theirs.copy.run(sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--nbval", *new)
    assert done.returncode == 0, done.stdout


def test_a_statement_is_changed_and_an_exercise_translated(visit, theirs: Theirs) -> None:
    page = visit().open(theirs.address("notebooks/02_before_starting.html"))
    sheet = exercise(page, "ch02-triggers")
    assert sheet.get_attribute("lang") == "mi"
    expect(sheet).to_contain_text(f"«{STATEMENT}»")
    answer_all(sheet, "«Partly»", "«Show what our answers say»")
    expect(sheet.get_by_role("heading", name="«What your answers say»")).to_be_visible()
    words = [text for text in sheet.locator(".ju-live").inner_text().splitlines() if re.search(r"\w", text)]
    assert [text for text in words if "«" not in text and "Kept" not in text] == [], "every word of it is translated"
    # Kept by the same names as in English, and told in English where all answers stand together.
    assert set(kept(page)["ch02-triggers"]["answers"].values()) == {"partly"}
    page.goto(theirs.address("book/my-workbook.html"))
    expect(page.locator('[data-workbook="answers"]')).to_contain_text(STATEMENT)


def test_situations_of_ones_own_are_in_the_pile(visit, theirs: Theirs) -> None:
    page = visit().open(theirs.address("notebooks/03_getting_together.html"))
    sheet = exercise(page, "ch03-sorter")
    for card in CARDS:
        expect(sheet.get_by_role("button", name=card)).to_have_count(1)
    sheet.get_by_role("button", name=CARDS[1]).click()
    for turn in range(6):
        sheet.locator("button.ju-put").nth(turn % 4).click()
    sheet.get_by_role("button", name="Show what the corners are called").click()
    expect(sheet.locator(".ju-result")).to_be_visible()
    expect(sheet).to_contain_text("Somebody wrote a booking sheet. It took an afternoon.")


def test_a_questionnaire_has_a_chapter_a_reading_and_no_score(visit, theirs: Theirs) -> None:
    reader = visit()
    page = reader.open(theirs.address("notebooks/14_how_we_meet.html"))
    sheet = exercise(page, "ch14-how-we-meet")
    answer_all(sheet, "Not true of us", "Show what our answers say")
    result = sheet.locator(".ju-result")
    expect(result).to_contain_text("Who could open the next meeting with one sentence on what it is for?")
    assert not re.search(r"\d", result.inner_text()), "nothing is counted"
    exercise(page, "ch14-take-back").get_by_role("textbox").first.fill("Ask the chair")
    page.get_by_text("For instructors", exact=True).last.click()
    expect(page.locator("details.instructors")).to_contain_text("Steps, 35 minutes in all")
    page.goto(theirs.address("book/my-workbook.html"))
    answers = page.locator('[data-workbook="answers"]')
    expect(answers).to_contain_text("How we meet")
    expect(answers).to_contain_text("Ask the chair")
    sheets = reader.open(theirs.address("book/paper/14_how_we_meet-each.html"))
    expect(sheets.locator("body")).to_contain_text("We start on time and say what we want to achieve by the end.")


def test_a_questionnaire_comes_after_the_others_of_its_chapter(visit, theirs: Theirs) -> None:
    page = visit().open(theirs.address("notebooks/03_getting_together.html"))
    numbers = page.locator(".exercises-here a").all_inner_texts()
    assert [number.split(" ")[0] for number in numbers] == ["3.1", "3.2", "3.3", "3.4"]
    answer_all(exercise(page, "ch03-who-is-in-the"), "Don’t know", "Show what our answers say")
    expect(page.locator(".brief")).to_contain_text("In a group: 105 minutes")
    expect(page.locator("details.instructors")).to_contain_text("Steps, 105 minutes in all")


def test_a_card_sort_can_be_sorted_and_compared(visit, theirs: Theirs) -> None:
    page = visit().open(theirs.address("notebooks/15_whose_job_is_it.html"))
    sheet = exercise(page, "ch15-whose-job-is-it")
    for turn in range(6):
        sheet.locator("button.ju-put").nth(turn % 3).click()
    sheet.get_by_role("button", name="Show the comparison").click()
    expect(sheet.locator(".ju-compare li").first).to_be_visible()


def test_a_new_chapter_has_every_part_and_stands_in_the_contents(visit, theirs: Theirs) -> None:
    page = visit(viewport={"width": 1280, "height": 900}).open(theirs.address("book/intro.html"))
    page.get_by_role("button", name="Contents").click()
    page.get_by_role("navigation", name="The book").get_by_role("link", name="Working with councils").click()
    page.wait_for_url("**/16_working_with_councils.html")
    found = page.locator("main h2").all_inner_texts()
    for part in (
        "Voices",
        "The figure",
        "What seems to work",
        "Since then",
        "Key points",
        "Sources",
        "Look at the data",
    ):
        assert part in found
    expect(page.locator("main .ju-figure")).to_have_count(2)
    answer_all(exercise(page, "ch16-working-with-councils"), "True of us", "Show what our answers say")


def test_a_chapter_is_left_out_everywhere(visit, theirs: Theirs) -> None:
    assert not (theirs.book / "notebooks" / "08_context.html").exists()
    assert not list(theirs.book.glob("**/08_context*"))
    for path in theirs.book.rglob("*.html"):
        assert not re.search(r"(href|action)=\"[^\"]*08_context", path.read_text(encoding="utf-8")), path.name
    page = visit().open(theirs.address("notebooks/09_conclusions.html"))
    earlier = exercise(page, "ch09-moves").locator(".ju-earlier")
    expect(earlier).to_contain_text("Not answered yet: 0.3")
    expect(earlier).not_to_contain_text("8.4")
    for link in earlier.get_by_role("link").all():
        target = link.get_attribute("href").partition("#")[0] or "09_conclusions.html"
        assert (theirs.book / "notebooks" / target).is_file()
    page.goto(theirs.address("book/intro.html"))
    expect(page.locator("main li", has_text="which barriers are real")).to_contain_text("The context")


def test_name_and_colours_are_theirs_and_the_foot_says_whose_it_was(visit, theirs: Theirs) -> None:
    page = visit(color_scheme="light").open(theirs.address("book/intro.html"))
    assert page.title() == "Working as one: a workbook for our district"
    expect(page.get_by_role("heading", level=1)).to_have_text("Working as one")
    expect(page.locator(".subtitle")).to_have_text("a workbook for our district")
    expect(page.locator("footer")).to_contain_text(
        "Changed from Better Connected: a workbook for joined-up working (2026)"
    )
    page.goto(theirs.address("notebooks/14_how_we_meet.html"))
    assert page.title() == "How we meet – Working as one"
    expect(page.locator(".brand")).to_have_text("Working as one")
    assert page.locator("main a").first.evaluate("(a) => getComputedStyle(a).color") == "rgb(122, 31, 61)"
    number = exercise(page, "ch14-how-we-meet").locator(".ju-number")
    assert number.evaluate("(n) => getComputedStyle(n).backgroundColor") == "rgb(122, 31, 61)"


def test_a_new_kind_of_exercise_works_like_the_others(visit, theirs: Theirs) -> None:
    reader = visit()
    page = reader.open(theirs.address("notebooks/17_what_we_do_together.html"))
    sheet = exercise(page, "ch17-what-we-do-together")
    assert sheet.get_attribute("data-joinedup") == "how-often"
    answer_all(sheet, "Never", "Show what our answers say")
    expect(sheet.locator(".ju-result")).to_contain_text("Going by your answers, these rarely happen.")
    expect(sheet.get_by_role("status")).to_have_text(
        "Going by your answers, these rarely happen. For each one, ask who would miss it."
    )
    page.reload()
    expect(exercise(page, "ch17-what-we-do-together").locator(".ju-result")).to_be_visible()
    page.goto(theirs.address("book/my-workbook.html"))
    expect(page.locator('[data-workbook="answers"]')).to_contain_text("Never")
