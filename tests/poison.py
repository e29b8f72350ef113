"""Hostile texts for the cells of tables, and what would be there if any of them were obeyed."""

from __future__ import annotations

import csv
import re
from html.parser import HTMLParser
from pathlib import Path

import yaml

KINDS = (
    "{{{{ cycler.__init__.__globals__.os.popen('touch {mark}').read() }}}} {{{{ 6*7 }}}} {{% for a in b %}} {{#",
    '<script data-poison="1">poison()</script><img data-poison src=x onerror=poison()><b data-poison>',
    "{{math}}`x` `x`{{code}} [p](javascript:poison()) [p](https://poison.example) <https://poison.example> www.poison.nz",
    "\n\n```{{raw}} html\n<b data-poison>\n```\n\n:::{{note}}\npoison\n:::\n\n## *p* | __p__ $x$ | a --- %",
    "&lt;b data-poison&gt; </div></p></script></section> <!-- poison --> &amp; \\ \\` \" ' * _ ~ ^",
)
"""To be filled in with the path of a file that none of them may make."""
KEYS_THAT_ARE_TEXT = {("glossary", "term"), ("te_reo", "word")}
NAMES = {("run_sheets", "chapter"), ("run_sheets", "step"), ("points", "table"), ("points", "row"),
         ("points", "chapter"), ("points", "heading"), ("points", "section"), ("glossary", "section"),
         ("voices", "section")}  # fmt: skip
"""Columns without a rule of their own that name something elsewhere in the book."""


def token(table: str, column: str) -> str:
    """What marks a column's texts; letters and figures only, so that nothing could change it."""
    return f"Zq{table}{column}qZ".replace("_", "")


def columns(data: Path) -> dict[str, dict[str, bool]]:
    """Return the columns of every table, and whether each holds any text that an author likes."""
    found: dict[str, dict[str, bool]] = {}
    for resource in yaml.safe_load((data / "datapackage.yaml").read_text("utf-8"))["resources"]:
        schema, name = resource["schema"], resource["name"]
        points = {column for key in schema.get("foreignKeys", []) for column in key["fields"]}
        own = {*points, *schema.get("primaryKey", [])}
        found[name] = {
            field["name"]: (name, field["name"]) in KEYS_THAT_ARE_TEXT
            or not (
                field["type"] != "string"
                or {"enum", "pattern"} & set(field.get("constraints", {}))
                or field["name"] in own
                or (name, field["name"]) in NAMES
            )
            for field in schema["fields"]
        }
    return found


def poison(data: Path, mark: Path) -> set[str]:
    """Put a hostile text behind every text of every table; return the tokens of the columns that have one now."""
    put = set()
    package = data / "datapackage.yaml"  # a hostile text may be long: that would be refused, and is not what is tried
    package.write_text(re.sub(r"^ *maxWords: .*\n", "", package.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    for name, texts in columns(data).items():
        path = data / f"{name}.csv"
        with path.open(encoding="utf-8-sig", newline="") as file:
            header, *rows = csv.reader(file)
        for number, row in enumerate(rows):
            for place, column in enumerate(header):
                if texts[column] and row[place]:
                    row[place] += f" {token(name, column)} " + KINDS[(number + place) % len(KINDS)].format(mark=mark)
                    put.add(token(name, column))
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([header, *rows])
    return put


class Page(HTMLParser):
    """A page as a browser takes it: what it shows as text, and what in it came of a poisoned cell."""

    def __init__(self, html: str):
        super().__init__(convert_charrefs=True)
        self.text, self.obeyed, self._data = "", [], False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Note an element that a hostile text would make."""
        named = {name: value or "" for name, value in attributes}
        address = named.get("href", "") + named.get("src", "")
        bad = "data-poison" in named or any(name.startswith("on") for name in named)
        if bad or re.match(r"\s*javascript:|.*//[^#]*poison", address):
            self.obeyed.append(self.get_starttag_text() or tag)
        if tag == "script" and named.get("type") != "application/json" and not named.get("src"):
            self.obeyed.append("a script of the page's own")
        self._data = tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        """Note where data ends and text goes on."""
        self._data = self._data and tag not in ("script", "style")

    def handle_comment(self, data: str) -> None:
        """Note a comment: a page of this book has none of its own with this word."""
        if "poison" in data:
            self.obeyed.append(f"<!--{data}-->")

    def handle_data(self, data: str) -> None:
        """Note what is shown."""
        if not self._data:
            self.text += data
