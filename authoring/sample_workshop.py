"""A made-up workshop: thirty workbooks of people who do not exist, to try a group's picture with.

`joinedup sample-workshop` makes them from the two tables that stand beside them, the same bytes each time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

from joinedup import workbook
from joinedup.content.exercise_table import exercise_rows, exercise_spec
from joinedup.content.tables import data_folder
from joinedup.exercises.registry import KINDS
from joinedup.workbook import Workbook

from . import sample_tables
from .sample_tables import FOLDER, LEFT_OUT, OPEN, ROLES, Leaning

TEAMS = ("team A (made up)", "team B (made up)", "team C (made up)")
SEED = "2008"
"""With another one, other people of a role give these answers."""
BEGIN = datetime(2026, 3, 18, 9, 0, tzinfo=UTC)


@dataclass(eq=False)
class Person:
    """Somebody who does not exist."""

    number: int
    role: str
    answers: dict[str, dict[str, Any]] = field(default_factory=dict)


def write(folder: Path | None = None) -> list[Path]:
    """Write the made-up workbooks, and give their files.

    Parameters
    ----------
    folder : Path, optional
        Where to write them; `data/sample_workshop` unless given.

    Raises
    ------
    TableError
        If a row of `leanings.csv` or `texts.csv` cannot be, by file, row and column.
    """
    folder = folder or data_folder() / FOLDER
    paths = []
    for person in people():
        paths.append(folder / f"made-{person.number:02}.json")
        paths[-1].write_text(workbook.to_text(workbook_of(person)), encoding="utf-8", newline="\n")
    return paths


def people() -> list[Person]:
    """Make the people up: the tables say what a role answers, and chance who of them gives which answer."""
    roles = [role for role, many in ROLES.items() for _ in range(many)]
    everybody = [Person(number, "") for number in range(1, len(roles) + 1)]
    for person, role in zip(_mixed(everybody, "roles"), roles, strict=True):
        person.role = role
    leanings, texts = sample_tables.leanings(), sample_tables.texts()
    for exercise in dict.fromkeys([*leanings, *texts]):
        dealt = _dealt(leanings[exercise], "", everybody, exercise)
        doing = [person for person in everybody if dealt.get(person) != LEFT_OUT]
        _choose(exercise, leanings[exercise], doing)
        _write(exercise, texts[exercise], doing)
    return everybody


def workbook_of(person: Person) -> Workbook:
    """Return a person's workbook: three of four agree that the group sees their notes."""
    table = exercise_rows()
    saved = {id: BEGIN + timedelta(minutes=5 * place, seconds=person.number) for place, id in enumerate(table)}
    answers = {
        id: {"widget": table[id]["widget"], "saved": f"{saved[id]:%Y-%m-%dT%H:%M:%SZ}", "answer": answer}
        for id, answer in person.answers.items()
    }
    team = TEAMS[person.number % len(TEAMS)]
    made = {
        **workbook.empty(),
        "id": f"{person.number:032x}",
        "who": {"label": f"made up {person.number:02}", "team": team, "role": person.role},
        "answers": answers,
    }
    return {**made, "notes_for_group": True} if person.number % 4 else made


def _choose(exercise: str, leanings: list[Leaning], doing: list[Person]) -> None:
    """Deal their choices to the people who do an exercise."""
    asked = exercise_spec(exercise, KINDS)
    for item in asked["items"]:
        for person, choice in _dealt(leanings, item["id"], doing, exercise).items():
            if choice != OPEN:
                person.answers.setdefault(exercise, {}).setdefault(asked["key"], {})[item["id"]] = choice
    for person in doing:
        if "result" in asked:
            person.answers[exercise][asked["result"]] = True


def _write(exercise: str, texts: dict[tuple[str, str], list[dict[str, str]]], doing: list[Person]) -> None:
    """Hand each text to one person: into its box, or an idea with its marks into the next free one."""
    boxes = [box["id"] for box in exercise_spec(exercise, KINDS)["prompts"]]
    for (box, role), found in texts.items():
        writing = _mixed([person for person in doing if person.role == role], f"{exercise} {box}")
        for place, row in enumerate(found):
            answer = writing[place % len(writing)].answers.setdefault(exercise, {})
            notes = answer.setdefault("notes", {})
            name = box or boxes[len(notes)]
            notes[name] = row["text"]
            if row["improvement"]:
                marks = {axis: row[axis] for axis in ("improvement", "effort")}
                answer.setdefault("marks", {})[name] = marks


def _dealt(leanings: list[Leaning], item: str, doing: Iterable[Person], exercise: str) -> dict[Person, str]:
    """Deal people the answers of the last row that speaks of an item and their role.

    A row for one item says how many people give each answer, and is dealt like cards. A row for many items says how
    likely each answer is, so that they don't all come out alike.
    """
    what = f"{exercise} {item}"
    hands: dict[Leaning, list[Person]] = defaultdict(list)
    for person in doing:
        row = next((row for row in reversed(leanings) if row.is_for(item, person.role)), None)
        if row is not None:
            hands[row].append(person)
    given: dict[Person, str] = {}
    for row, hand in hands.items():
        many = len(row.spread)
        for place, person in enumerate(_mixed(hand, what)):
            drawn = _chance(f"{what} {row.role}", person) % many
            given[person] = row.spread[drawn if "*" in row.item else (2 * place + 1) * many // (2 * len(hand))]
    return given


def _mixed(some: Iterable[Person], what: str) -> list[Person]:
    """Put people in an order that is chance, and the same at every run."""
    return sorted(some, key=lambda person: _chance(what, person))


def _chance(what: str, person: Person) -> int:
    return int.from_bytes(sha256(f"{SEED} {what} {person.number}".encode()).digest())
