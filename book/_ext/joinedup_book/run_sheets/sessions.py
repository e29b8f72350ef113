"""Put the steps of the chapters' notes in order and on the clock: a session for each row of `data/sessions.csv`.

A row of `data/run_sheets.csv` names a step of a chapter, or an exercise with all its steps; its minutes and words come
from the chapter's notes. Only what belongs to no chapter (a welcome, a break, lunch) has minutes and words of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from joinedup.content.tables import as_written, data_folder, rows
from joinedup.errors import TableError, suggest

from ..as_text import in_markdown
from .notes import Notes, Step, read_notes
from .plan import Block, Meeting, Placed, Session

SESSION = ["id", "name", "title", "for_whom", "leave_with"]
MEETING = ["session", "number", "title", "start", "minutes", "read"]
SHEET = ["id", "session", "meeting", "kind", "chapter?", "step?", "minutes?", "name?", "do?", "say?"]
OWN = ("minutes", "do", "say")
"""What only a step that belongs to no chapter says itself. A name may be used instead of a chapter's."""
CLOCK = re.compile(r"^([01]?\d|2[0-3]):([0-5]\d)$")


@dataclass(frozen=True)
class Sources:
    """What sessions are made of."""

    chapters: dict[str, Notes | None]
    exercises: dict[str, dict[str, str]]
    """The rows of `data/exercises.csv` by their numbers."""


def sessions(root: Path | None = None) -> list[Session]:
    """Return every session of the tables.

    Parameters
    ----------
    root : Path, optional
        The workbook's folder; found from the current folder upwards unless given.

    Raises
    ------
    TableError
        If a row names what there is not, or says what its chapter says already.
    """
    folder = root / "data" if root else data_folder()
    exercises = rows(as_written("exercises", folder), ["id", "number", "title"], label="exercises")
    sources = Sources(
        chapters={path.stem: read_notes(path) for path in sorted((folder.parent / "notebooks").glob("*.ipynb"))},
        exercises={row["number"]: row for row in exercises},
    )
    every = rows(as_written("meetings", folder), MEETING, label="meetings", unique=None)
    sheet = rows(as_written("run_sheets", folder), SHEET, label="run sheets")
    found = []
    for row in rows(as_written("sessions", folder), SESSION, label="sessions"):
        meetings = [_meeting(one, sheet, sources) for one in every if one["session"] == row["id"]]
        if not meetings:
            raise TableError(f"data/sessions.csv, '{row['id']}': expected a row for it in data/meetings.csv.")
        found.append(Session(**row, meetings=meetings))
    known = {(one["session"], one["number"]) for one in every}
    for line in sheet:
        if (line["session"], line["meeting"]) not in known:
            raise TableError(
                f"data/run_sheets.csv, row '{line['id']}': session '{line['session']}', meeting {line['meeting']}. "
                "Expected a meeting that is in data/meetings.csv."
            )
    return found


def _meeting(row: dict[str, str], sheet: list[dict[str, str]], sources: Sources) -> Meeting:
    time = CLOCK.match(row["start"])
    where = f"data/meetings.csv, session '{row['session']}', meeting {row['number']}"
    if time is None:
        raise TableError(f"{where}, column 'start': '{row['start']}'. Expected a time of day, such as 9:30.")
    now = int(time[1]) * 60 + int(time[2])
    blocks: list[Block] = []
    for line in sheet:
        if (line["session"], line["meeting"]) == (row["session"], row["number"]):
            blocks.append(_block(line, sources, now))
            now += blocks[-1].minutes
    if not blocks:
        raise TableError(f"{where}: it has no steps. Expected at least one row in data/run_sheets.csv.")
    return Meeting(int(row["number"]), row["title"], int(row["minutes"]), row["read"], blocks)


def _block(row: dict[str, str], sources: Sources, now: int) -> Block:
    where = f"data/run_sheets.csv, row '{row['id']}', column"
    chapter = row["chapter"]
    if not chapter:
        return _own(row, where, now)
    for column in OWN:
        if row[column]:
            raise TableError(
                f"{where} '{column}': '{row[column]}'. Leave it empty. This step belongs to a chapter, "
                f"and its words are in the notes of notebooks/{chapter}.ipynb."
            )
    notes = sources.chapters.get(chapter)
    if notes is None:
        wrong = "has no notes for instructors" if chapter in sources.chapters else "does not exist"
        known = [name for name, found in sources.chapters.items() if found]
        raise TableError(f"{where} 'chapter': notebooks/{chapter}.ipynb {wrong}.{suggest(chapter, known)}")
    steps = [step for step in notes.steps if row["step"] in (step.name, step.whole)]
    if not steps:
        known = [step.whole for step in notes.steps]
        raise TableError(f"{where} 'step': '{row['step']}'.{suggest(row['step'], dict.fromkeys(known))}")
    title = row["name"] or steps[0].whole
    exercise = sources.exercises.get(steps[0].exercise, {"number": "", "id": "", "title": title})
    debrief = notes.debriefs.get(exercise["id"], "")
    return Block(row["kind"], notes, **exercise, steps=_placed(steps, now), debrief=debrief)


def _own(row: dict[str, str], where: str, now: int) -> Block:
    """Make a step that belongs to no chapter."""
    for column in ("minutes", "name", "do"):
        if not row[column]:
            raise TableError(f"{where} '{column}': the cell is empty. Expected it filled, or a 'chapter' and a 'step'.")
    step = Step(int(row["minutes"]), row["name"], in_markdown(row["do"]), in_markdown(row["say"]))
    return Block(row["kind"], None, number="", id="", title=row["name"], steps=_placed([step], now))


def _placed(steps: list[Step], now: int) -> list[Placed]:
    found = []
    for step in steps:
        found.append(Placed(now, step))
        now += step.minutes
    return found
