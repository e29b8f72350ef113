"""The tests themselves: what they share lies in `tests/helpers`, and none leans on another."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.book import ROOT

TESTS = ROOT / "tests"
MODULES = sorted(path for path in TESTS.rglob("*.py") if "node_modules" not in path.parts)
COLLECTED = [path for path in MODULES if path.stem == "conftest" or path.stem.startswith("test_")]


def imported(text: str, package: tuple[str, ...]) -> Iterator[str]:
    """Return, in full, the name of every module or thing that a module of a package imports."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join([*above, *filter(None, [node.module])])
            yield from (module, *(f"{module}.{one.name}" for one in node.names))


def from_test_modules(text: str, package: tuple[str, ...]) -> list[str]:
    """Return what is imported from a module that pytest collects."""
    collected = {"tests." + ".".join(path.relative_to(TESTS).with_suffix("").parts) for path in COLLECTED}
    return [name for name in imported(text, package) if collected & {name, name.rpartition(".")[0]}]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(TESTS).as_posix())
def test_nothing_is_imported_from_a_test_module(path: Path) -> None:
    """What two tests need is a helper's: a module that pytest collects is imported by pytest alone."""
    assert from_test_modules(path.read_text("utf-8"), path.relative_to(ROOT).parent.parts) == []


@pytest.mark.parametrize(
    "line",
    [
        "from tests.book.test_answering import focused",
        "from .test_answering import focused",
        "from . import test_answering",
        "from .. import conftest",
        "def inner():\n    import tests.book.test_answering",
    ],
)
def test_an_import_from_a_test_module_would_be_found(line: str) -> None:
    assert from_test_modules(line, ("tests", "book"))
