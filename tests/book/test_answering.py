"""The three exercises in the built book, each done start to finish as people do them."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.helpers.doing_exercises import SCENE, SUSTAINING, TOGETHER, exercise

pytestmark = pytest.mark.browser


@pytest.fixture(params=["http", "file"])
def scheme(request) -> str:
    return request.param


def said(sheet: Locator) -> Locator:
    """The one polite live region."""
    region = sheet.get_by_role("status")
    expect(region).to_have_count(1)
    expect(region).to_have_attribute("aria-live", "polite")
    return region


def focused(page: Page) -> str:
    return page.evaluate(
        "document.activeElement.getAttribute('aria-label') || document.activeElement.textContent || document.activeElement.value"
    )


def tab_to(page: Page, sheet: Locator, name: str) -> None:
    """Press Tab until the thing with this name has the focus, as somebody without a mouse does."""
    for _ in range(250):
        page.keyboard.press("Tab")
        if re.search(name, focused(page)):
            assert sheet.evaluate("(sheet) => sheet.contains(document.activeElement)")
            return
    raise AssertionError(f"Tab never came to {name}")


def begin_at(sheet: Locator) -> None:
    """Put the focus just before the exercise, where a reader who tabs through the page comes from."""
    sheet.evaluate("(sheet) => { sheet.tabIndex = -1; sheet.focus(); }")


def stop(sheet: Locator, name: str, question: int) -> Locator:
    return sheet.locator("fieldset").nth(question).get_by_text(name, exact=True)


class TestContinuumSlider:
    def test_by_keyboard_alone(self, visit, address, scheme: str) -> None:
        page = visit().open(address(SCENE, scheme))
        sheet = exercise(page, "ch01-continuum")
        begin_at(sheet)
        page.keyboard.press("Tab")
        page.keyboard.type("Damp homes")
        page.keyboard.press("Tab")  # to the levels side by side, folded
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        page.keyboard.press("ArrowRight")
        expect(sheet.get_by_role("radio", name="Communication").first).to_be_checked()
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        for _ in range(3):
            page.keyboard.press("ArrowRight")
        expect(said(sheet)).to_contain_text(
            "You are at communication, and you think the problem needs co-ordination, two steps further."
        )
        expect(sheet.get_by_role("heading", name="What your answers say")).to_be_visible()
        assert (
            sheet.evaluate("(s) => s.contains(document.activeElement) && document.activeElement.value")
            == "co-ordination"
        )
        expect(sheet.locator("textarea").first).to_have_value("Damp homes")

    def test_by_click_alone(self, visit, address, scheme: str) -> None:
        page = visit().open(address(SCENE, scheme))
        sheet = exercise(page, "ch01-continuum")
        stop(sheet, "Collaboration", 0).click()
        expect(sheet.get_by_role("heading", name="What your answers say")).not_to_be_visible()
        stop(sheet, "Co-operation", 1).click()
        expect(said(sheet)).to_contain_text("You may be over-joining")
        expect(sheet.get_by_role("list", name="The levels in order")).to_contain_text("you are here")
        expect(sheet.locator(".ju-steps li")).to_have_count(2)

    @pytest.mark.parametrize(
        ("now", "needed", "sentence"),
        [
            ("Don’t know", "Don’t know", "You don’t know where you are, or what the problem needs"),
            ("Communication", "We can’t agree yet", "you can’t agree what the problem needs"),
            ("Co-operation", "Co-operation", "do what is needed, and only that"),
        ],
    )
    def test_open_answers_and_fit_are_findings(self, visit, address, now: str, needed: str, sentence: str) -> None:
        page = visit().open(address(SCENE))
        sheet = exercise(page, "ch01-continuum")
        sheet.get_by_role("radio", name=now).nth(0).check()
        sheet.get_by_role("radio", name=needed).nth(1).check()
        expect(said(sheet)).to_contain_text(sentence)

    def test_by_touch_on_a_small_phone(self, visit, address) -> None:
        page = visit(viewport={"width": 320, "height": 640}, has_touch=True, is_mobile=True).open(address(SCENE))
        sheet = exercise(page, "ch01-continuum")
        for name, place in (("Communication", 0), ("Collaboration", 1)):
            stop(sheet, name, place).tap()
        expect(said(sheet)).to_contain_text("three steps further")
        small = sheet.locator("label").evaluate_all(
            "all => all.filter(l => l.querySelector('input') && l.getBoundingClientRect().height < 44).length"
        )
        assert small == 0


class TestSenseMakingSorter:
    def test_by_keyboard_alone(self, visit, address, scheme: str) -> None:
        page = visit().open(address(TOGETHER, scheme))
        sheet = exercise(page, "ch03-sorter")
        expect(sheet).not_to_contain_text("Knowable")
        begin_at(sheet)
        for corner in ("Corner A", "Corner B", "The centre", "Corner C", "Corner D"):
            tab_to(page, sheet, f"^Put it here: .*, {corner}$")
            page.keyboard.press("Enter")
            expect(said(sheet)).to_contain_text(f"is now in {corner}. Next card:")
        page.keyboard.press("Enter")  # the same place again: the next card
        expect(sheet).to_contain_text("6 of 32 cards placed, 26 left.")
        tab_to(page, sheet, "^Show what the corners are called$")
        page.keyboard.press("Space")
        expect(said(sheet)).to_contain_text("The corners now have names")
        expect(sheet.get_by_role("heading", name="Knowable")).to_be_visible()
        expect(sheet.locator(".ju-result")).to_contain_text("Our reading:")
        assert focused(page) == "Hide the names again"

    def test_by_click_alone_with_moving_undoing_and_starting_again(self, visit, address, scheme: str) -> None:
        page = visit().open(address(TOGETHER, scheme))
        sheet = exercise(page, "ch03-sorter")
        zone = sheet.locator('[data-zone="chaos"]')
        sheet.get_by_role("button", name="Fifty schools", exact=True).click()
        expect(sheet.locator(".ju-card")).to_contain_text("rolls are falling")
        zone.get_by_role("button", name=re.compile("^Put it here")).click()
        expect(zone.get_by_role("button", name="Fifty schools", exact=True)).to_be_visible()
        zone.get_by_role("button", name="Fifty schools", exact=True).click()
        other = sheet.locator('[data-zone="known"]')
        other.get_by_role("button", name=re.compile("^Put it here")).click()
        expect(other.get_by_role("button", name="Fifty schools", exact=True)).to_be_visible()
        sheet.get_by_role("button", name="Undo").click()
        expect(zone.get_by_role("button", name="Fifty schools", exact=True)).to_be_visible()
        sheet.get_by_role("button", name="Back to the pile").click()
        expect(sheet).to_contain_text("0 of 32 cards placed")
        sheet.get_by_role("button", name="Undo").click()
        sheet.get_by_role("button", name="Start again").click()
        expect(sheet).to_contain_text("0 of 32 cards placed")
        sheet.get_by_role("button", name="Bring my answers back").click()
        expect(zone.get_by_role("button", name="Fifty schools", exact=True)).to_be_visible()

    def test_names_come_only_after_the_sorting(self, visit, address) -> None:
        page = visit().open(address(TOGETHER))
        sheet = exercise(page, "ch03-sorter")
        show = sheet.get_by_role("button", name="Show what the corners are called")
        expect(show).to_have_attribute("aria-disabled", "true")
        show.click(force=True)
        expect(said(sheet)).to_contain_text("Place at least 6 cards first")
        expect(sheet.get_by_role("heading", name="Complex")).to_have_count(0)

    def test_dragging_is_an_extra(self, visit, address) -> None:
        page = visit(viewport={"width": 1000, "height": 1600}).open(address(TOGETHER))
        sheet = exercise(page, "ch03-sorter")
        zone = sheet.locator('[data-zone="complex"]')
        sheet.locator(".ju-card").scroll_into_view_if_needed()
        card, place = sheet.locator(".ju-card").bounding_box(), zone.bounding_box()
        page.mouse.move(card["x"] + 40, card["y"] + 30)
        page.mouse.down()
        page.mouse.move(place["x"] + 60, place["y"] + 60, steps=8)
        page.mouse.up()
        expect(zone.get_by_role("button", name="A late Friday arrival", exact=True)).to_be_visible()
        chip = sheet.get_by_role("button", name="The old bridge", exact=True)
        chip.scroll_into_view_if_needed()
        place = sheet.locator('[data-zone="known"]').bounding_box()
        chip.drag_to(sheet.locator('[data-zone="known"]'), target_position={"x": place["width"] / 2, "y": 20})
        expect(
            sheet.locator('[data-zone="known"]').get_by_role("button", name="The old bridge", exact=True)
        ).to_be_visible()
        expect(sheet).to_contain_text("2 of 32 cards placed")

    def test_the_comparison_names_both_views_and_gives_no_score(self, visit, address) -> None:
        page = visit().open(address(TOGETHER))
        sheet = exercise(page, "ch03-sorter")
        for _ in range(6):
            sheet.locator('[data-zone="known"] .ju-put').click()
        expect(sheet.locator(".ju-hand")).to_have_css("position", "sticky")
        sheet.get_by_role("button", name="Show what the corners are called").click()
        expect(sheet.locator(".ju-hand")).to_have_css("position", "static")
        result = sheet.locator(".ju-result")
        expect(result).to_contain_text("Offices are about to close.You: known. Our reading: known and knowable.")
        expect(result).to_contain_text("Our reading: known and complex.")
        expect(result).to_contain_text("Most of the cards you put in a corner went to Known.")
        expect(result).to_contain_text("You put no cards in Complex, Knowable or Chaos.")
        expect(result).to_contain_text("and 20 more")
        assert not re.search(r"\bright\b|\bwrong\b|\bcorrect\b|\d+ (of|out of) \d+|%", result.inner_text())

    def test_by_touch_on_a_small_phone(self, visit, address) -> None:
        page = visit(viewport={"width": 320, "height": 640}, has_touch=True, is_mobile=True).open(address(TOGETHER))
        sheet = exercise(page, "ch03-sorter")
        for zone in ("complex", "knowable", "disorder", "chaos", "known"):
            sheet.locator(f'[data-zone="{zone}"] .ju-put').tap()
        expect(sheet).to_contain_text("5 of 32 cards placed")


class TestLifeCycleSelfCheck:
    def test_by_keyboard_alone(self, visit, address, scheme: str) -> None:
        page = visit().open(address(SUSTAINING, scheme))
        sheet = exercise(page, "ch07-life-cycle")
        begin_at(sheet)
        for number in range(24):
            page.keyboard.press("Tab")
            page.keyboard.press("Space")
            for _ in range(2 if number % 2 else 0):
                page.keyboard.press("ArrowRight")
        expect(said(sheet)).not_to_be_empty()
        expect(sheet).to_contain_text("All 24 answered.")
        expect(sheet.locator(".ju-profile > li")).to_have_count(5)
        assert focused(page) == "not-like-us"

    def answer(self, sheet: Locator, stages: dict[str, str], other: str = "Not like us") -> None:
        for field in sheet.locator("fieldset[data-statement]").all():
            stage = field.get_attribute("data-statement").split("-")[0]
            field.get_by_text(stages.get(stage, other), exact=True).click()

    @pytest.mark.parametrize(
        ("stages", "sentence", "advice"),
        [
            (("functioning",), "Most of the signs of Functioning", ["Functioning"]),
            (("forming", "frustration"), "signs of both Forming and Frustration", ["Forming", "Frustration"]),
            (("frustration", "functioning"), "crossover zone", ["Frustration", "Functioning"]),
            (
                ("frustration", "failing"),
                "Some partnerships go straight from Frustration to Failing",
                ["Frustration", "Failing"],
            ),
            (("failing",), "wind the partnership up, which is a respectable ending", ["Failing", "Frustration"]),
            (
                ("forming", "flying"),
                "three or more stages, or of stages that aren’t next to each other",
                ["Forming", "Flying"],
            ),
        ],
    )
    def test_by_click_alone(self, visit, address, stages: tuple, sentence: str, advice: list[str]) -> None:
        page = visit().open(address(SUSTAINING))
        sheet = exercise(page, "ch07-life-cycle")
        self.answer(sheet, dict.fromkeys(stages, "Like us"))
        expect(said(sheet)).to_contain_text(sentence)
        headings = sheet.get_by_role("heading", name=re.compile("^What to consider: ")).all_inner_texts()
        assert headings == [f"What to consider: {stage}" for stage in advice]
        for stage in stages:
            expect(sheet.locator(f'[data-stage="{stage}"]')).to_contain_text(
                "Most of the signs you could answer ring true"
            )

    def test_a_part_of_it_can_be_read_from_a_folder_too(self, visit, address) -> None:
        page = visit().open(address(SUSTAINING, "file"))
        sheet = exercise(page, "ch07-life-cycle")
        for field in sheet.locator("fieldset[data-statement]").all()[:5]:
            field.get_by_text("Don’t know", exact=True).click()
        sheet.get_by_role("button", name="Show what our answers say").click()
        expect(said(sheet)).to_contain_text("‘Don’t know’ is the only answer you gave")
        expect(sheet.locator(".ju-result")).to_contain_text("Your answer to five of the statements was ‘don’t know’")
        assert not re.search(r"\d+ points|total of|score of", sheet.inner_text())


class TestFactorsCheck:
    def test_two_are_chosen_and_no_more(self, visit, address) -> None:
        page = visit().open(address(TOGETHER))
        sheet = exercise(page, "ch03-factors")
        for field in sheet.locator("fieldset[data-statement]").all():
            field.get_by_text("Partly", exact=True).click()
        boxes = sheet.get_by_role("checkbox")
        expect(boxes).to_have_count(10)
        boxes.nth(1).focus()
        page.keyboard.press("Space")
        assert page.evaluate("document.activeElement.type") == "checkbox"
        boxes.nth(4).check()
        expect(said(sheet)).to_contain_text("You chose to work on")
        expect(boxes.nth(0)).to_be_disabled()
        expect(sheet.locator(".ju-chosen li")).to_have_count(2)
        boxes.nth(4).uncheck()
        expect(boxes.nth(0)).to_be_enabled()
        expect(sheet.locator(".ju-chosen li")).to_have_count(1)
