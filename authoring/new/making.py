"""Make a chapter or an exercise: its tables, its rows in other tables, its notebook and its place in the contents."""

from __future__ import annotations

import json
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat

from joinedup.content.notebooks import execute

from ..check.command import mistakes
from . import first_rows, inserting, names, pages
from .draft import Draft, NewError

CLASSES = {"check": "Check", "sort": "CardSort"}
CHAPTER_CHECK = "What helps, what gets in the way?"
"""What the exercise of a plain new chapter is called."""

READING = 10
"""The minutes that the reading of a new chapter may take."""
OPEN_AND_CLOSE = 10


@dataclass(frozen=True)
class Made:
    """An exercise that is about to be: its row in the table of exercises, and what its notebook says of it."""

    id: str
    number: str
    title: str
    instruction: str
    widget: str
    options: str
    alone: int
    group: int
    made_by: str = ""


@dataclass(frozen=True)
class Result:
    """What was made: for the message."""

    chapter: str
    exercises: list[Made]
    new: list[str]
    changed: list[str]
    minutes_added: bool


def make(root: Path, kind: str, title: str, chapter: str = "", name: str = "") -> Result:
    """Make a chapter (kind "chapter"), or an exercise with a chapter of its own or in one that is there.

    Parameters
    ----------
    root : Path
        The workbook's folder.
    kind : str
        "chapter", "check" or "sort".
    title : str
        What people read.
    chapter : str, optional
        The chapter to put the exercise into, by its number or its name. It makes its own unless given.
    name : str, optional
        The short name for files and ids; made from the title unless given.

    Raises
    ------
    NewError
        If something has the name already, or what would be made is not in order. Nothing is changed then.
    JoinedUpError
        If a table that has to be read cannot be. Nothing is changed then.
    nbclient.exceptions.CellExecutionError
        If a cell of the chapter fails. Nothing is changed then.
    """
    title = " ".join(title.split())
    short = names.short_name(title, name)
    draft = Draft(root)
    page = names.old_chapter(root, chapter) if chapter else names.new_chapter(root, short)
    made = [_exercise(root, kind, page, title, short)]
    if not chapter:
        made.append(_exercise(root, "take-back", page, "", "take-back", before=1))
    _add_tables(draft, kind, short, made[0])
    inserting.add_rows(draft, "exercises", (_row(one, page) for one in made))
    if not chapter:
        prompts = ({**row, "exercise": made[1].id} for row in first_rows.rows("prompts"))
        inserting.add_rows(draft, "prompts", prompts)
        inserting.add_to_contents(draft, page)
    minutes_added = _add_page(draft, kind, page, title, made, is_new=not chapter)
    _prove(draft, page)
    draft.keep()
    return Result(page, made, list(draft.made), list(draft.changed), minutes_added)


def _exercise(root: Path, kind: str, page: str, title: str, short: str, before: int = 0) -> Made:
    row = next(row for row in first_rows.rows("exercises") if row["kind"] == ("check" if kind == "chapter" else kind))
    found = names.new_exercise(root, page, short, before)
    options = {"sort": f"cards={short}_cards; places={short}_places", "take-back": ""}.get(kind, f"statements={short}")
    return Made(
        id=found.id,
        number=found.number,
        title=row["title"] or (CHAPTER_CHECK if kind == "chapter" else title),
        instruction=row["instruction"],
        widget=row["widget"],
        options=options,
        alone=int(row["minutes_alone"]),
        group=int(row["minutes_group"]),
        made_by=CLASSES.get("check" if kind == "chapter" else kind, ""),
    )


def _row(one: Made, page: str) -> dict[str, str]:
    return {
        "id": one.id,
        "chapter": page,
        "number": one.number,
        "title": one.title,
        "instruction": one.instruction,
        "widget": one.widget,
        "options": one.options,
        "minutes_alone": str(one.alone),
        "minutes_group": str(one.group),
        "source": "ours",
    }


def _add_tables(draft: Draft, kind: str, short: str, made: Made) -> None:
    parts = {"cards": "_cards", "places": "_places"} if kind == "sort" else {"statements": ""}
    for part, ending in parts.items():
        table = f"{short}{ending}"
        if inserting.exists(draft.root, table):
            raise NewError(f"There is already a table '{table}' in data/. Choose another title, or give --name.")
        header, rows = first_rows.table(part)
        draft.make(f"data/{table}.csv", inserting.table_text(header, rows))
        entry = pages.templates.get_template("entry.yaml").render(
            table=table,
            title=json.dumps(f"{made.title} ({part})" if ending else made.title, ensure_ascii=False),
            description=json.dumps(f"The {part} of Exercise {made.number}.", ensure_ascii=False),
            columns=f"{part}.yaml",
        )
        inserting.add_to_package(draft, entry)
    named = " and ".join(f"`{short}{ending}` ({part})" if ending else f"`{short}`" for part, ending in parts.items())
    inserting.add_to_readme(draft, f"| {made.number} {made.title.replace('|', '/')} | {named} |")


def _add_page(draft: Draft, kind: str, page: str, title: str, made: list[Made], *, is_new: bool) -> bool:
    """Plan the notebook; say whether the minutes of the new exercise are in its sums."""
    exercise = made[0]
    path = f"notebooks/{page}.ipynb"
    step = pages.templates.get_template("step.md").render(kind=kind, exercise=exercise).strip()
    if is_new:
        values = _chapter_values(kind, title, made)
        book = pages.notebook(pages.cells("chapter.md", step=step, **values))
        draft.make(path, nbformat.writes(book))
        return True
    book = nbformat.reads(draft.read(path), as_version=4)
    pages.put_in(book, pages.cells("exercise.md", kind=kind, exercise=exercise))
    added = pages.add_minutes(book, step, exercise.alone, exercise.group)
    draft.change(path, nbformat.writes(book))
    return added


def _chapter_values(kind: str, title: str, made: list[Made]) -> dict[str, Any]:
    exercise, take_back = made
    option = "cards" if kind == "sort" else "statements"
    table = dict(part.split("=") for part in exercise.options.split("; "))[option]
    data = pages.templates.get_template(f"data_{'sort' if kind == 'sort' else 'check'}.md")
    text, code = data.render(table=table, number=exercise.number).split("+++\n")
    return {
        "kind": kind,
        "title": title,
        "exercise": exercise,
        "take_back": take_back,
        "table": f"data/{table}.csv",
        "data": {"text": text.strip(), "code": code.strip()},
        "minutes": {
            "alone": READING + exercise.alone + take_back.alone,
            "group": OPEN_AND_CLOSE + exercise.group + take_back.group,
        },
    }


def _prove(draft: Draft, page: str) -> None:
    """Run the chapter in a copy of the workbook, and see that the check finds nothing there that it did not before."""
    with tempfile.TemporaryDirectory(prefix="joinedup-", ignore_cleanup_errors=True) as folder:
        copy = Path(folder).resolve()
        draft.stage(copy)
        notebook = copy / "notebooks" / f"{page}.ipynb"
        execute(notebook)
        found = list(mistakes(copy))
        before = set(mistakes(draft.root)) if found else set()
        if worse := [sentence for sentence in found if sentence not in before]:
            raise NewError(
                "Nothing was created, because the result would have had these problems:\n" + "\n".join(worse)
            )
        draft.change(f"notebooks/{page}.ipynb", notebook.read_bytes())
