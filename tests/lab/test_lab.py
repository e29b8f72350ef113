"""The exercises in a real JupyterLab, used the way a participant uses them."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator

from tests.helpers.lab import Person, expect

pytestmark = pytest.mark.lab

COLOURS = """(title) => [getComputedStyle(title).color, getComputedStyle(title.closest(".ju")).backgroundColor]"""


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
    figures = person.page.locator(".ju-figure").all()
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
    """Return the contrast of two colours such as `rgb(31, 35, 40)` (WCAG 2.2)."""

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
    figure = person.page.locator(".ju-figure").first
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
