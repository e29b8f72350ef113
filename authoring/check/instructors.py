"""Check that the chapters' notes for instructors are whole, and that the run sheets made of them add up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from textwrap import shorten

from joinedup.content.tables import as_written
from joinedup.errors import TableError, suggest
from joinedup_book.run_sheets.notes import ADAPT, PARTS, ROOMS, Notes, read_notes
from joinedup_book.run_sheets.plan import BREAK, Meeting, Session, clock
from joinedup_book.run_sheets.sessions import sessions

from . import notebooks

LONGEST = 90
"""How many minutes people work without a break."""
ROW = "| 5 | **Name.** What to do.<br>*Say:* “What to say.” |"


def mistakes(root: Path) -> Iterator[str]:
    """Say where the notes for instructors lack something, and where minutes do not add up, a line each.

    A chapter without any notes is left alone, unless a run sheet takes a step from it.

    Parameters
    ----------
    root : Path
        The workbook's folder.

    Yields
    ------
    str
        The notebook or the table, what is wrong with it and what was expected.
    """
    paths = notebooks.found(root)
    try:
        exercises = as_written("exercises", root / "data").to_dict("records")
        for path in paths:
            notes = read_notes(path)
            if notes is not None:
                yield from note_mistakes(notes, exercises)
        for session in sessions(root):
            yield from _session_mistakes(session, root)
    except (TableError, KeyError) as error:
        if isinstance(error, TableError):  # a column that is missing is told by the check of the tables
            yield str(error)


def note_mistakes(notes: Notes, exercises: list[dict[str, str]]) -> Iterator[str]:
    """Say what one chapter's notes lack, and which of their minutes do not add up.

    Parameters
    ----------
    notes : Notes
        The chapter's notes.
    exercises : list of dict
        The rows of `data/exercises.csv`.
    """
    where = f"notebooks/{notes.chapter}.ipynb, For instructors"
    for part in PARTS:
        if not notes.parts.get(part):
            yield f"{where}: the part '{part}' is missing or empty. Expected a line that begins with **{part}**."
    for room in ROOMS:
        if notes.parts.get(ADAPT) and room not in notes.items(ADAPT):
            yield f"{where}: '{ADAPT}' has no line for '{room}'. Expected one that begins with - *{room}*:"
    for line in notes.misshapen:
        yield f"{where}: a step reads '{shorten(line, 60, placeholder=' …')}'. Expected it in this form: {ROW}"
    if notes.promised is None:
        yield f"{where}: nothing says how long it takes. Expected the line **Steps, 60 minutes in all** and a table."
        return
    total = sum(step.minutes for step in notes.steps)
    if total != notes.promised and not notes.misshapen:
        yield f"{where}: the steps add up to {total} minutes. Expected {notes.promised}, as the line above them says."
    if notes.announced is not None and notes.announced != notes.promised:
        yield (
            f"{where}: {notes.promised} minutes. The head of the chapter says {notes.announced} in a group. "
            "Expected the same number."
        )
    yield from _step_mistakes(notes, exercises, where)


def _step_mistakes(notes: Notes, exercises: list[dict[str, str]], where: str) -> Iterator[str]:
    for name, times in Counter(step.name for step in notes.steps).items():
        if times > 1:
            yield f"{where}: two steps have the name '{name}'. Expected each name once."
    here = {row["number"]: (place, row) for place, row in enumerate(exercises, 2) if row["chapter"] == notes.chapter}
    for number in dict.fromkeys(step.exercise for step in notes.steps if step.exercise):
        if number not in here:
            yield f"{where}: a step is part of Exercise {number}, which is not in this chapter.{suggest(number, here)}"
            continue
        place, row = here[number]
        minutes = str(sum(step.minutes for step in notes.steps if step.exercise == number))
        if row["minutes_group"] != minutes:
            yield (
                f"data/exercises.csv, row {place}, column 'minutes_group': '{row['minutes_group']}'. "
                f"Expected {minutes}: that is what its steps in notebooks/{notes.chapter}.ipynb add up to."
            )


def _session_mistakes(session: Session, root: Path) -> Iterator[str]:
    page = f"book/instructors/{session.id}.md"
    if not (root / page).is_file():
        yield f"data/sessions.csv, '{session.id}': there is no page {page}. Expected one, with the sheet on it."
    for meeting in session.meetings:
        where = f"data/run_sheets.csv, session '{session.id}', meeting {meeting.number}"
        if meeting.minutes != meeting.promised:
            yield (
                f"{where}: the steps add up to {meeting.minutes} minutes. Expected {meeting.promised}, as "
                "data/meetings.csv says. Change the steps, or the number there."
            )
        for start, minutes in _stretches(meeting):
            if minutes > LONGEST:
                yield f"{where}: {minutes} minutes without a break, from {clock(start)}. Expected {LONGEST} at most."


def _stretches(meeting: Meeting) -> Iterator[tuple[int, int]]:
    """Return when each stretch of work between two breaks begins, and how long it is."""
    start, minutes = meeting.blocks[0].start, 0
    for block in meeting.blocks:
        if block.kind == BREAK:
            yield start, minutes
            start, minutes = block.start + block.minutes, 0
        else:
            minutes += block.minutes
    yield start, minutes
