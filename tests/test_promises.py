"""The table of promises is whole: its words are on the pages, and the tests it names exist."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TABLE = ROOT / "tests" / "promises.md"
ROW = re.compile(r"^\| (?P<words>(?:[^|\\]|\\.)+) \| (?P<tests>test_[^|]+) \|$")


def promises() -> Iterator[tuple[str, str, str]]:
    """Return the page, the words and the test of each promise; one that two tests hold comes twice."""
    page = ""
    for line in TABLE.read_text("utf-8").splitlines():
        if line.startswith("## "):
            page = line.removeprefix("## ")
        elif row := ROW.match(line):
            for test in row["tests"].split(", "):
                yield page, row["words"], test


@cache
def text_of(page: str) -> str:
    """Return a page's text in one line, with plain apostrophes."""
    text = (ROOT / page).read_text("utf-8")
    if page.endswith(".ipynb"):
        text = " ".join("".join(cell["source"]) for cell in json.loads(text)["cells"])
    return " ".join(text.split()).replace("’", "'")


@cache
def names_in(module: str) -> frozenset[str]:
    """Return the names of the tests in a module, wherever it is below this folder."""
    [path] = [path for path in (ROOT / "tests").rglob(module) if "node_modules" not in path.parts]
    return frozenset(
        node.name for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.FunctionDef)
    )


@pytest.mark.parametrize(("page", "words", "test"), [*promises()])
def test_what_is_promised_is_on_its_page_and_has_its_test(page: str, words: str, test: str) -> None:
    assert words.replace("’", "'") in text_of(page), f"'{words}' is no longer on {page}: change the table as well"
    module, name = test.split("::")
    assert name in names_in(module), f"{module} has no {name}: what holds '{words}' on {page} now?"


def test_every_row_is_read() -> None:
    lines = [line for line in TABLE.read_text("utf-8").splitlines() if line.startswith("| ") and "Held by" not in line]
    assert len(lines) == len({(page, words) for page, words, _ in promises()})
    assert len(lines) > 80


def test_a_test_that_is_not_there_is_missed() -> None:
    assert "test_that_was_never_written" not in names_in("test_promises.py")
    with pytest.raises(ValueError, match="not enough values"):
        names_in("test_no_such_module.py")
