"""Whatever somebody types into a table is shown as text or refused by file, row and column: nothing of it is obeyed."""

from __future__ import annotations

import copy
import csv
import os
import random
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from frictionless import Package

from authoring.check.rows import row_mistakes
from joinedup.content.csv_files import records
from joinedup.content.schema import LOADER, PACKAGE
from joinedup.content.words import fill
from joinedup.errors import TableError
from joinedup_book.as_text import in_html, in_markdown
from tests.helpers.book import ROOT
from tests.poison import KINDS, Page, columns, poison, token

HOSTILE = int(os.environ.get("HOSTILE_TABLES", "60"))
"""How many tables are spoilt; HOSTILE_TABLES=500 for all of them."""
BUILD = "import sys; from jupyter_book.cli.main import main; sys.exit(main())"
SPOILT = (
    *(kind.format(mark="MARK") for kind in KINDS),
    "a\u200bb", "a\u202eb", "a\ufeffb", "a\u00adb", "a\x07b", "a\x00b", "#NAME?", "#REF!", "MÄori whÄnau", "",
    "={1+1}", "{card.__class__}", "../../etc/passwd", "'; DROP TABLE", "a" * 5000, "1e999", "-1", "\n\n", " ",
)  # fmt: skip


def plain(text: str) -> str:
    """What is left of a text when typography and line breaks are taken off."""
    return re.sub(r"[^a-z0-9<>{}&=/]", "", text.lower())


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, set[str]]:
    """A book built once from tables of which every text is hostile, with every notebook run again."""
    root = tmp_path_factory.mktemp("poisoned")
    mark = root / "ran"
    for name in ("LICENSE", "_config.yml", "_toc.yml"):
        shutil.copy(ROOT / name, root / name)
    for name in ("book", "data", "notebooks", "widgets"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    put = poison(root / "data", mark)
    paths = (root / "widgets", root / "book" / "_ext", ROOT)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, paths)), "PYTHONUTF8": "1"}
    runs = (([ROOT / "tests" / "helpers" / "run_here.py"], "notebooks"), (["-c", BUILD, "build", ".", "--all"], "."))
    for command, folder in runs:
        done = subprocess.run(
            [sys.executable, *command], cwd=root / folder, env=environment, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return root / "_build" / "html", mark, put


def test_a_book_of_hostile_tables_runs_nothing_and_shows_them_as_text(poisoned: tuple[Path, Path, set[str]]) -> None:
    out, mark, put = poisoned
    assert not mark.exists(), "a table's cell ran a command"
    whole = [plain(kind.format(mark=mark)) for kind in KINDS]
    shown: set[str] = set()
    wrong = []
    for path in out.rglob("*.html"):
        page = Page(path.read_text("utf-8"))
        wrong += [f"{path.name}: {what}" for what in page.obeyed]
        for found in re.finditer(r"Zq\w+?qZ", page.text):
            after = page.text[found.end() : found.end() + 400]
            told = plain(after.partition("…")[0])
            if any(told.startswith(text) or (text.startswith(told) and "…" in after) for text in whole):
                shown.add(found[0])
            else:
                wrong.append(f"{path.name}: {found[0]}{after[:120]!r}")
    assert wrong == []
    assert len(shown & put) > 100, "most of what tables say is shown somewhere"
    for column in (("exercises", "title"), ("sessions", "name"), ("meetings", "read"), ("run_sheets", "do"),
                   ("run_sheets", "say"), ("glossary", "term"), ("te_reo", "word"), ("labels", "text")):  # fmt: skip
        assert token(*column) in shown, column


@pytest.mark.parametrize("text", [*KINDS, "a | b\\| c", "1. x", "- x", "# x", "\t\tx", "www.example.org", "*a*_b_"])
def test_text_in_markdown_and_in_html_is_shown_as_it_is(text: str) -> None:
    from markdown_it import MarkdownIt

    seen = " ".join(text.split())
    page = Page(MarkdownIt("gfm-like").render(f"| A |\n|---|\n| {in_markdown(text)} |\n"))
    assert " ".join(page.text.split()) == f"A {seen}" and page.obeyed == []
    page = Page(MarkdownIt("gfm-like").render(f"<p>{in_html(text)}</p>\n"))
    assert " ".join(page.text.split()) == seen and page.obeyed == []


def test_a_name_in_braces_is_filled_in_and_nothing_else_is_followed() -> None:
    assert fill("{a} of {b}", a=1, b="{a}") == "1 of {a}"
    assert fill("{a.__class__} {a!r} {a:>9} {c} {{a}} {", a=1) == "{a.__class__} {a!r} {a:>9} {c} {1} {"


def test_every_column_that_is_no_free_text_refuses_one_by_file_row_and_column(tmp_path: Path) -> None:
    data = shutil.copytree(ROOT / "data", tmp_path / "data")
    for name, texts in columns(data).items():
        header, *rows = [list(row) for row in records(data / f"{name}.csv")]
        spoilt = [
            (place + 2, column)
            for place, column in enumerate(header)
            if not texts[column] and place < len(rows) and has_rule(name, column)
        ]
        for row, column in spoilt:
            rows[row - 2][header.index(column)] = f"x {KINDS[1]}"
        path = write(data / f"{name}.csv", [header, *rows])
        found = mistakes_of(data, name)
        for row, column in spoilt:
            at = f"data/{path.name}, row {row}"
            assert any(one.startswith((f"{at}, column '{column}'", f"{at}:")) for one in found), (column, found)


def has_rule(name: str, column: str) -> bool:
    """Whether the table alone says what may be there: what points elsewhere is looked at with the other tables."""
    field = next(one for one in described(name)["schema"]["fields"] if one["name"] == column)
    return field["type"] != "string" or bool({"enum", "pattern"} & set(field.get("constraints", {})))


def write(path: Path, rows: list[list[str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)
    return path


@cache
def described(name: str) -> dict[str, Any]:
    package = yaml.load((ROOT / "data" / PACKAGE).read_text("utf-8"), Loader=LOADER)
    return next(resource for resource in package["resources"] if resource["name"] == name)


def mistakes_of(data: Path, name: str) -> list[str]:
    package = {"resources": [copy.deepcopy(described(name))]}
    try:
        return list(
            row_mistakes(Package.from_descriptor(package, basepath=str(data)), {name: records(data / f"{name}.csv")})
        )
    except TableError as error:
        return [str(error)]


@pytest.mark.parametrize("seed", range(HOSTILE))
def test_a_hostile_table_is_refused_in_a_line_or_is_text(seed: int, tmp_path: Path) -> None:
    dice = random.Random(seed)
    (tmp_path / "data").mkdir()
    name = dice.choice(sorted(columns(ROOT / "data")))
    header, *rows = [list(row) for row in records(ROOT / "data" / f"{name}.csv")]
    row, place, text = dice.randrange(len(rows)), dice.randrange(len(header)), dice.choice(SPOILT)
    rows[row][place] = text if dice.random() < 0.5 else f"{rows[row][place]}{text}"
    path = write(tmp_path / "data" / f"{name}.csv", [header, *rows])
    found = mistakes_of(tmp_path / "data", name)
    for line in found:
        assert re.match(rf"data/{path.name}(, row \d+|\b)", line) and "\n" not in line and "Traceback" not in line
    assert len(found) <= 2, "one clear message for one mistake"
