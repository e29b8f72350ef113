"""The run sheets for instructors, written from the chapters' notes and the tables of sessions.

A page in `book/instructors/` with the name of a session says where each thing goes: `{run-sheet-glance}` and
`{run-sheet-steps}` for its plan, `{chapter-advice}` and `{room-advice}` for what else the notes of its chapters say.
`{session-list}` lists all sessions, on any page.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any, ClassVar

from docutils import nodes
from docutils.statemachine import StringList
from jinja2 import FileSystemLoader
from markupsafe import Markup, escape
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from joinedup.errors import JoinedUpError, suggest
from joinedup.rendering.styles import join

from ..as_text import environment
from ..assets import add_text
from .notes import PARTS, ROOMS
from .plan import Session
from .sessions import sessions
from .telling import advice, in_a_room

PLACE = "book/instructors"
TABLES = ("sessions", "meetings", "run_sheets", "exercises")
TEMPLATES = environment(FileSystemLoader(Path(__file__).parent / "templates"))
"""They produce Markdown, which Sphinx reads as it reads the page they are on. Every text is escaped."""
STYLES = tuple(Path(__file__).parent / "styles" / f"{name}.css" for name in ("part", "step", "print"))
"""What the pages for instructors look like."""


class FromSessions(SphinxDirective):
    """Something made from the tables of sessions, through the template with the directive's own name."""

    template: ClassVar[str]

    def run(self) -> list[nodes.Node]:
        """Return what the template makes of the sessions."""
        root = Path(self.env.srcdir)
        for table in TABLES:
            self.env.note_dependency(str(root / "data" / f"{table}.csv"))
        for notebook in (root / "notebooks").glob("*.ipynb"):
            self.env.note_dependency(str(notebook))
        try:
            text = TEMPLATES.get_template(f"{self.template}.md").render(**self.told())
        except JoinedUpError as error:
            raise self.error(str(error)) from None
        whole = nodes.section()
        lines = StringList(text.splitlines(), source=self.get_source_info()[0])
        self.state.nested_parse(lines, self.content_offset, whole, match_titles=True)
        return whole.children

    def told(self) -> dict[str, Any]:
        """Return what the template needs to know."""
        return {"sessions": self.sessions, "page": self.page_of, "place": PLACE}

    @cached_property
    def sessions(self) -> list[Session]:
        """Every session."""
        return sessions(Path(self.env.srcdir))

    @cached_property
    def session(self) -> Session:
        """The session that has the name of this page."""
        name = PurePosixPath(self.env.docname).name
        found = next((one for one in self.sessions if one.id == name), None)
        if found is None:
            names = [one.id for one in self.sessions]
            raise self.error(f"No session has the name of this page, '{name}'.{suggest(name, names)}")
        return found

    def page_of(self, document: str, anchor: str = "") -> Markup:
        """Return the way from this page to another one of the book, for an attribute of HTML."""
        way = self.env.app.builder.get_relative_uri(self.env.docname, document)
        return escape(way + (f"#{anchor}" if anchor else ""))


class SessionList(FromSessions):
    """All the sessions: how long, for whom, what people leave with, what to print."""

    template = "session_list"


class RunSheet(FromSessions):
    """The plan of this page's session."""

    def told(self) -> dict[str, Any]:
        """Add the session."""
        return {**super().told(), "session": self.session}


class Glance(RunSheet):
    """The plan on one page: for whom, what is used, and when."""

    template = "glance"


class Steps(RunSheet):
    """The plan step by step, with what to do and what to say."""

    template = "steps"


class Advice(RunSheet):
    """What the notes of each chapter of this page's session say, in the parts that its exercises need."""

    template = "advice"
    required_arguments = 1
    final_argument_whitespace = True
    known: ClassVar[tuple[str, ...]] = PARTS

    def told(self) -> dict[str, Any]:
        """Add what each chapter has to say."""
        name = self.arguments[0]
        if name not in self.known:
            raise self.error(f"There is no '{name}' in the notes for instructors.{suggest(name, self.known)}")
        found = [(chapter, self.said_by(chapter, name)) for chapter in self.session.chapters]
        return {**super().told(), "found": [(chapter, text) for chapter, text in found if text]}

    def said_by(self, chapter: Any, name: str) -> str:
        """Return what one chapter has to say."""
        return advice(chapter, name, self.used)

    @cached_property
    def used(self) -> set[str]:
        """The steps that the session uses, as the notes call them."""
        blocks = [block for meeting in self.session.meetings for block in meeting.blocks]
        return {placed.step.whole for block in blocks for placed in block.steps}


class RoomAdvice(Advice):
    """What each chapter says of one kind of room."""

    template = "room"
    known = ROOMS

    def said_by(self, chapter: Any, name: str) -> str:
        """Return what one chapter has to say."""
        return in_a_room(chapter, name, self.used)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    for name, directive in {
        "session-list": SessionList,
        "run-sheet-glance": Glance,
        "run-sheet-steps": Steps,
        "chapter-advice": Advice,
        "room-advice": RoomAdvice,
    }.items():
        app.add_directive(name, directive)
    app.connect("builder-inited", _add_files)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _add_files(app: Sphinx) -> None:
    add_text(app, "instructors.css", join(*STYLES))
