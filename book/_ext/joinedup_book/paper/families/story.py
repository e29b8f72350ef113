"""Code a story on paper: passages with a margin to write the numbers of factors into."""

from __future__ import annotations

from collections.abc import Iterator

from joinedup.content.tables import rows

from ..drawing.keys import NONE, numbered_keys
from ..drawing.measuring import tall
from ..drawing.paging import LINE, WIDTH, Flow
from ..drawing.telling import said, told_table
from .default import NUMBER, Row, Sheets, numbered, row

MARGIN = 58.0
"""How wide the margin beside a story is."""
SHORT = 70
"""So many letters of a passage tell which one it is."""


class StorySheets(Sheets):
    """A story in passages, with the factors to look for."""

    def keys(self) -> dict[str, str]:
        """Return the numbers of the factors."""
        return numbered_keys(self.config["factors"])

    def asked(self, size: float) -> Iterator[Flow]:
        """Return the factors and the passages, after a note on what the story is about."""
        config, signs = self.config, self.keys()
        words = config["words"]
        notes = {row["id"]: row["content_note"] for row in rows("stories", ["id", "content_note?"], label="stories")}
        if note := notes.get(config["story"]):
            yield Flow("said", [note], [tall(note, WIDTH, size) + 2])
        factors = [{"key": signs[one["id"]], **one} for one in config["factors"]]
        heights = [tall(f"{one['name']}. {one['definition']}", (WIDTH - 6) / 2 - 10, size) / 2 + 1 for one in factors]
        head = {"title": words["factors"], "size": size}
        yield Flow("factors", factors, heights, head=12, values=head)
        passages = [{"number": number, "text": one["text"]} for number, one in enumerate(config["passages"], start=1)]
        heights = [max(tall(one["text"], WIDTH - MARGIN - NUMBER - 4, size) + 5, 4 * LINE) for one in passages]
        yield Flow("passages", passages, heights, head=20, values={"title": words["passages"], "none": NONE})

    def told(self, size: float) -> Iterator[Flow]:
        """Return what the other reader marked."""
        config, words = self.config, self.paper_words
        signs = self.keys()
        names = {one["id"]: f"{signs[one['id']]} {one['name']}" for one in config["factors"]}
        yield said([config["readings"]["intro"]], size)
        marked = [[name for factor, name in names.items() if factor in one["theirs"]] for one in config["passages"]]
        passages = [
            {"number": number, "told": ["; ".join(found) or words["none"]]}
            for number, found in enumerate(marked, start=1)
        ]
        yield told_table(passages, size, title=words["our-reading"])

    def rows(self) -> list[Row]:
        """Return a row for each passage, by its beginning."""
        passages = (
            (n, one["id"], one["text"][:SHORT].rsplit(" ", 1)[0]) for n, one in numbered(self.config["passages"])
        )
        return [row(n, f"{text} …", ["marked", name], several=True) for n, name, text in passages]

    def choices(self, name: str) -> list[dict[str, str]]:
        """Return the factors, and none of them."""
        signs = self.keys()
        factors = [{"id": one["id"], "key": signs[one["id"]], "label": one["name"]} for one in self.config["factors"]]
        return [*factors, {"id": "", "key": NONE, "label": self.config["words"]["none"]}]
