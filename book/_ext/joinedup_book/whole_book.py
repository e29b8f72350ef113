"""Put the whole book on one page, to be printed or saved as one document."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from sphinx.application import Sphinx

PAGE = "whole-book"
LEFT_OUT = (
    "book/my-workbook",
    "book/group-picture",
    "book/instructors/from-paper",
    "book/instructors/test-this-computer",
    "book/instructors/every-kind",
)
"""Pages that are tools and nothing to read; a form for them would print as empty boxes."""
ID = re.compile(r'(?<=\sid=")[^"]+(?=")')
REFERS = re.compile(r'(?<=\s)(for|aria-labelledby|aria-describedby|aria-controls|headers|name)="([^"]+)"')
LINK = re.compile(r'(?<=\shref=")[^"]*(?=")')
HEADING = re.compile(r"(?<=<)(/?)h([1-5])(?=[\s>])")


class Chapter(NamedTuple):
    """A page of the book as a part of the one page: its name there, its title, what it says."""

    id: str
    title: str
    number: int | None
    body: str


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.connect("builder-inited", _begin)
    app.connect("html-page-context", _gather, priority=900)
    app.connect("html-collect-pages", _make)
    return {"parallel_read_safe": True, "parallel_write_safe": False}


def _begin(app: Sphinx) -> None:
    app.whole_book = {}  # type: ignore[attr-defined]


def _gather(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any) -> None:
    if doctree is not None:
        app.whole_book[pagename] = context  # type: ignore[attr-defined]


def _make(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    pages = {name: app.whole_book[name] for name in in_order(app) if name not in LEFT_OUT}  # type: ignore[attr-defined]
    chapters = one_page({name: context["body"] for name, context in pages.items()})
    parts = [
        Chapter(id_of(name), pages[name]["title"], pages[name]["chapter"], body) for name, body in chapters.items()
    ]
    body = "".join(part.body for part in parts)
    yield PAGE, {"title": "The whole book", "body": body, "parts_of_book": parts}, "whole_book.html"


def in_order(app: Sphinx) -> Iterator[str]:
    """Return the pages as the table of contents has them."""
    relations = app.builder.env.collect_relations()
    name: str | None = app.config.root_doc
    while name is not None:
        yield name
        name = relations[name][2]


def id_of(name: str) -> str:
    """Name a page within the one page."""
    return name.rpartition("/")[2].replace("_", "-")


def one_page(bodies: dict[str, str]) -> dict[str, str]:
    """Make pages fit to be put together on one page.

    Parameters
    ----------
    bodies : dict of str to str
        The HTML of each page, by its name such as `notebooks/03_getting_together`.

    Returns
    -------
    dict of str to str
        The same, each heading one level lower, each id once, each link to another of the pages leading to its place on
        this one, and the notes for instructors unfolded.
    """
    found = {name: set(ID.findall(body)) for name, body in bodies.items()}
    count = Counter(id for ids in found.values() for id in ids)
    taken = {id_of(name) for name in bodies}
    twice = {id for id in count if count[id] > 1 or id in taken}
    return {name: _placed(name, body, found, twice) for name, body in bodies.items()}


def _placed(name: str, body: str, found: dict[str, set[str]], twice: set[str]) -> str:
    def own(id: str, page: str = name) -> str:
        return f"{id_of(page)}-{id}" if id in twice and id in found[page] else id

    def link(match: re.Match[str]) -> str:
        path, _, anchor = match.group().partition("#")
        if re.match(r"[a-z]+:", path):
            return match.group()
        page = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)).removesuffix(".html") if path else name
        if page not in found:
            return f"{page}.html" + (anchor and f"#{anchor}")
        return f"#{own(anchor, page) if anchor in found[page] else id_of(page)}"

    def reference(match: re.Match[str]) -> str:
        return f'{match[1]}="{" ".join(own(id) for id in match[2].split(" "))}"'

    body = LINK.sub(link, body)
    body = REFERS.sub(reference, body)
    body = ID.sub(lambda match: own(match.group()), body)
    body = body.replace('<details class="instructors"', '<details open class="instructors"')
    return HEADING.sub(lambda match: f"{match[1]}h{int(match[2]) + 1}", body)
