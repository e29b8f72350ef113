"""The run sheets: they add up to the minute, name only what there is, and say what the chapters' notes say."""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import nbformat
import pytest

from authoring.check.instructors import LONGEST, mistakes
from joinedup import table
from joinedup.errors import TableError
from joinedup_book.run_sheets.notes import ADAPT, MISREADINGS, NOTICE, PARTS, ROOMS, Notes, read_notes
from joinedup_book.run_sheets.plan import Meeting, clock
from joinedup_book.run_sheets.sessions import sessions
from joinedup_book.run_sheets.telling import advice, in_a_room, linked
from tests.helpers.book import ROOT

DATA = ROOT / "data"
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
PAGES = sorted((ROOT / "book" / "instructors").rglob("*.md"))
SESSIONS = sessions(ROOT)
MEETINGS = [(session, meeting) for session in SESSIONS for meeting in session.meetings]


def named(pair: object) -> str:
    return f"{pair[0].id}-{pair[1].number}"


# --- What is published


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_every_chapter_has_whole_notes_with_words_to_say_at_each_step(path: Path) -> None:
    notes = read_notes(path)
    assert notes is not None and set(PARTS) <= set(notes.parts)
    assert sum(step.minutes for step in notes.steps) == notes.promised == notes.announced
    for step in notes.steps:
        assert step.do.endswith((".", "?")), step.name
        assert step.say.startswith("“") and step.say.endswith("”"), step.name
        assert len(step.say.split()) <= 60, f"{step.name}: too long to say in one breath or two"


def test_every_exercise_has_steps_and_something_to_debrief_with() -> None:
    chapters = {path.stem: read_notes(path) for path in NOTEBOOKS}
    for row in table("exercises", DATA).to_dict("records"):
        notes = chapters[row["chapter"]]
        minutes = sum(step.minutes for step in notes.steps if step.exercise == row["number"])
        assert minutes == row["minutes_group"], row["id"]
        assert len(notes.debriefs[row["id"]]) > 80, row["id"]


@pytest.mark.parametrize("pair", MEETINGS, ids=named)
def test_every_meeting_adds_up_to_the_minute(pair: tuple) -> None:
    _, meeting = pair
    steps = [placed for block in meeting.blocks for placed in block.steps]
    for before, after in pairwise(steps):
        assert before.start + before.step.minutes == after.start
    assert sum(placed.step.minutes for placed in steps) == meeting.minutes == meeting.promised
    assert meeting.end == clock(steps[0].start + meeting.promised)


def test_the_whole_day_ends_when_it_says() -> None:
    day = next(session for session in SESSIONS if session.id == "whole-day").meetings[0]
    assert (day.clock, day.end, day.minutes) == ("9:00", "15:30", 390)
    assert [(block.clock, block.minutes) for block in day.blocks if block.kind == "break"] == [
        ("10:30", 20),
        ("12:00", 60),
        ("14:00", 20),
    ]
    after_lunch = next(block for before, block in pairwise(day.blocks) if before.minutes == 60)
    assert "stand" in after_lunch.steps[0].step.do and "sit" in after_lunch.steps[0].step.do


@pytest.mark.parametrize("pair", MEETINGS, ids=named)
def test_nobody_works_long_without_a_break_or_sits_long_before_the_first_exercise(pair: tuple) -> None:
    _, meeting = pair
    working = 0
    for block in meeting.blocks:
        working = 0 if block.kind == "break" else working + block.minutes
        assert working <= LONGEST, block.title
    assert meeting.exercises[0].start - meeting.blocks[0].start <= 20


@pytest.mark.parametrize("session", SESSIONS, ids=lambda session: session.id)
def test_every_session_begins_with_people_and_ends_with_what_they_will_do(session) -> None:
    for meeting in session.meetings:
        assert meeting.blocks[0].chapter is None  # the sheet's own welcome
        last = meeting.blocks[-1].steps[-1].step
        assert last.name in ("Close", "Last words")
        assert "?" in last.say or "date" in last.say
    assert (ROOT / "book" / "instructors" / f"{session.id}.md").is_file()


def told() -> Iterator[tuple[str, str]]:
    """Everything that a page for instructors says, but for what the notes say."""
    for path in PAGES:
        yield path.name, path.read_text(encoding="utf-8")
    for name in ("sessions", "meetings", "run_sheets"):
        yield name, (DATA / f"{name}.csv").read_text(encoding="utf-8")
    for path in NOTEBOOKS:
        notes = read_notes(path)
        yield (
            path.stem,
            "\n".join([*notes.parts.values(), *(f"{step.name} {step.do} {step.say}" for step in notes.steps)]),
        )


@pytest.mark.parametrize(("place", "text"), [pytest.param(*pair, id=pair[0]) for pair in told()])
def test_every_exercise_figure_and_chapter_that_is_named_exists(place: str, text: str) -> None:
    exercises = set(table("exercises", DATA)["number"])
    figures = set(table("figures", DATA)["number"])
    titles = {read_notes(path).title for path in NOTEBOOKS}
    for numbers in re.findall(r"Exercises? (\d+\.\d+(?:(?:, | and | to )\d+\.\d+)*)", text):
        assert set(re.findall(r"\d+\.\d+", numbers)) <= exercises, place
    assert set(re.findall(r"Figure \d+", text)) <= figures, place
    for title in re.findall(r"\[([^\]]+)\]\([^)]*notebooks/\w+\.ipynb\)", text):
        assert title in titles, place


def test_every_button_that_is_named_exists() -> None:
    buttons = [name for _, text in told() for name in re.findall(r"press(?:es)? “([^”]+)”", text)]
    assert len(buttons) > 5
    assert set(buttons) <= set(table("labels", DATA)["text"])


def test_what_people_read_first_names_chapters_of_the_meeting() -> None:
    for _, meeting in MEETINGS:
        assert any(notes.title in meeting.read for notes in meeting.chapters), meeting.read


# --- Minutes are typed once


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    for folder in ("data", "notebooks", "book/instructors"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return tmp_path


def change_notes(root: Path, chapter: str, old: str, new: str) -> None:
    path = root / "notebooks" / f"{chapter}.ipynb"
    notebook = nbformat.read(path, as_version=4)
    cell = next(cell for cell in notebook.cells if cell.source.startswith('<details class="instructors">'))
    assert cell.source.count(old) == 1, f"'{old}' stands {cell.source.count(old)} times"
    cell.source = cell.source.replace(old, new)
    nbformat.write(notebook, path)


def change_row(root: Path, name: str, id: str, **cells: str) -> None:
    path = root / "data" / f"{name}.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        records = list(csv.DictReader(file))
    row = next(record for record in records if id in (record.get("id"), record.get("session")))
    assert any(row[column] != value for column, value in cells.items()), "this would not be a change"
    row.update(cells)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, records[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(records)


def in_order(meeting: Meeting) -> list[tuple[str, str, int, int]]:
    """Every step with its chapter, when it begins and how long it takes."""
    return [
        (block.chapter.chapter if block.chapter else "", placed.step.name, placed.start, placed.step.minutes)
        for block in meeting.blocks
        for placed in block.steps
    ]


@pytest.mark.parametrize("chapter", sorted({notes.chapter for session in SESSIONS for notes in session.chapters}))
def test_minutes_changed_in_a_chapter_change_on_every_sheet(workbook: Path, chapter: str) -> None:
    """Each step takes longer by its place in the chapter, so that no two changes can be mistaken for one another."""
    longer = {}
    for place, step in enumerate(read_notes(workbook / "notebooks" / f"{chapter}.ipynb").steps, start=1):
        longer[step.name] = place
        change_notes(
            workbook, chapter, f"| {step.minutes} | **{step.name}.**", f"| {step.minutes + place} | **{step.name}.**"
        )
    changed = 0
    for before, after in zip(SESSIONS, sessions(workbook), strict=True):
        for old, new in zip(before.meetings, after.meetings, strict=True):
            later, expected = 0, []
            for where, name, start, minutes in in_order(old):
                more = longer[name] if where == chapter else 0
                expected.append((where, name, start + later, minutes + more))
                later += more
            assert in_order(new) == expected
            assert new.minutes == old.minutes + later
            changed += later
    assert changed > 0


def test_words_changed_in_a_chapter_are_said_on_the_sheet(workbook: Path) -> None:
    change_notes(workbook, "03_getting_together", "“In your pair, find", "“Now, in your pair, find")
    frames = [
        placed.step.say
        for session in sessions(workbook)
        for meeting in session.meetings
        for block in meeting.blocks
        for placed in block.steps
        if placed.step.name == "The frame"
    ]
    assert len(frames) == 3 and all(say.startswith("“Now, in your pair") for say in frames)


def test_another_start_moves_all_the_times(workbook: Path) -> None:
    change_row(workbook, "meetings", "half-day", start="13:15")
    day = next(session for session in sessions(workbook) if session.id == "half-day").meetings[0]
    assert (day.clock, day.end) == ("13:15", "16:15")


# --- What the check says

WRONG_NOTES = {
    "no-care": (
        *("03_getting_together", "**Take care.**", "**Beware.**"),
        "notebooks/03_getting_together.ipynb, For instructors: the part 'Take care' is missing or empty. Expected a line "
        "that begins with **Take care**.",
    ),
    "nobody-online": (
        *("08_context", "- *Online*:", "- *On line*:"),
        "notebooks/08_context.ipynb, For instructors: 'How to adapt' has no line for 'Online'. Expected one that begins "
        "with - *Online*:",
    ),
    "minutes-in-words": (
        *("09_conclusions", "| 8 | **The chart.**", "| eight | **The chart.**"),
        "notebooks/09_conclusions.ipynb, For instructors: a step reads '| eight | **The chart.** Each group finds one "
        "thing that …'. Expected it in this form: | 5 | **Name.** What to do.<br>*Say:* “What to say.” |",
    ),
    "nothing-to-say": (
        *("12_co_production", "*Say:* “Only the why.", "“Only the why."),
        "notebooks/12_co_production.ipynb, For instructors: a step reads '| 4 | **Exercise 12.3, together.** Hear each "
        "person’s …'. Expected it in this form: | 5 | **Name.** What to do.<br>*Say:* “What to say.” |",
    ),
    "does-not-add-up": (
        *("12_co_production", "| 10 | **South Auckland.**", "| 12 | **South Auckland.**"),
        "notebooks/12_co_production.ipynb, For instructors: the steps add up to 122 minutes. Expected 120, as the line "
        "above them says.",
    ),
    "no-promise": (
        *("12_co_production", "**Steps, 120 minutes in all**", "**Steps**"),
        "notebooks/12_co_production.ipynb, For instructors: nothing says how long it takes. Expected the line **Steps, "
        "60 minutes in all** and a table.",
    ),
    "one-name-twice": (
        *("12_co_production", "**The case figures.**", "**South Auckland.**"),
        "notebooks/12_co_production.ipynb, For instructors: two steps have the name 'South Auckland'. Expected each name "
        "once.",
    ),
    "exercise-of-another-chapter": (
        *("12_co_production", "**The case figures.**", "**Exercise 11.1, again.**"),
        "notebooks/12_co_production.ipynb, For instructors: a step is part of Exercise 11.1, which is not in this "
        "chapter. Did you mean '12.1'? Expected one of: 12.1, 12.2, 12.3, 12.4, 12.5.",
    ),
}


@pytest.mark.parametrize(("chapter", "old", "new", "expected"), WRONG_NOTES.values(), ids=WRONG_NOTES.keys())
def test_the_check_says_what_a_chapters_notes_lack(
    workbook: Path, chapter: str, old: str, new: str, expected: str
) -> None:
    change_notes(workbook, chapter, old, new)
    assert next(mistakes(workbook)) == expected


def test_the_check_says_that_an_exercise_takes_another_time_now(workbook: Path) -> None:
    change_notes(
        workbook, "12_co_production", "| 12 | **Exercise 12.1, in groups.**", "| 14 | **Exercise 12.1, in groups.**"
    )
    change_notes(workbook, "12_co_production", "| 10 | **The case figures.**", "| 8 | **The case figures.**")
    row = list(table("exercises", DATA)["id"]).index("ch12-sort") + 2
    assert list(mistakes(workbook)) == [
        f"data/exercises.csv, row {row}, column 'minutes_group': '20'. Expected 22: that is what its steps in "
        "notebooks/12_co_production.ipynb add up to."
    ]


def test_the_check_says_that_the_head_of_a_chapter_promises_something_else(workbook: Path) -> None:
    path = workbook / "notebooks" / "11_health_check.ipynb"
    path.write_text(
        path.read_text("utf-8").replace("**In a group**: 45 minutes", "**In a group**: 50 minutes"), "utf-8"
    )
    assert list(mistakes(workbook)) == [
        "notebooks/11_health_check.ipynb, For instructors: 45 minutes. The head of the chapter says 50 in a group. "
        "Expected the same number."
    ]


def without_notes(root: Path, chapter: str) -> None:
    path = root / "notebooks" / f"{chapter}.ipynb"
    notebook = nbformat.read(path, as_version=4)
    notebook.cells = [cell for cell in notebook.cells if not cell.source.startswith('<details class="instructors">')]
    nbformat.write(notebook, path)


def test_a_chapter_may_have_no_notes_if_no_sheet_needs_them(workbook: Path) -> None:
    without_notes(workbook, "12_co_production")
    assert list(mistakes(workbook)) == []
    without_notes(workbook, "13_group_picture")
    (only,) = mistakes(workbook)
    assert only.startswith(
        "data/run_sheets.csv, row 'day-guess', column 'chapter': notebooks/13_group_picture.ipynb has no notes for "
        "instructors."
    )


WRONG_ROWS = {
    "step": (
        *("run_sheets", "ninety-frame", {"step": "The frames"}),
        "data/run_sheets.csv, row 'ninety-frame', column 'step': 'The frames'. Did you mean 'The frame'? Expected one of: "
        "Welcome, Exercise 3.1, The frame, Exercise 3.2, Exercise 3.3, Close.",
    ),
    "chapter": (
        *("run_sheets", "ninety-frame", {"chapter": "03_geting_together"}),
        "data/run_sheets.csv, row 'ninety-frame', column 'chapter': notebooks/03_geting_together.ipynb does not exist. Did "
        "you mean '03_getting_together'?",
    ),
    "minutes-typed-twice": (
        *("run_sheets", "ninety-frame", {"minutes": "10"}),
        "data/run_sheets.csv, row 'ninety-frame', column 'minutes': '10'. Leave it empty. This step belongs to a chapter, "
        "and its words are in the notes of notebooks/03_getting_together.ipynb.",
    ),
    "break-without-minutes": (
        *("run_sheets", "day-lunch", {"minutes": ""}),
        "data/run_sheets.csv, row 'day-lunch', column 'minutes': the cell is empty. Expected it filled, or a 'chapter' and "
        "a 'step'.",
    ),
    "no-such-meeting": (
        *("run_sheets", "week-6-moves", {"meeting": "7"}),
        "data/run_sheets.csv, row 'week-6-moves': session 'six-weeks', meeting 7. Expected a meeting that is in "
        "data/meetings.csv.",
    ),
    "too-long": (
        *("run_sheets", "day-welcome", {"minutes": "25"}),
        "data/run_sheets.csv, session 'whole-day', meeting 1: the steps add up to 395 minutes. Expected 390, as "
        "data/meetings.csv says. Change the steps, or the number there.",
    ),
    "no-break": (
        *("run_sheets", "day-break-1", {"kind": "step"}),
        "data/run_sheets.csv, session 'whole-day', meeting 1: 180 minutes without a break, from 9:00. Expected 90 at most.",
    ),
    "time": (
        *("meetings", "half-day", {"start": "9.00"}),
        "data/meetings.csv, session 'half-day', meeting 1, column 'start': '9.00'. Expected a time of day, such as 9:30.",
    ),
}


@pytest.mark.parametrize(("name", "id", "cells", "expected"), WRONG_ROWS.values(), ids=WRONG_ROWS.keys())
def test_the_check_says_what_is_wrong_with_a_sheet(
    workbook: Path, name: str, id: str, cells: dict[str, str], expected: str
) -> None:
    change_row(workbook, name, id, **cells)
    assert next(mistakes(workbook)).startswith(expected)


def test_the_check_says_that_a_session_has_no_page(workbook: Path) -> None:
    (workbook / "book" / "instructors" / "half-day.md").unlink()
    assert list(mistakes(workbook)) == [
        "data/sessions.csv, 'half-day': there is no page book/instructors/half-day.md. Expected one, with the sheet on it."
    ]


def test_a_sheet_that_cannot_be_made_is_refused_with_a_reason(workbook: Path) -> None:
    change_row(workbook, "run_sheets", "ninety-frame", step="The frames")
    with pytest.raises(TableError, match="Did you mean 'The frame'"):
        sessions(workbook)


# --- What of the notes belongs to a session


@pytest.fixture(scope="module")
def notes() -> Notes:
    found = read_notes(ROOT / "notebooks" / "09_conclusions.ipynb")
    assert found is not None
    return found


def test_advice_on_steps_that_a_session_leaves_out_is_left_out(notes: Notes) -> None:
    whole = {step.whole for step in notes.steps}
    assert advice(notes, NOTICE, whole) == notes.parts[NOTICE]
    assert (
        advice(notes, NOTICE, {"Exercise 9.2"})
        == "- Notice who carries the personal cost, but don’t ask about it in front of everyone."
    )
    assert advice(notes, MISREADINGS, {"Exercise 9.2"}) == ""
    assert "These are laws" in advice(notes, MISREADINGS, {"The chart"})
    assert "budget" not in advice(notes, MISREADINGS, {"The chart"})


def test_advice_for_a_room_leaves_out_sentences_on_other_exercises(notes: Notes) -> None:
    assert in_a_room(notes, "Four people", {"Exercise 9.2"}) == "Stay in one group."
    assert in_a_room(notes, "Four people", {"Exercise 9.1"}).startswith("Stay in one group. In Exercise 9.1,")
    assert all(in_a_room(notes, room, {step.whole for step in notes.steps}) for room in ROOMS)
    assert set(notes.items(ADAPT)) >= set(ROOMS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[The context](08_context.ipynb)", "[The context](/notebooks/08_context.ipynb)"),
        ("[References](../book/references.md#x)", "[References](/book/references.md#x)"),
        ("[Elsewhere](https://example.org/a.md)", "[Elsewhere](https://example.org/a.md)"),
        ("[Here](#here)", "[Here](#here)"),
    ],
)
def test_a_chapters_links_lead_on_from_any_page(text: str, expected: str) -> None:
    assert linked(text) == expected
