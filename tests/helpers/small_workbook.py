"""A small workbook to make mistakes in: the real tables, and a notebook for each chapter they name."""

from __future__ import annotations

import csv
import re
import shutil
from datetime import date
from pathlib import Path

import nbformat
import pytest
import yaml
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from authoring.check.command import check
from joinedup import table
from joinedup.content.notebooks import store
from joinedup.exercises.registry import KINDS
from tests.helpers.book import ROOT

DATA = ROOT / "data"
HEADINGS = {
    chapter: sorted(set(found)) for chapter, found in table("points", DATA).groupby("chapter")["heading"] if chapter
}
"""What carries the points of the sources, by chapter or page."""
FACTS = {Path(page).name: list(found) for page, found in table("dated_facts", DATA).groupby("page")["says"]}
"""What states the facts that may go out of date, by chapter or page."""


def write_notebook(path: Path, *sources: str, text: str = "Some words.", last: str = "The end.") -> None:
    code = [new_code_cell(source, execution_count=number) for number, source in enumerate(sources, start=1)]
    store(new_notebook(cells=[new_markdown_cell(text), *code, new_markdown_cell(last)]), path)


def instructors_notes(chapter: str) -> str:
    """The notes for instructors of a real chapter: the run sheets are made of them."""
    cells = nbformat.read(ROOT / "notebooks" / f"{chapter}.ipynb", as_version=4).cells
    return next(cell.source for cell in cells if cell.source.startswith('<details class="instructors">'))


def write_toc(root: Path, *files: str) -> None:
    chapters = [{"file": f"notebooks/{path.stem}"} for path in sorted((root / "notebooks").glob("*.ipynb"))]
    contents = {"format": "jb-book", "root": "book/intro", "chapters": [*chapters, *({"file": file} for file in files)]}
    (root / "_toc.yml").write_text(yaml.safe_dump(contents), encoding="utf-8")


@pytest.fixture(scope="session")
def small_workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workbook as it is before anybody makes a mistake in it; not to be changed."""
    root = tmp_path_factory.mktemp("small") / "workbook"
    shutil.copytree(DATA, root / "data")
    (root / "book").mkdir()
    (root / "book" / "intro.md").write_text("# Kia ora\n\nWords for whānau.\n", encoding="utf-8")
    shutil.copytree(ROOT / "book" / "instructors", root / "book" / "instructors")
    (root / "notebooks").mkdir()
    texts = {
        page: "\n\n".join([*(f"## {heading}" for heading in HEADINGS.get(page, ())), *FACTS.get(page, ())])
        for page in {**HEADINGS, **FACTS}
    }
    for chapter, exercises in table("exercises", DATA).groupby("chapter"):
        made_by = (KINDS[kind].__name__ for kind in exercises["widget"])
        code = (f'{name}("{id}")' for name, id in zip(made_by, exercises["id"], strict=True))
        path, text = root / "notebooks" / f"{chapter}.ipynb", texts.pop(chapter, "Some words.")
        write_notebook(path, *code, text=text, last=instructors_notes(chapter))
    for page, text in texts.items():
        (root / "book" / f"{page}.md").write_text(text, encoding="utf-8")
    write_toc(root)
    checked_today(root)
    return root


def checked_today(root: Path) -> None:
    """Let no fact be older than a year, whenever the tests are run."""
    path = root / "data" / "dated_facts.csv"
    path.write_text(re.sub(r",\d{4}-\d\d-\d\d,", f",{date.today()},", path.read_text("utf-8-sig")), encoding="utf-8")


@pytest.fixture
def workbook(small_workbook: Path, tmp_path: Path) -> Path:
    """A copy of it, to make mistakes in."""
    return shutil.copytree(small_workbook, tmp_path, dirs_exist_ok=True)


def read(root: Path, name: str) -> list[list[str]]:
    with (root / "data" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def write(root: Path, name: str, records: list[list[str]]) -> None:
    with (root / "data" / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(records)


def put(root: Path, name: str, row: int, column: str, value: str) -> None:
    records = read(root, name)
    place = records[0].index(column)
    assert records[row - 1][place] != value, "this would not be a change"
    records[row - 1][place] = value
    write(root, name, records)


def only_mistake(root: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Return the one line that the check prints before the count."""
    status = check(root)
    *found, count = capsys.readouterr().out.splitlines()
    assert (status, count, len(found)) == (1, "1 mistake.", 1), "\n".join(found)
    return found[0]
