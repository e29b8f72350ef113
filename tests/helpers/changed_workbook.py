"""A workbook that somebody has made their own by every recipe of the page "Make it yours", with a kind of their own."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.helpers.copied_workbook import Copy, guide

RECIPES = (
    "extend-statement",
    "extend-cards",
    "extend-name",
    "extend-questionnaire",
    "extend-chapter",
    "extend-translation",
    "extend-leave-out",
)


NEW_KIND = "Add a kind of exercise"
"""The part of CONTRIBUTING.md that is followed too."""
EXERCISE = "ch17-what-we-do-together"
"""The exercise of the new kind."""
FOLDER = "widgets/joinedup/exercises/how_often/"
IN_PYTHON = """
import json, os, sys
os.chdir("notebooks")
import joinedup
from joinedup import HowOften, workbook
from joinedup.content.exercise_table import exercise_spec
from joinedup.exercises.registry import KINDS
from joinedup_book.exercises import book_scripts
from joinedup_book.paper import form, keys, packs

name = sys.argv[1]
made = HowOften(name)
spec = exercise_spec(name, KINDS)
items = [item["id"] for item in spec["items"]]
made.answer = {"answers": {item: "never" for item in items}, "shown": True}
reading = made.reading
try:
    made.answer = {"answers": {items[0]: "weekly"}}
except joinedup.ConfigurationError as error:
    refused = str(error)
sheets = {sheet.id: sheet for pack in packs() for sheet in pack.sheets}
paper = {what: repr(sheets[what].pages) for what in (name, f"{name}-afterwards")}
people = []
for place in range(6):
    answer = {"answers": {item: "never" if place % 2 else "always" for item in items}, "shown": True}
    people.append({**workbook.empty(), "answers": {name: {"widget": "how-often", "saved": "2026-03-18T09:00:00Z",
                                                          "answer": answer}}})
folder = __import__("pathlib").Path(sys.argv[2])
for place, one in enumerate(people):
    one["who"] = {"label": f"p{place}", "team": "", "role": ""}
    (folder / f"{place}.json").write_text(workbook.to_text(one), encoding="utf-8")
group = joinedup.cohort.load(folder)
counts = group.counts(name)
print(json.dumps({
    "reading": reading, "refused": refused, "html": made.static_html(), "paper": paper, "form": form(made),
    "keys": keys(made), "spec": spec, "script": "".join(book_scripts(dict(KINDS), {"exercises": [], "words": {}}, []).values()),
    "esm": HowOften._esm, "counts": counts.astype(str).to_dict("records"), "alpha": group.agreement(name),
    "said": repr(group.conversations(name)), "public": "HowOften" in joinedup.__all__, "people": people,
}))
"""
"""What somebody does with the new kind in a kernel, on paper and with a group."""


@dataclass
class Theirs:
    """The copy, what the check said before the book was built, and where the book is."""

    copy: Copy
    touched: set[str]
    """The files that the new kind touched."""
    found: dict[str, Any]
    """What it gave in Python."""
    checked: str
    book: Path

    def address(self, page: str) -> str:
        return (self.book / page).as_uri()


def contents(root: Path) -> dict[str, bytes]:
    """Return what is in each file."""
    found = (path for path in root.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


def all_recipes_followed(root: Path) -> Theirs:
    """Copy the workbook, follow every recipe and add the new kind; check, run and build it as its maker would."""
    copy = Copy(root)
    for recipe in RECIPES:
        copy.follow(recipe)
        if recipe == "extend-translation":
            copy.translate("mi")
    before = contents(root)
    copy.follow_text(guide(NEW_KIND))
    after = contents(root)
    (root.parent / "group").mkdir()
    done = copy.run(sys.executable, "-c", IN_PYTHON, EXERCISE, str(root.parent / "group"))
    assert done.returncode == 0, done.stderr
    copy.run_notebooks()
    checked = copy.command("check")
    assert checked.returncode == 0, checked.stdout + checked.stderr
    touched = {path for path in {*before, *after} if before.get(path) != after.get(path)}
    return Theirs(copy, touched, json.loads(done.stdout.splitlines()[-1]), checked.stdout, copy.build())
