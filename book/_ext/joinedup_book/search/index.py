"""Let the search find the parts of a page, its exercises among them, instead of pages only.

Sphinx's own index and its own search are used. Each part of a page is put into the index as if it were a page, under
its address, so a word in an exercise leads to that exercise.
"""

from __future__ import annotations

import hashlib
import html
import json
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import sphinx
from docutils import nodes
from docutils.utils import new_document
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.search import IndexBuilder
from sphinx.search.en import SearchEnglish

from joinedup.content import te_reo
from joinedup.content.words import labels
from joinedup.rendering.linker import script

from ..assets import add_text

HERE = Path(__file__).parent

OPENING_LENGTH = 150
"""How many characters of a part are shown beside its name."""
INDEX = "searchindex.js"
NOTES = "for-instructors"
"""The address of the folded notes at a chapter's end."""
NOTES_BEGIN = re.compile(r'<details class="instructors"')


class EnglishWithMacrons(SearchEnglish):
    """English in which "Maori" finds "Māori" as well."""

    def init(self, options: dict[str, str]) -> None:
        """Find the stem of each word once, however often the book uses it."""
        super().init(options)
        self.stem = cache(super().stem)

    js_splitter_code = r"""
function splitQuery(query) {
  const plain = query.normalize("NFD").replace(/\p{Mark}/gu, "");
  const words = plain.split(/[^\p{Letter}\p{Number}_]+/gu).filter((word) => word);
  const longer = words.filter((word) => word.length > 2);
  return longer.length ? longer : words; // where there are others, the shortest ones decide nothing
}
"""

    def split(self, input: str) -> list[str]:
        """Split a text into words, without macrons."""
        return super().split(folded(input))


def folded(text: str) -> str:
    """Take macrons and other marks off the letters of a text."""
    return "".join(one for one in unicodedata.normalize("NFD", text) if not unicodedata.combining(one))


class PartsIndex(IndexBuilder):
    """An index whose entries are the parts of pages."""

    def __init__(self, *settings: Any) -> None:
        super().__init__(*settings)
        self.lang = EnglishWithMacrons({})
        self.openings: dict[str, tuple[str, str]] = {}

    def feed(self, docname: str, filename: str, title: str, doctree: nodes.document) -> None:
        """Put each part of a page into the index."""
        chapter = re.match(r"notebooks/(\d\d)_", docname)
        page = (f"Chapter {int(chapter[1])}: " if chapter else "") + _plain(title)
        for anchor, name, part in parts(doctree):
            address = f"{docname}.html{anchor}"
            self.openings[address] = (page if anchor else "", _opening(part))
            super().feed(address, filename, _plain(name) if anchor else page, part)
            self._all_titles[address] = []

    def prune(self, docnames: Any) -> None:
        """Keep everything: every build of this book is a whole one."""

    def freeze(self) -> dict[str, Any]:
        """Return the index, with the page and the first words of each part."""
        frozen = super().freeze()
        return {**frozen, "openings": [self.openings[address] for address in frozen["docnames"]]}


class FindableBuilder(StandaloneHTMLBuilder):
    """The builder of the book's pages, with the index of their parts."""

    def prepare_writing(self, docnames: set[str]) -> None:
        """Prepare as ever, with another index."""
        super().prepare_writing(docnames)
        self.indexer = PartsIndex(self.env, "en", {}, "")


def parts(doctree: nodes.document) -> Iterator[tuple[str, str, nodes.document]]:
    """Return the parts of a page in order: the end of their address, their name, and what they hold themselves."""
    for section in doctree.findall(nodes.section):
        is_page = section.parent is doctree
        name = next(iter(section.findall(nodes.title))).astext()
        held, notes = _own(section)
        yield "" if is_page else f"#{section['ids'][0]}", name, held
        if notes is not None:
            yield f"#{NOTES}", "For instructors", notes


def _own(section: nodes.section) -> tuple[nodes.document, nodes.document | None]:
    """Return what is in a section itself, without code and further sections, and the folded notes if they follow."""
    settings = section.document.settings  # putting them together again takes longer than all the rest
    held, notes = new_document("", settings), None
    for child in section.children:
        if isinstance(child, nodes.raw) and NOTES_BEGIN.search(child.astext()):
            notes = new_document("", settings)
        if not isinstance(child, nodes.section):
            (held if notes is None else notes).append(child.deepcopy())
    for part in filter(None, (held, notes)):
        for code in list(part.findall(nodes.literal_block)):
            code.parent.remove(code)
        for raw in list(part.findall(nodes.raw)):
            raw.parent.replace(raw, nodes.Text(_plain(raw.astext())))
    return held, notes


def _plain(text: str) -> str:
    """Return what a reader sees of HTML; where it has no mark-up, the text itself."""
    seen = re.sub(r"<(style|script)\b.*?</\1>", " ", text, flags=re.DOTALL)
    seen = re.sub(r"</?(span|b|i|em|strong|a)\b[^<]*?>", "", seen)  # these part no words
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^<]+?>", " ", seen)))


def _opening(part: nodes.document) -> str:
    """Return the first words of a part's running text."""
    text = " ".join(" ".join(paragraph.astext().split()) for paragraph in part.findall(nodes.paragraph))
    return text if len(text) <= OPENING_LENGTH else text[:OPENING_LENGTH].rsplit(" ", 1)[0] + " …"


def _script(app: Sphinx) -> str:
    """Return the script of the search page: Sphinx's search, without the parts of it that show results."""
    english = EnglishWithMacrons({})
    searchtools = Path(sphinx.package_dir, "themes", "basic", "static", "searchtools.js").read_text(encoding="utf-8")
    engine = (
        "const SPHINX_HIGHLIGHT_ENABLED = false;",
        "const _ready = () => {};",
        f"const stopwords = {json.dumps(sorted(english.stopwords))};",
        english.js_stemmer_code,
        searchtools.replace("/*", "/*!", 1),  # whose it is stays
        "window.Search = Search;",
    )
    before = "\n".join([english.js_splitter_code, *engine])
    return f"(() => {{\n{before}\n{script(HERE / 'search.js')}}})();\n"


def _collect_assets(app: Sphinx) -> None:
    add_text(app, "search.js", _script(app))


def _add_page_context(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any) -> None:
    if pagename == "search":
        words = {"words": labels("search", ""), "mi": list(te_reo.words())}
        context["search_words"] = json.dumps(words, ensure_ascii=False).replace("<", "\\u003c")


def _name_the_index(app: Sphinx, error: Exception | None) -> None:
    """Name the index with a digest of what is in it: a browser must not search a new book with an old one."""
    if error is None and app.builder.format == "html":
        page = Path(app.outdir) / "search.html"
        digest = hashlib.sha256((Path(app.outdir) / "searchindex.js").read_bytes()).hexdigest()[:10]
        page.write_text(page.read_text(encoding="utf-8").replace(INDEX, f"{INDEX}?v={digest}"), encoding="utf-8")


def _name_the_notes(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Give each of the folded notes an address."""
    for raw in doctree.findall(nodes.raw):
        if NOTES_BEGIN.search(raw.astext()):
            raw.children = [
                nodes.Text(NOTES_BEGIN.sub(f'<details class="instructors" id="{NOTES}"', raw.astext(), count=1))
            ]


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.add_builder(FindableBuilder, override=True)
    app.connect("builder-inited", _collect_assets)
    app.connect("doctree-resolved", _name_the_notes, priority=910)
    app.connect("html-page-context", _add_page_context)
    app.connect("build-finished", _name_the_index)
    return {"parallel_read_safe": True, "parallel_write_safe": False}
