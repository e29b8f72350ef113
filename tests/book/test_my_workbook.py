"""My workbook: everything answered so far, told in words, taken away, brought in, deleted and brought back."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from playwright.sync_api import expect

from joinedup import workbook
from joinedup_book.pages.asked import chapter_specs
from tests.helpers.doing_exercises import SCENE, SUSTAINING, TOGETHER, exercise
from tests.helpers.keyboard import tab_to
from tests.helpers.my_workbook import EARLIER, LATER, MINE, a_file, chooses, downloaded, note, notice, opens, told
from tests.helpers.saved_answers import FORBIDDEN, everything, hears, kept, put, put_texts

pytestmark = pytest.mark.browser


# --- Told in words


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_answers_are_told_in_words_in_the_order_of_the_book(visit, address, scheme: str) -> None:
    reader = visit()
    page = reader.open(address(SUSTAINING, scheme))
    exercise(page, "ch07-fatigue").locator("fieldset").first.get_by_text("Partly", exact=True).click()
    page.goto(address(SCENE, scheme))
    slider = exercise(page, "ch01-continuum")
    slider.get_by_role("radio", name="Communication").nth(0).check()
    slider.get_by_role("radio", name="We can’t agree yet").nth(1).check()
    slider.get_by_role("textbox").first.fill("Damp homes\nin whānau flats <b>x</b>")
    page = opens(reader, address, scheme)
    assert [one.get_attribute("data-answer") for one in page.locator("[data-answer]").all()] == [
        "ch01-continuum",
        "ch07-fatigue",
    ]
    first = told(page, "ch01-continuum")
    expect(first.get_by_role("heading")).to_have_text("1.1 How close do you need to be?")
    expect(first.locator(".jw-note")).to_have_text("Damp homes\nin whānau flats <b>x</b>")
    assert [one.inner_text() for one in first.locator("dd").all()] == ["Communication", "We can’t agree yet"]
    expect(first.locator(".jw-when")).to_contain_text("Done. Last changed")
    expect(told(page, "ch07-fatigue").locator(".jw-when")).to_contain_text("Started.")
    assert not re.search(r"dont-know|not-agreed|\bnow\b|ch0\d|s\d-", first.inner_text()), "words, not ids"
    expect(page.locator('[id="answers-01_setting_the_scene"] .jw-missing')).to_contain_text("Not answered yet: 1.2")
    page.get_by_role("link", name="1.3 One move to take back").click()
    page.wait_for_url("**/01_setting_the_scene.html#ch01-take-back")


def test_every_choice_of_every_exercise_has_words(visit, address) -> None:
    """Whatever can be chosen anywhere is told by its label, and no answer is left without one."""
    reader = visit()
    page = opens(reader, address)
    specs = [one for specs in chapter_specs([]).values() for one in specs]
    for asked in specs:
        choices = [choice["id"] for choice in asked["choices"]]
        given = {item["id"]: choices[number % len(choices)] for number, item in enumerate(asked["items"])}
        if asked["widget"] == "code-a-story":
            given = {item: [choice] for item, choice in given.items()}
        if asked["widget"] == "priority-matrix":
            given = {item: {"improvement": choices[0], "effort": choices[-1]} for item in given}
        answer = {"notes": {one["id"]: f"Note {one['id']}" for one in asked["prompts"]}} | (
            {asked["key"]: given} if given else {}
        )
        put(page, asked["exercise"], asked["widget"], {part: marks for part, marks in answer.items() if marks})
    page.reload()
    for asked in specs:
        answer = told(page, asked["exercise"])
        assert answer.locator(".jw-note").count() == len(asked["prompts"])
        text = answer.inner_text()
        labels = {choice["label"] for choice in asked["choices"]} | {
            choice.get("before") for choice in asked["choices"]
        }
        if asked["items"]:
            assert any(label and label in text for label in labels)
            assert all(item["label"] in text for item in asked["items"])
        expect(answer.locator(".jw-help")).to_have_count(0)
        expect(answer.locator(".jw-when")).to_contain_text("Done.")


def test_names_that_come_after_the_sorting_are_not_given_away(visit, address) -> None:
    reader = visit()
    page = reader.open(address(TOGETHER))
    sheet = exercise(page, "ch03-sorter")
    for number in range(6):
        sheet.locator("button.ju-put").nth(number % 5).click()
    page = opens(reader, address)
    expect(told(page, "ch03-sorter")).to_contain_text("Corner A")
    expect(told(page, "ch03-sorter")).not_to_contain_text("Knowable")
    page.goto(address(TOGETHER))
    exercise(page, "ch03-sorter").get_by_role("button", name="Show what the corners are called").click()
    page.goto(address(MINE))
    expect(told(page, "ch03-sorter")).to_contain_text("Knowable")


def test_what_this_edition_does_not_ask_stays_and_is_said(visit, address) -> None:
    reader = visit()
    page = opens(reader, address)
    put(page, "ch99-gone", "reflection", {"notes": {"box": "From another book"}})
    put(page, "ch01-take-back", "reflection", {"notes": {"move": "Ring", "gone": "x"}})
    page.reload()
    expect(page.get_by_role("heading", name="From another edition")).to_be_visible()
    expect(told(page, "ch99-gone")).to_contain_text("Parts of this answer that this edition doesn’t recognise: 1")
    expect(told(page, "ch01-take-back")).to_contain_text("doesn’t recognise: 1")
    found = workbook.from_text(downloaded(page, "Download the workbook file"))
    assert found["answers"]["ch99-gone"]["answer"] == {"notes": {"box": "From another book"}}


def test_who_one_is_is_kept_and_goes_into_the_file(visit, address) -> None:
    reader = visit()
    page = opens(reader, address)
    page.get_by_label("A name for this workbook").fill("Kererū")
    page.get_by_label("Your role").select_option("manager")
    other = opens(reader, address)
    expect(other.get_by_label("A name for this workbook")).to_have_value("Kererū")
    other.get_by_label("Team or organisation").fill("Housing")
    expect(page.get_by_label("Team or organisation")).to_have_value("Housing")
    found = workbook.from_text(downloaded(page, "Download the workbook file"))
    assert found["who"] == {"label": "Kererū", "team": "Housing", "role": "manager"}


def test_another_tab_s_answer_appears(visit, address) -> None:
    reader = visit()
    page = opens(reader, address)
    chapter = reader.open(address(SCENE))
    exercise(chapter, "ch01-take-back").get_by_role("textbox").first.fill("Ring the school")
    expect(told(page, "ch01-take-back")).to_contain_text("Ring the school")


# --- Taken away


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "x\n=1", "x\n -1", "x;=1", 'x";=1', "＝1", "'=1", "x, @a", "a|=b", "\0=1"]  # fmt: skip


def test_formulas_in_answers_come_out_harmless_in_the_table(visit, address) -> None:
    reader = visit()
    page = opens(reader, address)
    notes = {f"box-{number}": text for number, text in enumerate(FORMULAS)}
    specs = [one for specs in chapter_specs([]).values() for one in specs]
    boxes = [(one["exercise"], prompt["id"]) for one in specs for prompt in one["prompts"]]
    texts = {
        f"joinedup-workbook/1/answers/{name}/notes/{box}": json.dumps(text)
        for (name, box), text in zip(boxes, notes.values(), strict=False)
    }
    put_texts(page, texts)
    page.reload()
    text = downloaded(page, "Download a table").decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert len(rows) == len(FORMULAS) + 1 and {len(row) for row in rows} == {5}
    begins = re.compile(r"^[\s\"]*[=+\-@＝＋－＠]")
    for row in rows:
        assert not any(begins.match(cell) for cell in row)
    # A spreadsheet that takes other signs for the end of a cell finds no formula either.
    for piece in re.split(r"[;,\t\r\n|]", text):
        assert not begins.match(piece) or piece.lstrip().startswith("- "), piece
    told_cells = "".join(row[3] for row in rows)
    for given in FORMULAS:
        assert re.sub(r"[\0\s']", "", given) in re.sub(r"[\s']", "", told_cells), "nothing but a sign is added"


def test_the_text_shows_what_was_written_as_it_was_written(visit, address) -> None:
    reader = visit()
    page = reader.open(address(SCENE))
    exercise(page, "ch01-take-back").get_by_role("textbox").first.fill("# Ring *them*\n<script>x</script>")
    page = opens(reader, address)
    text = downloaded(page, "Download as text").decode()
    assert text.startswith("# My workbook\n\n## 1.3 One move to take back\n\n")
    assert "> \\# Ring \\*them\\*  \n> \\<script\\>x\\</script\\>\n" in text


def test_choices_alone_can_be_given_away(visit, address) -> None:
    reader = visit()
    page = reader.open(address(SCENE))
    slider = exercise(page, "ch01-continuum")
    slider.get_by_role("radio", name="Communication").nth(0).check()
    slider.get_by_role("textbox").first.fill("Damp homes")
    exercise(page, "ch01-take-back").get_by_role("textbox").first.fill("Ring the school")
    page = opens(reader, address)
    page.get_by_label("Leave out my notes").check()
    found = workbook.from_text(downloaded(page, "Download the workbook file"))
    assert {name: one["answer"] for name, one in found["answers"].items()} == {
        "ch01-continuum": {"places": {"now": "communication"}}
    }
    for button in ("Download a table", "Download as text"):
        assert b"Damp homes" not in downloaded(page, button)
    assert "ch01-take-back" in kept(page)


@pytest.mark.parametrize("allowed", [True, False])
def test_the_short_code_is_copied_or_marked_to_be_copied(visit, address, allowed: bool) -> None:
    reader = visit(permissions=["clipboard-read", "clipboard-write"]) if allowed else visit()
    if not allowed:
        reader.context.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
        reader.context.add_init_script("Document.prototype.execCommand = () => false")
    page = reader.open(address(SCENE))
    exercise(page, "ch01-take-back").get_by_role("textbox").first.fill("Ring the school in Ōtara")
    page = opens(reader, address)
    page.get_by_role("button", name="Copy the short code").click()
    box = page.get_by_label("The short code")
    expect(page.get_by_text("The code has been copied" if allowed else "copy it yourself")).to_be_visible()
    code = box.input_value()
    if allowed:
        assert page.evaluate("navigator.clipboard.readText()") == code
    else:
        expect(box).to_be_focused()
        assert page.evaluate("getSelection().toString() || document.activeElement.selectionEnd") in (code, len(code))
    assert workbook.from_code(code)["answers"]["ch01-take-back"]["answer"] == {
        "notes": {"move": "Ring the school in Ōtara"}
    }


def test_print_shows_answers_and_nothing_to_press(visit, address) -> None:
    reader = visit()
    page = reader.open(address(SCENE))
    exercise(page, "ch01-take-back").get_by_role("textbox").first.fill("Ring the school")
    page = opens(reader, address)
    page.get_by_label("Team or organisation").fill("Housing")
    page.emulate_media(media="print")
    expect(told(page, "ch01-take-back")).to_be_visible()
    expect(page.get_by_label("Team or organisation")).to_be_visible()
    expect(page.get_by_label("A name for this workbook")).not_to_be_visible()
    assert page.locator("main button").filter(visible=True).count() == 0
    assert page.locator("main textarea").filter(visible=True).count() == 0
    expect(told(page, "ch01-take-back")).to_have_css("break-inside", "avoid")


# --- Brought in


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_a_file_brings_what_is_not_there_and_can_be_undone(visit, address, scheme: str) -> None:
    page = opens(visit(), address, scheme)
    chooses(page, a_file(ch01_take_back=note("Ring"), who={"label": "Tūī"}))
    expect(notice(page)).to_contain_text("theirs.json has been imported. Exercises that changed here: 1.")
    expect(told(page, "ch01-take-back")).to_contain_text("Ring")
    expect(page.get_by_label("A name for this workbook")).to_have_value("Tūī")
    undo = notice(page).get_by_role("button", name="Undo")
    expect(undo).to_be_focused()
    undo.click()
    expect(told(page, "ch01-take-back")).to_have_count(0)
    expect(page.get_by_label("A name for this workbook")).to_have_value("")
    assert kept(page) == {}
    page.get_by_label("Team or organisation").fill("Mine")
    chooses(page, a_file(who={"label": "Tūī", "team": "Theirs"}))
    expect(page.get_by_label("A name for this workbook")).to_have_value("")  # one person is not made of two
    expect(notice(page)).to_contain_text("No answers were imported from")


@pytest.mark.parametrize("keeps", ["mine", "theirs", "none"])
def test_where_both_have_an_answer_the_person_chooses(visit, address, keeps: str) -> None:
    page = opens(visit(), address)
    put(page, "ch01-take-back", "reflection", {"notes": {"move": "Mine"}}, EARLIER)
    put(page, "ch02-take-back", "reflection", {"notes": {"move": "Same"}}, EARLIER)
    put(page, "ch03-membership", "reflection", {"notes": {"mine": "Only mine"}}, EARLIER)
    page.reload()
    before = kept(page)
    chooses(page, a_file(ch01_take_back=note("Theirs"), ch02_take_back=note("Same"), ch04_take_back=note("New")))
    choice = page.locator(".jw-choosing")
    expect(choice.get_by_role("heading")).to_be_focused()
    expect(choice.locator("fieldset")).to_have_count(1)
    group = choice.get_by_role("group", name="1.3 One move to take back")
    group.get_by_text("What differs").click()
    for text in ("Mine", "Theirs"):
        expect(group.locator(".jw-sides .jw-note").get_by_text(text, exact=True)).to_be_visible()
    expect(choice.get_by_role("radio", name="Use the other one")).to_be_checked()  # the later of the two
    assert kept(page) == before
    if keeps == "none":
        choice.get_by_role("button", name="Cancel").click()
        expect(choice).to_have_count(0)
        assert kept(page) == before
        return
    if keeps == "mine":
        choice.get_by_role("radio", name="Keep mine").check()
    choice.get_by_role("button", name="Import what I chose").click()
    expect(notice(page)).to_contain_text("has been imported")
    assert kept(page)["ch01-take-back"] == {"notes": {"move": "Mine" if keeps == "mine" else "Theirs"}}
    assert kept(page)["ch04-take-back"] == {"notes": {"move": "New"}}
    assert kept(page)["ch03-membership"] == before["ch03-membership"]
    notice(page).get_by_role("button", name="Undo").click()
    assert kept(page) == before


def test_all_of_one_side_can_be_chosen_at_once(visit, address) -> None:
    page = opens(visit(), address)
    for exercise_id, saved in (("ch01-take-back", EARLIER), ("ch02-take-back", LATER)):
        put(page, exercise_id, "reflection", {"notes": {"move": "Mine"}}, saved)
    page.reload()
    middle = "2026-11-24T10:15:00Z"
    chooses(page, a_file(ch01_take_back=note("Theirs", middle), ch02_take_back=note("Theirs", middle)))
    mine, theirs = (
        page.locator(".jw-choosing").get_by_role("radio", name=name) for name in ("Keep mine", "Use the other one")
    )

    def chosen() -> list[bool]:
        return [one.is_checked() for one in theirs.all()]

    expect(theirs).to_have_count(2)
    assert chosen() == [True, False]
    for button, expected in (
        ("Keep all mine", [False] * 2),
        ("Use all the others", [True] * 2),
        ("Use the later one each time", [True, False]),
    ):
        page.get_by_role("button", name=button).click()
        assert chosen() == expected
        assert [one.is_checked() for one in mine.all()] == [not one for one in expected]
    page.get_by_role("button", name="Import what I chose").click()
    expect(notice(page)).to_contain_text("Exercises that changed here: 1.")


def test_a_workbook_on_another_device_goes_by_the_same_id_until_it_is_undone(visit, address) -> None:
    page = opens(visit(), address)
    theirs = a_file(ch01_take_back=note("Ring the school"))
    whole = json.loads(theirs["buffer"]) | {"id": "7f3a0c51d2e94b68a1f05e7c3b9d8264"}
    chooses(page, {**theirs, "buffer": workbook.to_text(whole).encode()})
    expect(told(page, "ch01-take-back")).to_contain_text("Ring the school")
    assert workbook.from_text(downloaded(page, "Download the workbook file"))["id"] == whole["id"]
    notice(page).get_by_role("button", name="Undo").click()
    expect(told(page, "ch01-take-back")).to_have_count(0)
    assert everything(page) == {}


def test_a_workbook_that_is_begun_keeps_its_own_id(visit, address) -> None:
    page = opens(visit(), address)
    put(page, "ch02-take-back", "reflection", {"notes": {"move": "Mine"}})
    page.reload()
    mine = workbook.from_text(downloaded(page, "Download the workbook file"))["id"]
    theirs = a_file(ch01_take_back=note("Ring the school"))
    whole = json.loads(theirs["buffer"]) | {"id": "7f3a0c51d2e94b68a1f05e7c3b9d8264"}
    chooses(page, {**theirs, "buffer": workbook.to_text(whole).encode()})
    expect(told(page, "ch01-take-back")).to_contain_text("Ring the school")
    assert workbook.from_text(downloaded(page, "Download the workbook file"))["id"] == mine


def test_a_refusal_does_not_stand_beside_an_old_message(visit, address) -> None:
    page = opens(visit(), address)
    chooses(page, a_file(ch01_take_back=note("Ring")))
    expect(notice(page)).to_be_visible()
    chooses(page, {"name": "table.csv", "mimeType": "text/csv", "buffer": b"Exercise,Title\r\n"})
    expect(page.get_by_role("alert").filter(has_text="table.csv wasn’t imported")).to_be_visible()
    expect(notice(page)).not_to_be_visible()
    chooses(page, a_file("again.json", ch02_take_back=note("Hers")))
    expect(notice(page)).to_contain_text("again.json has been imported")
    expect(page.get_by_role("alert").filter(has_text="table.csv")).to_have_count(0)


def test_a_code_is_brought_in_as_a_message_left_it(visit, address) -> None:
    page = opens(visit(), address)
    whole = {**workbook.empty(), "answers": {"ch01-take-back": note("Ring Ōtara")}}
    code = workbook.to_code(whole)
    page.get_by_label("Or paste a short code").fill(f"Here it is:\n> “{code[:30]}\n> {code[30:]}”.\n")
    page.get_by_role("button", name="Import the code").click()
    expect(told(page, "ch01-take-back")).to_contain_text("Ring Ōtara")


def test_a_later_edition_s_file_is_refused_with_the_reason(visit, address) -> None:
    page = opens(visit(), address)
    file = a_file("new.json")
    file["buffer"] = file["buffer"].replace(b'"version": 2', b'"version": 3')
    chooses(page, file)
    expect(page.locator('[data-workbook="bring"]').get_by_role("alert")).to_have_text(
        "new.json wasn’t imported, and nothing was changed. It comes from a later edition of this workbook, so open it there."
    )


# --- Deleted and brought back


def test_an_answer_can_be_deleted_and_brought_back_where_it_stood(visit, address) -> None:
    page = opens(visit(), address)
    put(page, "ch01-take-back", "reflection", {"notes": {"move": "Ring"}})
    put(page, "ch02-take-back", "reflection", {"notes": {"view": "Hers"}})
    page.reload()
    before = everything(page)
    for name in ("ch01-take-back", "ch02-take-back"):
        told(page, name).get_by_role("button", name="Delete this answer: ").click()
        expect(page.locator(f'[data-deleted="{name}"]').get_by_role("button", name="Undo")).to_be_focused()
    assert kept(page) == {}
    first = page.locator('[data-deleted="ch01-take-back"]')
    expect(first).to_contain_text("Your answer to 1.3 One move to take back has been deleted.")
    first.get_by_role("button", name="Undo").click()
    expect(told(page, "ch01-take-back").get_by_role("heading")).to_be_focused()
    assert set(kept(page)) == {"ch01-take-back"}
    page.locator('[data-deleted="ch02-take-back"]').get_by_role("button", name="Undo").click()
    assert everything(page) == before
    told(page, "ch01-take-back").get_by_role("button", name="Delete this answer: ").click()
    page.reload()
    expect(page.locator("[data-deleted]")).to_have_count(0)
    assert set(kept(page)) == {"ch02-take-back"}, "deleted for good once the page was left"


def test_everything_can_be_deleted_and_brought_back(visit, address) -> None:
    page = opens(visit(), address)
    put(page, "ch01-take-back", "reflection", {"notes": {"move": "Ring"}})
    put(page, "ch99-gone", "reflection", {"notes": {"box": "From another book"}})
    page.get_by_label("Team or organisation").fill("Housing")
    put_texts(page, {"joinedup-workbook/1/answers/ch01-take-back/notes/x": "{broken"})
    broken = {"joinedup-workbook/1/answers/ch01-take-back/notes/y": "{broken", "joinedup-workbook": "{old and broken"}
    page.evaluate("(all) => Object.entries(all).forEach(([key, text]) => localStorage.setItem(key, text))", broken)
    page.evaluate("localStorage.setItem('other', 'of another site')")
    page.reload()
    before = everything(page)
    page.get_by_role("button", name="Delete all my answers").click()
    assert everything(page) == {"other": "of another site"}
    expect(page.locator("[data-answer]")).to_have_count(0)
    expect(page.get_by_label("Team or organisation")).to_have_value("")
    undo = notice(page, "delete").get_by_role("button", name="Undo")
    expect(undo).to_be_focused()
    page.keyboard.press("Enter")
    assert everything(page) == before
    expect(page.get_by_label("Team or organisation")).to_have_value("Housing")
    expect(undo).not_to_be_visible()
    assert page.evaluate("document.activeElement !== document.body"), "the focus is not lost"


def test_an_undo_leaves_alone_what_was_answered_meanwhile(visit, address) -> None:
    reader = visit()
    page = opens(reader, address)
    put(page, "ch01-take-back", "reflection", {"notes": {"move": "Old"}})
    put(page, "ch02-take-back", "reflection", {"notes": {"view": "Hers"}})
    page.reload()
    page.get_by_role("button", name="Delete all my answers").click()
    chapter = reader.open(address(SCENE))
    exercise(chapter, "ch01-take-back").get_by_role("textbox").first.fill("Ring the school")
    hears(page, lambda found: found == {"ch01-take-back": {"notes": {"move": "Ring the school"}}})
    notice(page, "delete").get_by_role("button", name="Undo").click()
    assert kept(page) == {
        "ch01-take-back": {"notes": {"move": "Ring the school"}},
        "ch02-take-back": {"notes": {"view": "Hers"}},
    }


def test_a_chapter_that_is_open_hears_of_a_deletion(visit, address) -> None:
    reader = visit()
    chapter = reader.open(address(SCENE))
    box = exercise(chapter, "ch01-take-back").get_by_role("textbox").first
    box.fill("Ring the school")
    page = opens(reader, address)
    page.get_by_role("button", name="Delete all my answers").click()
    expect(box).to_have_value("")


def test_where_nothing_can_be_kept_the_page_says_so_and_holds_it(visit, address) -> None:
    reader = visit()
    reader.context.add_init_script(FORBIDDEN)
    page = opens(reader, address)
    expect(page.get_by_role("alert").first).to_contain_text("This browser doesn’t save anything for this book")
    chooses(page, a_file(ch01_take_back=note("Ring")))
    expect(told(page, "ch01-take-back")).to_contain_text("Ring")
    assert "ch01-take-back" in workbook.from_text(downloaded(page, "Download the workbook file"))["answers"]


def test_by_keyboard_alone(visit, address) -> None:
    """From the top of the page to bringing in a code and deleting it again, with no mouse."""
    page = opens(visit(), address)
    code = workbook.to_code({**workbook.empty(), "answers": {"ch01-take-back": note("Ring")}})
    keys = page.keyboard

    tab_to(page, '[data-workbook="bring"] textarea')
    keys.insert_text(code)
    tab_to(page, '[data-workbook="bring"] button')
    keys.press("Enter")
    expect(notice(page).get_by_role("button", name="Undo")).to_be_focused()
    while page.evaluate("!document.activeElement.matches('[data-answer] button')"):
        keys.press("Shift+Tab")
    keys.press("Space")
    assert kept(page) == {}
    keys.press("Space")
    assert set(kept(page)) == {"ch01-take-back"}
    expect(told(page, "ch01-take-back").get_by_role("heading")).to_be_focused()


def test_without_javascript_the_page_says_what_to_do(visit, address) -> None:
    page = visit(java_script_enabled=False).open(address(MINE))
    said = page.locator("main noscript p")
    expect(said).to_be_visible()
    expect(said).to_contain_text("This page needs JavaScript")
