"""A thousand damaged files and codes on the page "My workbook": one clear message each, and nothing is lost or run."""

from __future__ import annotations

import json
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Page

from joinedup import workbook
from joinedup.workbook import Workbook, WorkbookError
from joinedup.workbook.flatten import flatten
from tests.helpers import damage
from tests.helpers.damage import Damaged
from tests.helpers.saved_answers import SPACE, clear, everything, kept, put

pytestmark = pytest.mark.browser

EXERCISES = ("ch01-continuum", "ch02-case", "ch07-fatigue", "ch10-code", "ch12-priorities")
HERE = damage.whole(Random("here"), *EXERCISES)
FILE = '[data-workbook="bring"] input[type="file"]'

NOTICES = "[...document.querySelectorAll('.jw-notice [role=status]')].map((one) => one.textContent)"
SAID = """async ([before, code]) => {
  const bring = document.querySelector('[data-workbook="bring"]');
  const texts = (selector) => [...document.querySelectorAll(selector)].map((one) => one.textContent);
  const said = () => ({
    refused: texts("[role=alert]").filter(Boolean),
    choice: texts(".jw-choosing h3"),
    notice: texts(".jw-notice [role=status]").filter((text, place) => text && text !== before[place]),
  });
  const once = () => Object.values(said()).flat().length > 0 && bring.querySelector("input").value === "";
  if (code) bring.querySelector(":scope > button").click();
  const end = performance.now() + 20_000;
  for (let after = 0; after < 3 && performance.now() < end; after += once()) await new Promise((go) => setTimeout(go));
  return said();
}"""
"""What the page says, once it has said something and has had the time to say more."""

TAKE = """() => {
  for (const field of document.querySelectorAll("[data-both]")) [...field.querySelectorAll("input")].at(-1).click();
  document.querySelector(".jw-choosing > .jw-buttons:last-child button").click();
}"""
UNDO = "[...document.querySelectorAll('.jw-notice button')].find((one) => one.checkVisibility())?.click()"
SHOWN = "document.querySelector('[data-workbook=\"answers\"]').textContent"
HARM = f"""() => {{
  const foreign = document.querySelectorAll("[data-workbook] :is(script, img, svg, iframe, style, base, form, object)");
  const links = [...document.querySelectorAll("[data-workbook] a")].filter((one) => one.href.startsWith("javascript"));
  return [
    window.{damage.RAN} !== undefined && "a script ran",
    document.title.includes("{damage.RAN}") && "a script changed the title",
    Reflect.ownKeys(Object.prototype).length !== plain && "every object changed",
    foreign.length + links.length > 0 && "markup came into the page",
  ].filter(Boolean);
}}"""
PLAIN = "window.plain = Reflect.ownKeys(Object.prototype).length"
"""How many properties every object has before anything is brought in."""


def begin(page: Page, address: str) -> dict[str, Any]:
    """Open the page with the answers that are there before, whatever was there, and give them."""
    page.goto(address)
    clear(page)
    for exercise, entry in HERE["answers"].items():
        put(page, exercise, entry["widget"], entry["answer"])
    page.reload()
    page.locator('[data-workbook="delete"][data-ready]').wait_for(state="attached")
    page.evaluate(PLAIN)
    return marks(page)


def marks(page: Page) -> dict[str, Any]:
    """Return all that the browser keeps of answers, each mark by its key; the workbook's own id is none of them."""
    return {key: json.loads(text) for key, text in everything(page).items() if key != f"{SPACE}id"}


def brought(before: dict[str, Any], theirs: Workbook) -> dict[str, Any]:
    """Return what the browser should keep once all of a workbook is brought in."""
    after = {f"{SPACE}who/{part}": text for part, text in theirs["who"].items() if text} | before
    for exercise, entry in theirs["answers"].items():
        head = f"{SPACE}answers/{exercise}"
        mine = {key: mark for key, mark in after.items() if key.startswith(f"{head}/")}
        others = {f"{head}/{way}": mark for way, mark in flatten(entry["answer"]).items()}
        if others and others != mine:
            after = {key: mark for key, mark in after.items() if key not in mine}
            after |= {head: {"widget": entry["widget"], "saved": entry["saved"]}, **others}
    return after


def said_of(page: Page, one: Damaged) -> dict[str, list[str]]:
    """Choose the file, or paste the code and press the button, and give what the page says of it."""
    notices = page.evaluate(NOTICES)
    if isinstance(one.given, str):
        page.locator('[data-workbook="bring"] textarea').fill(one.given)
    else:
        page.set_input_files(FILE, {"name": one.name, "mimeType": "application/json", "buffer": one.given})
    return page.evaluate(SAID, [notices, isinstance(one.given, str)])


def wrong_with(page: Page, one: Damaged, before: dict[str, Any]) -> list[str]:
    """Return what is not as it should be with one file or code; nothing, if the page is as it was before."""
    said = said_of(page, one)
    texts = [text for every in said.values() for text in every]
    wrong = [] if len(texts) == 1 and one.name in texts[0] else [f"says {texts}"]
    try:
        theirs = damage.read(one)
    except WorkbookError as error:
        wrong += [] if said["refused"] else [f"Python refuses it ({error}), and the page says {texts}"]
        return wrong + (["changed something"] if marks(page) != before else []) + page.evaluate(HARM)
    if said["refused"]:
        wrong += ["changed something all the same"] if marks(page) != before else []
        return [*wrong, f"Python reads it, and the page says {texts}"]
    if said["choice"]:
        wrong += ["changed something unasked"] if marks(page) != before else []
        page.evaluate(TAKE)
    wrong += ["lost an answer"] if not HERE["answers"].keys() <= kept(page).keys() else []
    wrong += ["kept something else than Python"] if marks(page) != brought(before, theirs) else []
    shown = page.evaluate(SHOWN)
    wrong += [f"does not show {text!r}" for text in written(theirs) if text not in shown]
    wrong += page.evaluate(HARM)
    page.evaluate(UNDO)
    return wrong + (["is not as it was after Undo"] if marks(page) != before else [])


def written(theirs: Workbook) -> list[str]:
    """Return what a person wrote into the boxes of this edition."""
    found = []
    for exercise in set(theirs["answers"]) & set(damage.EXERCISES):
        notes = theirs["answers"][exercise]["answer"].get("notes")
        boxes = [one["id"] for one in damage.asked_in(exercise)["prompts"]]
        found += [notes[box] for box in boxes if isinstance(notes, dict) and isinstance(notes.get(box), str)]
    return found


@pytest.mark.parametrize(
    ("scheme", "first", "many"), [*(("http", first, 200) for first in range(0, 1000, 200)), ("file", 0, 80)]
)
def test_the_page_takes_what_python_takes_and_refuses_the_rest_with_one_message(
    visit, address, scheme: str, first: int, many: int
) -> None:
    reader, there = visit(), address("book/my-workbook.html", scheme)
    page = reader.context.new_page()
    before, mistakes = begin(page, there), []
    for one in damage.damaged(seed=1)[first : first + many]:
        if wrong := wrong_with(page, one, before) + reader.complaints:
            mistakes.append(f"{one.kind}, {one.name}: {'; '.join(wrong)}")
            clear(page)
            begin(page, there)
            reader.complaints.clear()
    assert mistakes == []


@pytest.mark.parametrize("differs", [True, False])
def test_a_code_brought_in_by_a_double_click_gives_one_message(visit, address, differs: bool) -> None:
    page = visit().open(address("book/my-workbook.html"))
    before = begin(page, page.url)
    exercise = EXERCISES[1] if differs else "ch00-take-back"
    theirs = damage.whole(Random("theirs"), exercise)
    page.locator('[data-workbook="bring"] textarea').fill(workbook.to_code(theirs))
    button = page.get_by_role("button", name="Import the code")
    button.dblclick()
    said = page.evaluate(SAID, [["", ""], False])
    assert [len(texts) for texts in said.values()] == [0, differs, not differs]
    button.click()  # a slow double click: the code has gone from the box by now
    assert page.evaluate(SAID, [["", ""], False]) == said
    if differs:
        page.evaluate(TAKE)
    assert marks(page) == brought(before, theirs)
    page.evaluate(UNDO)
    assert marks(page) == before
