"""Choose names and numbers for what is new, which nothing else has."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from joinedup.content.csv_files import records
from joinedup.errors import suggest

from .draft import NewError

MOST_WORDS = 4
CHAPTER = re.compile(r"(\d\d)_[a-z0-9_]+")


@dataclass(frozen=True)
class Exercise:
    """An exercise's id, the number people see, and the chapter it is in."""

    id: str
    number: str
    chapter: str


def short_name(title: str, given: str = "") -> str:
    """Make a name for files out of a title: small letters, figures and low lines.

    Parameters
    ----------
    title : str
        What people read; macrons and other marks are left off.
    given : str
        The name somebody chose instead.

    Raises
    ------
    NewError
        If nothing is left to make a name of.
    """
    letters = unicodedata.normalize("NFKD", given or title.replace("’", "").replace("'", "")).lower()
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    words = re.findall(r"[a-z0-9]+", plain)[:MOST_WORDS]
    if not words or not words[0][0].isalpha():
        raise NewError(
            f"'{given or title}' can't be made into a file name. Use a title that begins with a letter from A to Z, "
            "or add one, such as --name how_we_meet"
        )
    return "_".join(words)


def new_chapter(root: Path, name: str) -> str:
    """Return the name of a chapter that comes after all there are, such as `14_how_we_meet`."""
    numbers = [int(match[1]) for match in map(CHAPTER.fullmatch, _chapters(root)) if match]
    number = max([*numbers, *(int(row["id"][2:4]) for row in exercises(root) if row["id"][2:4].isdigit())], default=-1)
    if number >= 99:
        raise NewError("There are already 100 chapters, so no two-digit number is left.")
    return f"{number + 1:02d}_{name}"


def old_chapter(root: Path, given: str) -> str:
    """Return the name of the chapter that somebody means: by its number or its name.

    Raises
    ------
    NewError
        If there is no such chapter.
    """
    known = sorted(filter(CHAPTER.fullmatch, _chapters(root)))
    wanted = given.removesuffix(".ipynb").rpartition("/")[2]
    for chapter in known:
        if chapter == wanted or (wanted.isdigit() and int(wanted) == int(chapter[:2])):
            return chapter
    raise NewError(f"There is no chapter '{given}' in notebooks/.{suggest(given, known)}")


def new_exercise(root: Path, chapter: str, name: str, before: int = 0) -> Exercise:
    """Return the next exercise of a chapter.

    Parameters
    ----------
    root : Path
        The workbook's folder.
    chapter : str
        The chapter's name.
    name : str
        The exercise's short name.
    before : int
        How many more exercises of this chapter are planned before it.

    Raises
    ------
    NewError
        If the chapter has an exercise with this name.
    """
    number = chapter[:2]
    every = exercises(root)
    id = f"ch{number}-{name.replace('_', '-')}"
    if id in {row["id"] for row in every}:
        raise NewError(
            f"There is already an exercise '{id}' in data/exercises.csv. Choose another title, or give --name."
        )
    taken = [
        int(row["number"].partition(".")[2]) for row in every if re.fullmatch(rf"{int(number)}\.\d+", row["number"])
    ]
    return Exercise(id, f"{int(number)}.{max(taken, default=0) + 1 + before}", chapter)


def exercises(root: Path) -> list[dict[str, str]]:
    """Return the rows of the table of exercises."""
    header, *found = records(root / "data" / "exercises.csv")
    if not {"id", "number"} <= set(header):
        raise NewError(
            "data/exercises.csv has no column 'id' or no column 'number'. Run the check and fix the problem first."
        )
    return [dict(zip(header, cells, strict=False)) for cells in found if len(cells) == len(header)]


def _chapters(root: Path) -> list[str]:
    return [path.stem for path in (root / "notebooks").glob("*.ipynb")]
