"""What a session is made of: meetings, blocks and steps on the clock."""

from __future__ import annotations

from dataclasses import dataclass

from .notes import Notes, Step

BREAK = "break"
"""The kind of a block in which people rest: a break, lunch."""


@dataclass(frozen=True)
class Placed:
    """A step on the clock; `start` is in minutes after midnight."""

    start: int
    step: Step

    @property
    def clock(self) -> str:
        """When it begins, such as "9:05"."""
        return clock(self.start)


@dataclass(frozen=True)
class Block:
    """What counts as one thing in a plan: an exercise with its steps, a single step, a break."""

    kind: str
    chapter: Notes | None
    number: str
    """The exercise's number, or nothing."""
    id: str
    """The exercise's id, or nothing."""
    title: str
    steps: list[Placed]
    debrief: str = ""

    @property
    def start(self) -> int:
        """When it begins, in minutes after midnight."""
        return self.steps[0].start

    @property
    def clock(self) -> str:
        """When it begins, such as "9:05"."""
        return clock(self.start)

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return sum(one.step.minutes for one in self.steps)


@dataclass(frozen=True)
class Meeting:
    """A time when people are together: one for a session, or one a week."""

    number: int
    title: str
    promised: int
    """The minutes it is meant to take."""
    read: str
    blocks: list[Block]

    @property
    def minutes(self) -> int:
        """The minutes that its steps add up to."""
        return sum(block.minutes for block in self.blocks)

    @property
    def clock(self) -> str:
        """When it begins."""
        return self.blocks[0].clock

    @property
    def end(self) -> str:
        """When it ends."""
        return clock(self.blocks[0].start + self.minutes)

    @property
    def chapters(self) -> list[Notes]:
        """The chapters it takes steps from, in the order of the book."""
        found = {block.chapter.chapter: block.chapter for block in self.blocks if block.chapter}
        return [found[name] for name in sorted(found)]

    @property
    def exercises(self) -> list[Block]:
        """Its exercises, in order."""
        return [block for block in self.blocks if block.number]


@dataclass(frozen=True)
class Session:
    """A run sheet. Its `id` is the name of its page in `book/instructors/`."""

    id: str
    name: str
    title: str
    for_whom: str
    leave_with: str
    meetings: list[Meeting]

    @property
    def chapters(self) -> list[Notes]:
        """The chapters it takes steps from, in the order of the book."""
        found = {notes.chapter: notes for meeting in self.meetings for notes in meeting.chapters}
        return [found[name] for name in sorted(found)]

    @property
    def exercises(self) -> list[Block]:
        """All its exercises, in order."""
        return [block for meeting in self.meetings for block in meeting.exercises]


def clock(minutes: int) -> str:
    """Say a time of day, such as "9:05" or "13:00"."""
    return f"{minutes // 60}:{minutes % 60:02}"
