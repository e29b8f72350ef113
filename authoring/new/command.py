"""The command `joinedup new`: what it takes, and what it says."""

from __future__ import annotations

import argparse
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from joinedup.content.commands import command
from joinedup.errors import JoinedUpError

if TYPE_CHECKING:
    from .making import Result

WHAT = {"chapter": "a chapter from the template", "check": "a questionnaire from a table", "sort": "a card sort"}


def add_to(commands: argparse._SubParsersAction) -> None:
    """Add the command to those of the workbook."""
    new = commands.add_parser("new", help="make a chapter, a questionnaire, a card sort or a translation to start from")
    kinds = new.add_subparsers(dest="kind", required=True)
    for kind, what in WHAT.items():
        one = kinds.add_parser(kind, help=f"make {what}")
        one.add_argument("title", help="what people read, between quotation marks")
        one.add_argument("--name", default="", help="a short name for the files; made from the title unless given")
        if kind != "chapter":
            one.add_argument(
                "--chapter", default="", help="the chapter to put it in, such as 03; a new one unless given"
            )
    words = kinds.add_parser("translation", help="make the tables for translating one exercise")
    words.add_argument("exercise", help="the exercise's id, such as ch02-triggers")
    words.add_argument("language", help="the code of the language, such as mi for te reo Māori")


def run(options: argparse.Namespace, root: Path) -> int:
    """Make what was asked for, and say what was made and what to do next.

    Parameters
    ----------
    options : Namespace
        What `add_to` takes.
    root : Path
        The workbook's folder.

    Returns
    -------
    int
        The exit status: 0, or 1 if nothing was made.
    """
    from nbclient.exceptions import CellExecutionError  # what makes things takes its time to load

    from .making import make
    from .translating import translate

    try:
        if options.kind == "translation":
            print("\n".join(translate(root, options.exercise, options.language)))
        else:
            chapter = "" if options.kind == "chapter" else options.chapter
            print("\n".join(_told(make(root, options.kind, options.title, chapter, options.name), options.kind)))
    except JoinedUpError as error:
        print(f"Nothing was created. {error}", file=sys.stderr)
        return 1
    except CellExecutionError as error:
        print(
            f"Nothing was created, because a cell in the chapter failed with {error.ename}: {error.evalue}",
            file=sys.stderr,
        )
        return 1
    return 0


def _told(result: Result, kind: str) -> list[str]:
    page = f"notebooks/{result.chapter}.ipynb"
    numbers = " and ".join(one.number for one in result.exercises)
    is_new = len(result.exercises) > 1
    what = f"chapter {int(result.chapter[:2])} with Exercises {numbers}" if is_new else f"Exercise {numbers} in {page}"
    return [
        f"Made {what}.",
        "",
        *(f"  new      {name}" for name in result.new),
        *(f"  changed  {name}" for name in result.changed),
        "",
        "What to do next:",
        *(
            textwrap.fill(step, 96, initial_indent=f"  {number}. ", subsequent_indent="     ", break_on_hyphens=False)
            for number, step in enumerate(_next_steps(result, kind, page, is_new=is_new), start=1)
        ),
    ]


def _next_steps(result: Result, kind: str, page: str, *, is_new: bool) -> Iterator[str]:
    exercise = result.exercises[0]
    tables = " and ".join(name for name in result.new if name.endswith(".csv"))
    yours = "cards and places" if kind == "sort" else "lines"
    yield f"Open {tables} in a spreadsheet. Replace our {yours} with your own, and save as CSV UTF-8."
    where = "it" if is_new else f"Exercise {exercise.number}"
    yield f"Open {page} in JupyterLab. Replace every sentence in {where} as it tells you."
    if is_new:
        yield "Titles, instructions and minutes are in data/exercises.csv, the last questions in data/prompts.csv."
        yield "If readers should find the chapter on the first page, name it in book/intro.md."
    else:
        yield "The title, the instruction and the minutes are in data/exercises.csv."
    if not result.minutes_added:
        minutes = f"{exercise.alone} alone, {exercise.group} in a group"
        yield f"Add the minutes ({minutes}) to the first part of {page} and to the table under 'For instructors'."
    check, notebooks, book = (f"'{command(name)}'" for name in ("check", "notebooks", "book"))
    yield f"Run {check} to see what is wrong, {notebooks} to run the notebooks, and {book} to build the book."
