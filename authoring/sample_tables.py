"""The two tables that say what the people of the made-up workshop answer and write."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase

from joinedup.content.exercise_table import exercise_spec
from joinedup.content.tables import rows
from joinedup.errors import TableError, suggest
from joinedup.exercises.registry import KINDS

FOLDER = "sample_workshop"
LEANINGS, TEXTS = f"{FOLDER}/leanings", f"{FOLDER}/texts"
ROLES = {"front line": 10, "manager": 8, "head office": 7, "community": 5}
ANSWERED, LEFT_OUT, OPEN = "answered", "left-out", "open"
"""An exercise that a person does, one that they don't, and an item that they leave open."""


@dataclass(frozen=True)
class Leaning:
    """A row of `leanings.csv`: what people of a role answer to an item, or to many whose ids begin alike."""

    item: str
    role: str
    spread: tuple[str, ...]

    def is_for(self, item: str, role: str) -> bool:
        """Tell whether the row speaks of an item, or with "" of the whole exercise, and of a role."""
        return bool(item) == bool(self.item) and fnmatchcase(item, self.item) and self.role in ("", role)


def leanings() -> dict[str, list[Leaning]]:
    """Read what people of each role answer, by exercise."""
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


def texts() -> dict[str, dict[tuple[str, str], list[dict[str, str]]]]:
    """Read what people write, by exercise, and by box and role."""
    found: dict[str, dict[tuple[str, str], list[dict[str, str]]]] = defaultdict(lambda: defaultdict(list))
    columns = ["exercise", "prompt?", "role", "improvement?", "effort?", "text"]
    for number, row in enumerate(rows(TEXTS, columns, label="texts", unique=None), start=2):
        if row["role"] not in ROLES:
            raise _mistake(TEXTS, number, "role", row["role"], ROLES)
        found[row["exercise"]][row["prompt"], row["role"]].append(row)
    return found


def _mistake(table: str, number: int, column: str, value: str, known: Iterable[str]) -> TableError:
    return TableError(f"data/{table}.csv, row {number}, column '{column}': '{value}'.{suggest(value, known)}")
