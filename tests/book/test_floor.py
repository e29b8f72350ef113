"""The oldest browsers that the book is made for: Chrome and Edge 109, Firefox 115, Safari 16.4. Nothing in it is newer."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.helpers.book import BOOK, ROOT
from tests.helpers.javascript import NODE

PROOFS = ROOT / ".venv" / "proofs"
CHECK = ROOT / "tests" / "proofs" / "floor.mjs"


def newer(book: Path) -> list[tuple[str, str]]:
    """Return what of a built book is newer than the floor, and not named with what stands in for it."""
    done = subprocess.run([NODE, CHECK, book, PROOFS], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return [(file, what) for file, what in json.loads(done.stdout)]


def test_nothing_in_the_book_is_newer_than_the_floor() -> None:
    assert newer(BOOK) == []


@pytest.mark.parametrize(
    ("file", "text", "what"),
    [
        ("workbook.css", "a { color: light-dark(#000000, #ffffff) }", "light-dark()"),
        ("workbook.css", "a { --c: color-mix(in srgb, red, blue) }", "color-mix()"),
        ("workbook.css", "a, b:has(i) { color: red }", "in a list: a, b:has(i)"),
        ("workbook.css", "a { & b { color: red } }", "nested: & b"),
        ("workbook.css", "@starting-style { a { color: red } }", "@starting-style"),
        ("workbook.css", "a { anchor-name: --x }", "anchor-name"),
        ("workbook.css", 'a::after { content: "x" / "" }', 'content without a fallback: "x" / ""'),
        ("joinedup.js", "/(?<!a)b/.test('b')", "looks behind: (?<!a)b"),
        ("joinedup.js", "new RegExp(`(?<![a-z])${b}`)", "looks behind: (?<![a-z])"),
        ("joinedup.js", "[2, 1].toSorted()", "toSorted"),
        ("joinedup.js", "Object.groupBy([], (one) => one)", "groupBy"),
        ("joinedup.js", "const a = /\\p{L}/v", "SyntaxError"),
        ("page.js", "const a = 1;", "SyntaxError"),
        ("page.js", "f(() => 1);", "SyntaxError"),
    ],
)
def test_what_is_newer_would_be_found(tmp_path: Path, file: str, text: str, what: str) -> None:
    for page in ("404.html", "notebooks/01_setting_the_scene.html"):
        (tmp_path / page).parent.mkdir(exist_ok=True)
        (tmp_path / page).write_text("", encoding="utf-8")
    (tmp_path / "_static").mkdir()
    (tmp_path / "_static" / file).write_text(text, encoding="utf-8")
    assert any(where == file and what in said for where, said in newer(tmp_path)), newer(tmp_path)
