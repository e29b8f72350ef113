"""Pick out of a chapter's notes what belongs to a session, and put its links right for another page."""

from __future__ import annotations

import re
from collections.abc import Collection

from .notes import ADAPT, Notes

EXERCISE = re.compile(r"(?<![§\d.])\b\d{1,2}\.\d\b(?!\.?\d)")
"""The number of an exercise in running text: neither a section of the source nor some other number."""
STEP = re.compile(r"“([^”]+)”")
"""The name of a step in running text; a spoken sentence looks the same, and is no step's name."""
LINK = re.compile(r"\]\((?!\w+:|/|#)([^)#]+)(#[^)]*)?\)")


def advice(notes: Notes, part: str, used: Collection[str]) -> str:
    """Return a part of a chapter's notes, without the lines that speak only of steps that a session does not use.

    Parameters
    ----------
    notes : Notes
        The chapter's notes.
    part : str
        The name of one of its parts, such as "What to notice".
    used : collection of str
        The steps that the session uses, as the notes call them, such as "Exercise 9.1" and "The chart".

    Returns
    -------
    str
        Markdown; empty if nothing is left.
    """
    blocks = re.split(r"\n(?=- |\n)", notes.parts.get(part, ""))
    return linked("\n".join(block for block in blocks if _belongs(block, notes, used)).strip())


def in_a_room(notes: Notes, room: str, used: Collection[str]) -> str:
    """Return a chapter's line for one kind of room, such as "Online", without what speaks of other steps."""
    sentences = re.split(r"(?<=[.?]) (?=[A-Z])", notes.items(ADAPT).get(room, ""))
    kept = " ".join(sentence for sentence in sentences if _belongs(sentence, notes, used))
    return linked(kept[:1].upper() + kept[1:])


def linked(text: str) -> str:
    """Make the links of a chapter point from the top of the book, so that they hold on any page."""

    def from_top(link: re.Match[str]) -> str:
        path = link[1].removeprefix("../") if link[1].startswith("../") else f"notebooks/{link[1]}"
        return f"](/{path}{link[2] or ''})"

    return LINK.sub(from_top, text)


def _belongs(text: str, notes: Notes, used: Collection[str]) -> bool:
    names = {step.whole for step in notes.steps}
    named = {f"Exercise {number}" for number in EXERCISE.findall(text)} | (names & set(STEP.findall(text)))
    return not named or bool(named & set(used))
