"""A sheet of paper: what is on it, on how many pages, and the packs that are printed in one go."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from joinedup.content.words import labels
from joinedup.exercises.base.exercise import Exercise

from .measuring import tall
from .paging import HEIGHT, SIZES, WIDTH, Flow, Page, fewest, paged
from .sources import acknowledged

TITLE, INSTRUCTION, FOOT = 20.0, 11.0, 8.0
"""The sizes of type of a sheet's title, of its instruction, and of its footer."""
WHICH, MARKS, RUNNING = 32.0, 11.0, 9.0
"""How wide it is which page this is; how tall the place for a role and a sign is, and the head of a later page."""
EACH, TABLE, AFTER = "each", "table", "afterwards"
"""Who gets it: each person, each table, or the facilitator, who keeps it until everybody has answered."""


@dataclass(frozen=True)
class Sheet:
    """One thing to print: an answer sheet, a set of cards, a poster.

    Parameters
    ----------
    exercise : Exercise
        The exercise it belongs to.
    what : str
        What kind of sheet it is; the label `what-…` says so in words.
    pages : list of Page
        Its pages, in order.
    size : float
        The size of its type in points.
    """

    exercise: Exercise
    what: str
    pages: list[Page]
    size: float = SIZES[0]

    @property
    def id(self) -> str:
        """Its name in the page of its pack: the exercise's own id for the answer sheet."""
        name = self.exercise.config["exercise"]
        return name if self.what == "answer" else f"{name}-{self.what}"

    @property
    def number(self) -> str:
        """The exercise's number."""
        return self.exercise.config["number"]

    @property
    def title(self) -> str:
        """The exercise's title."""
        return self.exercise.config["title"]

    @property
    def has_marks(self) -> bool:
        """Whether there is a place for a role and a sign: on the sheets that come back."""
        return self.what == "answer"

    @property
    def sources(self) -> list[str]:
        """Where it comes from, in full."""
        return acknowledged(self.exercise.config["exercise"])

    @property
    def words(self) -> dict[str, str]:
        """What sheets say that exercises do not."""
        return labels("paper", self.exercise.config["exercise"])


@dataclass
class Pack:
    """What is printed in one go: the sheets of one chapter that go to the same people."""

    chapter: str
    audience: str
    sheets: list[Sheet] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The name of its page."""
        return f"{self.chapter}-{self.audience}"

    @property
    def pages(self) -> int:
        """How many pages of A4 it has."""
        return sum(len(sheet.pages) for sheet in self.sheets)


def room(exercise: Exercise, *, marks: bool) -> tuple[float, float]:
    """Say how much room a sheet's first page leaves, and each later one: its head and foot take the rest."""
    config = exercise.config
    first, *works = acknowledged(config["exercise"])
    foot = 7 + tall(first, WIDTH - WHICH, FOOT) + sum(tall(work, WIDTH, FOOT) for work in works)
    head = 17 + tall(config["title"], WIDTH, TITLE, bold=True) + tall(config["instruction"], WIDTH, INSTRUCTION)
    return HEIGHT - foot - head - (MARKS if marks else 0), HEIGHT - foot - RUNNING


def flowing(exercise: Exercise, what: str, contents: Callable[[float], Iterable[Flow]]) -> Sheet:
    """Make a sheet whose contents go on from page to page, in the largest type that needs no page more.

    Parameters
    ----------
    exercise : Exercise
        The exercise.
    what : str
        What kind of sheet it is.
    contents : callable
        Gives the flows for a size of type.
    """
    first, later = room(exercise, marks=what == "answer")
    size, pages = fewest((size, paged(contents(size), first, later)) for size in SIZES)
    return Sheet(exercise, what, pages, size)
