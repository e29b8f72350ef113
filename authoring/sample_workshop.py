"""A made-up workshop: thirty workbooks of people who do not exist, to try a group's picture with.

`python -m joinedup sample-workshop` makes them from the two tables that stand beside them, the same bytes each time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from fnmatch import fnmatchcase
from hashlib import sha256
from pathlib import Path
from typing import Any

from joinedup import workbook
from joinedup.content.exercise_table import exercise_rows, exercise_spec
from joinedup.content.tables import data_folder, rows
from joinedup.errors import TableError, suggest
from joinedup.exercises.registry import KINDS
from joinedup.workbook import Workbook

FOLDER = "sample_workshop"
LEANINGS, TEXTS = f"{FOLDER}/leanings", f"{FOLDER}/texts"
ROLES = {"front line": 10, "manager": 8, "head office": 7, "community": 5}
TEAMS = ("team A (made up)", "team B (made up)", "team C (made up)")
SEED = "2008"
"""With another one, other people of a role give these answers."""
BEGIN = datetime(2026, 3, 18, 9, 0, tzinfo=UTC)
ANSWERED, LEFT_OUT, OPEN = "answered", "left-out", "open"
"""An exercise that a person does, one that they don't, and an item that they leave open."""
ASKED_FOR = {"answers": "shown", "placed": "revealed"}
"""The mark that a person has asked for the result, by the part of the answer that holds the choices."""


@dataclass(eq=False)
class Person:
    """Somebody who does not exist."""

    number: int
    role: str
    answers: dict[str, dict[str, Any]] = field(default_factory=dict)


@dataclass(frozen=True)
class Leaning:
    """A row of `leanings.csv`: what people of a role answer to an item, or to many whose ids begin alike."""

    item: str
    role: str
    spread: tuple[str, ...]

    def is_for(self, item: str, role: str) -> bool:
        """Tell whether the row speaks of an item, or with "" of the whole exercise, and of a role."""
        return bool(item) == bool(self.item) and fnmatchcase(item, self.item) and self.role in ("", role)


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
    leanings, texts = _leanings(), _texts()
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
    """Return each of the people who do an exercise their choices."""
    asked = exercise_spec(exercise, KINDS)
    for item in asked["items"]:
        for person, choice in _dealt(leanings, item["id"], doing, exercise).items():
            if choice != OPEN:
                person.answers.setdefault(exercise, {}).setdefault(asked["key"], {})[item["id"]] = choice
    for person in doing:
        if asked["key"] in ASKED_FOR:
            person.answers[exercise][ASKED_FOR[asked["key"]]] = True


def _write(exercise: str, texts: dict[tuple[str, str], list[dict[str, str]]], doing: list[Person]) -> None:
    """Return each text to one person: into its box, or an idea with its marks into the next free one."""
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
    """Return people the answers of the last row that speaks of an item and their role.

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


def _leanings() -> dict[str, list[Leaning]]:
    found: dict[str, list[Leaning]] = defaultdict(list)
    every = rows(LEANINGS, ["exercise", "item?", "role?", "leaning"], label="leanings", unique=None)
    for number, row in enumerate(every, start=2):
        asked = exercise_spec(row["exercise"], KINDS)
        items = [item["id"] for item in asked["items"]]
        if row["item"] and not any(fnmatchcase(item, row["item"]) for item in items):
            raise _mistake(LEANINGS, number, "item", row["item"], items)
        if row["role"] not in ("", *ROLES):
            raise _mistake(LEANINGS, number, "role", row["role"], ROLES)
        known = [*(choice["id"] for choice in asked["choices"]), OPEN] if row["item"] else [ANSWERED, LEFT_OUT]
        spread = tuple(_spread(row["leaning"], known, number))
        found[row["exercise"]].append(Leaning(row["item"], row["role"], spread))
    return found


def _spread(cell: str, known: list[str], number: int) -> Iterator[str]:
    for part in cell.split(";"):
        word, _, many = part.strip().partition(" ")
        if word not in known:
            raise _mistake(LEANINGS, number, "leaning", word, known)
        if not many.isdigit():
            raise TableError(
                f"data/{LEANINGS}.csv, row {number}, column 'leaning': '{part.strip()}'. "
                f"Expected how many people after the answer, such as '{word} 3'."
            )
        yield from [word] * int(many)


def _texts() -> dict[str, dict[tuple[str, str], list[dict[str, str]]]]:
    found: dict[str, dict[tuple[str, str], list[dict[str, str]]]] = defaultdict(lambda: defaultdict(list))
    columns = ["exercise", "prompt?", "role", "improvement?", "effort?", "text"]
    for number, row in enumerate(rows(TEXTS, columns, label="texts", unique=None), start=2):
        if row["role"] not in ROLES:
            raise _mistake(TEXTS, number, "role", row["role"], ROLES)
        found[row["exercise"]][row["prompt"], row["role"]].append(row)
    return found


def _mistake(table: str, number: int, column: str, value: str, known: Iterable[str]) -> TableError:
    return TableError(f"data/{table}.csv, row {number}, column '{column}': '{value}'.{suggest(value, known)}")
