"""Sheets of paper, entered with a keyboard and nothing else, and what comes of them."""

from __future__ import annotations

import csv
import json
from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from joinedup import cohort, workbook
from joinedup_book.paper import exercises, form
from tests.helpers.group_picture import brings, looks_at, numbers, opens
from tests.helpers.keyboard import tab_to
from tests.helpers.saved_answers import FORBIDDEN, everything, put_texts

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("in_notebooks")]

FROM_PAPER = "book/instructors/from-paper.html"
SIGNS = {"1": "like-us", "2": "partly", "3": "not-like-us", "?": "dont-know", " ": None}
ROLES = {"1": "front line", "2": "manager", "3": "head office", "4": "community", " ": ""}


def begins(visit, address, *names: str, scheme: str = "http", **options) -> Page:
    page = visit(**options).open(address(FROM_PAPER, scheme))
    page.locator('[data-paper="sheet"][data-ready]').wait_for(state="attached")
    for name in names:
        page.get_by_role("checkbox", name=name).check()
    return page


def enters(page: Page, *sheets: str) -> None:
    """Type sheets as a facilitator does: the first key says the role, and Enter goes on at the end of each."""
    page.get_by_label("Role", exact=True).first.focus()
    for sheet in sheets:
        page.keyboard.type(f"{sheet}\n")


def kept(page: Page) -> dict[int, dict]:
    """Read what the browser keeps of the stack: each sheet by its number."""
    sheets = {key: text for key, text in everything(page).items() if key.startswith("joinedup-paper/1/sheets/")}
    return {int(key.rsplit("/", 1)[1]): json.loads(text) for key, text in sheets.items()}


def takes(page: Page, button: str, folder: Path) -> Path:
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def status(page: Page):
    return page.locator(".fp-said")


# --- Twelve sheets, from the first key to the picture of the group


def twelve() -> list[str]:
    """Return twelve sheets: a role, 24 signs of the life cycle, 16 cards. Two of them are alike to the last key."""
    sheets = []
    for number in range(11):
        signs = "".join("123? "[(number * 7 + place * (number % 3 + 1)) % 5] for place in range(24))
        cards = "".join("ABCD? "[(number + place * place) % 6] for place in range(16))
        sheets.append("1234 "[number % 5] + signs + cards)
    return [*sheets, sheets[-1]]


def test_twelve_sheets_by_keyboard_alone_are_twelve_people_in_the_picture_and_in_pandas(
    visit, address, tmp_path
) -> None:
    reader = visit()
    page = reader.open(address(FROM_PAPER))
    page.locator('[data-paper="sheet"][data-ready]').wait_for(state="attached")
    for name in ("ch07-life-cycle", "ch12-sort"):
        tab_to(page, f'input[value="{name}"]')
        page.keyboard.press("Space")
    tab_to(page, ".fp-box")
    for sheet in twelve():
        page.keyboard.type(f"{sheet}\n")
    expect(status(page)).to_contain_text("Sheet 12 is saved")
    tab_to(page, '[data-paper="take"] button')
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    expect(page.locator('[data-paper="take"]')).to_contain_text("Sheets in it: 12.")

    group = cohort.load(file)
    assert len(group) == 12 and len(group.refused) == 0 and len(group.left_out) == 0
    exercise = next(one for one in exercises() if one.config["exercise"] == "ch07-life-cycle")
    counts = group.counts("ch07-life-cycle")
    for place, statement in enumerate(exercise.config["statements"]):
        typed = Counter(SIGNS[sheet[1 + place]] for sheet in twelve())
        own = counts[counts["item"] == statement["statement"]].set_index("choice")["people"]
        alone = {word["id"]: own[word["label"]] for word in exercise.config["scale"] if word["label"] in own}
        assert alone == {id: typed[id] for id in alone}, statement
        assert own.sum() == 12 and not {1, 2} & set(own), statement

    picture = opens(visit, address)
    brings(picture, [file])
    expect(picture.get_by_text("Workbooks included: 12. Left out: 0.")).to_be_visible()
    for name in ("ch07-life-cycle", "ch12-sort"):
        looks_at(picture, name)
        head, *rows = numbers(picture)
        shown = {
            (row[0], choice): int(count)
            for row in rows
            for choice, count in zip(head[3:], row[3:], strict=True)
            if count != "–" and (choice, count) != ("Answers counted together", "0")
        }
        frame = group.counts(name)
        assert shown == {(str(r.item), str(r.choice)): int(r.people) for r in frame.itertuples()}, name
    assert Counter(one["who"]["role"] for one in workbooks_in(file)) == Counter(ROLES[sheet[0]] for sheet in twelve())


def workbooks_in(file: Path) -> list[dict]:
    return [workbook.from_code(line) for line in file.read_text("utf-8").split() if line.startswith("JU1.")]


def test_a_folder_of_files_may_hold_such_a_file_too(tmp_path) -> None:
    whole = {
        **workbook.empty(),
        "answers": {
            "ch01-continuum": {
                "widget": "continuum-slider",
                "saved": "2026-11-22T10:15:00Z",
                "answer": {"places": {"now": "communication"}},
            }
        },
    }
    named = [{**whole, "who": {"label": f"P{n}", "team": "", "role": ""}} for n in range(6)]
    (tmp_path / "one.json").write_text(workbook.to_text(named[0]), "utf-8")
    codes = "\n\n".join(map(workbook.to_code, named[1:]))
    (tmp_path / "stack.txt").write_text(f"Five sheets.\n\n{codes}\n\nJU1.broken", "utf-8")
    (tmp_path / "readme.txt").write_text("No code in here.", "utf-8")
    group = cohort.load(tmp_path)
    assert len(group) == 6
    assert list(group.refused["file"]) == ["stack.txt, Code 6"]


# --- Every kind of line


def test_every_exercise_can_be_entered_whole_and_is_valid(visit, address, tmp_path) -> None:
    made = {one.config["exercise"]: one for one in exercises() if form(one)}
    page = begins(visit, address)
    for name in made:
        page.locator(f'input[value="{name}"]').check()
    page.get_by_label("Role", exact=True).first.focus()
    typed = dict.fromkeys(made, 0)
    page.keyboard.type("4")
    for name, exercise in made.items():
        asked = form(exercise)
        for place, row in enumerate(asked["rows"]):
            choices = asked["sets"][row["set"]]
            if row["several"]:
                page.keyboard.type(f"{choices[0]['key']}, {choices[1]['key']}\n")
            else:
                page.keyboard.type(choices[place % len(choices)]["key"])
            typed[name] += row["way"][0] != "chosen"
    page.keyboard.press("Enter")
    expect(status(page)).to_contain_text(f"{sum(typed.values())} of {sum(typed.values())} entered")
    [found] = workbooks_in(takes(page, "Export all sheets as one file", tmp_path))
    assert set(found["answers"]) == set(made)
    for name, exercise in made.items():
        answer = found["answers"][name]["answer"]
        exercise.check_answer(answer)
        given = {way: len(part) for way, part in answer.items() if way != "chosen"}
        rows = [row for row in form(exercise)["rows"] if row["way"][0] != "chosen"]
        assert sum(given.values()) == len({row["way"][1] for row in rows}), name
    assert found["answers"]["ch12-priorities"]["answer"]["marks"]["idea-1"] == {
        "improvement": "improvement-small",
        "effort": "effort-some",
    }
    assert found["answers"]["ch10-code"]["answer"]["marked"]["nmcc-01"] == ["outcome-focus", "learning-by-doing"]
    assert len(found["answers"]["ch09-factors"]["answer"]["chosen"]) == 2


def test_a_card_is_called_up_by_its_number_and_placed_by_its_letter(visit, address) -> None:
    page = begins(visit, address, "8.1 Real or believed?")
    page.get_by_label("Role", exact=True).first.focus()
    page.keyboard.type("212a3B 1c")
    expect(status(page)).to_have_text("1 Different pay and conditions: C, Both.")
    cards = next(one for one in exercises() if one.config["exercise"] == "ch08-barriers").config["cards"]
    placed = kept(page)[1]["answers"]["ch08-barriers"]["answer"]["placed"]
    assert placed == {cards[11]["id"]: "real", cards[2]["id"]: "believed", cards[0]["id"]: "both"}


def test_a_team_or_a_mark_that_is_too_long_stays_in_its_box_and_is_not_called_saved(visit, address) -> None:
    page = begins(visit, address, "8.1 Real or believed?")
    page.get_by_role("checkbox", name="initials or marks").check()
    for label, most in (("Team or organisation", 80), ("Initials or mark", 40)):
        box = page.get_by_role("textbox", name=label)
        box.fill("Ngā whānau")
        box.fill("x" * (most + 1))
        expect(box).to_have_value("x" * (most + 1))
        expect(page.get_by_role("alert").filter(has_text=f"the most is {most} characters")).to_be_visible()
    settings = json.loads(everything(page)["joinedup-paper/1/settings"])
    assert settings["team"] == kept(page)[1]["sign"] == "Ngā whānau"
    page.get_by_role("button", name="Next sheet").click()
    expect(page.get_by_role("textbox", name="Initials or mark")).to_be_focused()
    page.get_by_role("textbox", name="Initials or mark").fill("MT")
    page.get_by_label("Team or organisation").fill("x" * 80)
    expect(page.get_by_role("alert").filter(has_text="too long")).to_have_count(0)
    settings = json.loads(everything(page)["joinedup-paper/1/settings"])
    assert (settings["team"], kept(page)[1]["sign"]) == ("x" * 80, "MT")


def test_none_of_them_and_a_number_that_is_not_there(visit, address) -> None:
    page = begins(visit, address, "10.1 Code a story")
    enters(page, " 0\n99")
    expect(status(page)).to_contain_text("There is no 99 here, so it wasn’t entered.")
    assert kept(page)[1]["answers"]["ch10-code"]["answer"] == {"marked": {"nmcc-01": []}}
    page.keyboard.press("Control+A")
    page.keyboard.type("18 3")
    page.keyboard.press("Control+Enter")
    expect(status(page)).to_contain_text("2 of 12 entered")
    expect(page.locator(".fp-several").nth(1)).to_have_value("")
    assert kept(page)[1]["answers"]["ch10-code"]["answer"]["marked"]["nmcc-02"] == ["a-ha-moment", "vertical-pull"]


# --- Mistakes and mishaps


def test_a_wrong_key_changes_nothing_and_says_what_the_line_takes(visit, address) -> None:
    page = begins(visit, address, "7.2 What is wearing us out?")
    page.get_by_label("Role", exact=True).first.focus()
    page.keyboard.type("19")
    expect(status(page)).to_have_text("This line takes: 1 2 3 ? To go on without an answer, press Space or Enter.")
    assert kept(page)[1]["answers"] == {}
    page.keyboard.type("1")
    expect(page.locator(".fp-count")).to_contain_text("1 of 3 entered")


def test_an_answer_is_taken_back_with_the_key_before(visit, address) -> None:
    page = begins(visit, address, "7.2 What is wearing us out?")
    page.get_by_label("Role", exact=True).first.focus()
    page.keyboard.type("11")
    page.keyboard.press("Backspace")  # nothing is on this line: back to the one before
    page.keyboard.press("Backspace")  # takes its answer off
    assert kept(page)[1]["answers"] == {}
    page.keyboard.type("3")
    assert kept(page)[1]["answers"]["ch07-fatigue"]["answer"]["answers"] == {"fatigue-expectations": "not-true"}


def test_nothing_is_lost_when_the_page_is_closed_in_the_middle_of_a_sheet(visit, address) -> None:
    reader = visit()
    page = reader.open(address(FROM_PAPER))
    page.get_by_role("checkbox", name="7.1 Where are we now?").check()
    enters(page, "1" + "1" * 24)
    page.keyboard.type("2123")
    before = kept(page)
    page.close(run_before_unload=False)
    page = reader.open(address(FROM_PAPER))
    expect(page.get_by_role("heading", name="Sheet 2")).to_be_visible()
    expect(page.locator(".fp-count")).to_have_text("3 of 24 entered. Sheets so far: 2.")
    page.locator(".fp-box").nth(4).focus()
    page.keyboard.type("?")
    assert kept(page)[1] == before[1]
    assert len(kept(page)[2]["answers"]["ch07-life-cycle"]["answer"]["answers"]) == 4


def test_a_sheet_is_corrected_and_another_deleted_and_brought_back(visit, address) -> None:
    page = begins(visit, address, "4.1 Who does what among us?")
    enters(page, "111111", "222222")
    page.get_by_role("button", name="Edit: Sheet 1").click()
    page.keyboard.type("43")
    page.keyboard.press("Control+Enter")
    expect(status(page)).to_contain_text("Sheets so far: 2.")
    assert kept(page)[1]["role"] == "community"
    assert list(kept(page)[1]["answers"]["ch04-tasks"]["answer"]["answers"].values()).count("true") == 4
    page.get_by_role("button", name="Delete: Sheet 2").click()
    expect(page.get_by_text("Sheet 2 has been deleted.")).to_be_visible()
    assert set(kept(page)) == {1}
    page.get_by_role("button", name="Undo").first.click()
    assert set(kept(page)) == {1, 2}
    page.get_by_role("button", name="Delete all these sheets").click()
    expect(page.get_by_text("No sheets have been entered yet.")).to_be_visible()
    assert kept(page) == {}
    page.get_by_role("button", name="Undo").last.click()
    assert set(kept(page)) == {1, 2}


def test_an_empty_sheet_is_none(visit, address) -> None:
    page = begins(visit, address, "4.1 Who does what among us?")
    enters(page, " " * 6)
    expect(status(page)).to_have_text("Nothing has been entered on this sheet yet.")
    page.get_by_role("button", name="Export all sheets as one file").click()
    expect(page.get_by_text("there is nothing to export")).to_be_visible()
    assert kept(page) == {}


def test_two_tabs_never_write_over_each_other(visit, address) -> None:
    reader = visit()
    one = reader.open(address(FROM_PAPER))
    one.get_by_role("checkbox", name="4.1 Who does what among us?").check()
    two = reader.open(address(FROM_PAPER))
    enters(one, "111111")
    expect(two.locator(".fp-sheets li")).to_have_count(1)
    enters(two, "222222")
    expect(one.locator(".fp-sheets li")).to_have_count(2)
    assert {sheet["role"] for sheet in kept(one).values()} == {"front line", "manager"}


def test_ones_own_answers_stay_out_of_it(visit, address) -> None:
    page = begins(visit, address, "4.1 Who does what among us?")
    enters(page, "111111")
    page.goto(address("book/my-workbook.html"))
    expect(page.get_by_text("You haven’t answered anything in this browser yet.")).to_be_visible()
    page.get_by_role("button", name="Delete all my answers").click()
    assert set(kept(page)) == {1}


# --- Without a keyboard, and other ways to take them


def test_a_sheet_is_entered_by_tapping_alone(visit, address, tmp_path) -> None:
    page = begins(visit, address, scheme="file", viewport={"width": 390, "height": 800}, has_touch=True)
    page.get_by_text("4.1 Who does what among us?").tap()
    page.get_by_role("button", name="2 manager").tap()
    lines = page.locator(".fp-line")
    for place in range(1, 6):
        lines.nth(place).get_by_role("button").nth(place % 4).tap()
    lines.nth(1).get_by_role("button").nth(1).tap()  # once more: taken off
    page.get_by_role("button", name="Next sheet").tap()
    expect(status(page)).to_contain_text("4 of 5 entered")
    [found] = workbooks_in(takes(page, "Export all sheets as one file", tmp_path))
    assert found["who"]["role"] == "manager"
    assert sorted(found["answers"]["ch04-tasks"]["answer"]["answers"].values()) == [
        "dont-know",
        "not-true",
        "partly",
        "true",
    ]


def test_signs_and_a_team_go_along_and_two_people_with_the_same_sign_both_count(visit, address, tmp_path) -> None:
    page = begins(visit, address, "4.1 Who does what among us?", "The sheets have initials or marks on them")
    page.get_by_label("Team or organisation, if all these people are from the same one").fill("Harbour")
    page.get_by_role("textbox", name="Initials or mark").focus()
    page.keyboard.type("AB\n111111\nAB\n111111\n")
    expect(status(page)).to_contain_text("Sheets so far: 2.")
    file = takes(page, "Export all sheets as one file", tmp_path)
    found = workbooks_in(file)
    assert [one["who"]["team"] for one in found] == ["Harbour", "Harbour"]
    assert [one["who"]["label"][:3] for one in found] == ["AB,", "AB,"]
    assert len(cohort.load(file)) == 2


def test_the_sheets_come_as_workbook_files_and_as_a_table(visit, address, tmp_path) -> None:
    page = begins(visit, address, "4.1 Who does what among us?")
    enters(page, "1123? ", "2222 22")
    files = []
    page.on("download", lambda file: files.append(file))
    with page.expect_event("download", lambda _: len(files) == 2):
        page.get_by_role("button", name="Export a workbook file for each sheet (JSON)").click()
    expect(page.get_by_text("Workbook files to save: 2.")).to_be_visible()
    for file in files:
        file.save_as(tmp_path / file.suggested_filename)
    assert len(cohort.load(tmp_path)) == 2
    table = list(csv.reader(takes(page, "Download a table (CSV)", tmp_path).read_text("utf-8-sig").splitlines()))
    assert table[0] == [
        "Sheet",
        "Mark",
        "Role",
        "Team or organisation",
        "Exercise",
        "Title",
        "What was asked",
        "Answer",
    ]
    assert [row[7] for row in table[1:5]] == ["True of us", "Partly", "Not true of us", "Don’t know"]
    assert len(table) == 1 + 4 + 4


def test_a_browser_that_keeps_nothing_says_so_and_lets_the_sheets_be_taken(visit, address, tmp_path) -> None:
    reader = visit()
    reader.context.add_init_script(FORBIDDEN)
    page = reader.open(address(FROM_PAPER))
    page.get_by_role("checkbox", name="4.1 Who does what among us?").check()
    expect(page.get_by_role("alert")).to_contain_text("can’t save what you enter")
    enters(page, "111111", "222222")
    assert len(workbooks_in(takes(page, "Export all sheets as one file", tmp_path))) == 2
    page.close(run_before_unload=False)


def test_what_something_else_has_spoilt_is_left_out_by_its_number(visit, address, tmp_path) -> None:
    page = begins(visit, address, "4.1 Who does what among us?")
    enters(page, "111111")
    spoilt = {2: "{no", 3: '{"answers": null, "role": 7}', 4: '{"answers": {"ch04-tasks": {"answer": {"A B": 1}}}}'}
    put_texts(page, {f"joinedup-paper/1/sheets/{number}": text for number, text in spoilt.items()})
    page.reload()
    expect(page.locator(".fp-sheets li")).to_have_count(4)
    assert len(workbooks_in(takes(page, "Export all sheets as one file", tmp_path))) == 1
    expect(page.locator('[data-paper="take"]')).to_contain_text("These sheets are damaged and were left out: 4.")


# --- Quick enough


def test_a_sheet_of_twenty_four_statements_takes_as_long_as_the_keys_do(visit, address) -> None:
    """26 keys, with forty sheets in the stack: the page must not be what a typist waits for."""
    page = begins(visit, address, "7.1 Where are we now?")
    sheet = {
        "role": "manager",
        "sign": "",
        "done": True,
        "answers": {
            "ch07-life-cycle": {
                "widget": "life-cycle-self-check",
                "saved": "2026-11-22T10:15:00Z",
                "answer": {"answers": {}},
            }
        },
    }
    put_texts(page, {f"joinedup-paper/1/sheets/{number}": json.dumps(sheet) for number in range(1, 41)})
    page.reload()
    page.get_by_label("Role", exact=True).first.focus()
    took = page.evaluate(
        """() => { const start = performance.now();
        for (const key of "2" + "123?".repeat(6)) document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
        return performance.now() - start; }"""
    )
    assert len(kept(page)[41]["answers"]["ch07-life-cycle"]["answer"]["answers"]) == 24
    assert took / 25 < 100, f"{took / 25:.0f} ms for a key"
