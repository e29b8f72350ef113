"""The lists of the glossary page, written from the tables."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import Directive
from sphinx.application import Sphinx

from joinedup.content.dataframes import table
from joinedup.content.tables import data_folder


class WordList(Directive):
    """A definition list of one table: what is explained, then the explanation and where it is first used."""

    source: ClassVar[str]
    columns: ClassVar[tuple[str, str]]

    def run(self) -> list[nodes.Node]:
        """Return the list."""
        env = self.state.document.settings.env
        folder = data_folder(Path(env.srcdir))
        env.note_dependency(str(folder / f"{self.source}.csv"))
        words, meaning = self.columns
        found = nodes.definition_list(classes=["words"])
        frame = table(self.source, folder).sort_values(words, key=lambda cells: cells.str.lower())
        for row in frame.to_dict("records"):
            explained = nodes.paragraph("", row[meaning])
            if "section" in row and row["section"].split(".")[0].isdigit():
                explained += nodes.inline("", f" §{row['section']}", classes=["where"])
            found += nodes.definition_list_item(
                "", nodes.term("", row[words], classes=["word"]), nodes.definition("", explained)
            )
        return [found]


class GlossaryTable(WordList):
    """The terms of the book, each in a sentence."""

    source = "glossary"
    columns = ("term", "definition")


class TeReoTable(WordList):
    """The words and names in te reo Māori."""

    source = "te_reo"
    columns = ("word", "meaning")


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.add_directive("glossary-table", GlossaryTable)
    app.add_directive("te-reo-table", TeReoTable)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
