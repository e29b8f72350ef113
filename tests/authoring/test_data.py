"""The tables: in order as they are, and every mistake an instructor can make in one is named in one plain line."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
import yaml
from frictionless import Package
from nbformat.v4 import new_code_cell, new_notebook

from authoring.check.command import check
from authoring.cli import main
from joinedup import TableError, table
from joinedup.content.notebooks import store
from joinedup.content.tables import data_folder, rows
from tests.helpers.book import ROOT
from tests.helpers.small_workbook import DATA, HEADINGS, only_mistake, put, read, write, write_notebook, write_toc

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
STAGES = "forming, frustration, functioning, flying, failing"
PLACES = "known, knowable, complex, chaos or disorder, or several of them with semicolons between"


# --- What is in order


def test_the_real_workbook_is_in_order(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    status = main(["check"])
    number_of_tables, number_of_notebooks = len(list(DATA.glob("*.csv"))), len(list(ROOT.glob("notebooks/*.ipynb")))
    said = capsys.readouterr().out
    assert said == f"All in order: {number_of_tables} tables, {number_of_notebooks} notebooks.\n"
    assert status == 0


def test_the_data_package_stands_by_itself() -> None:
    report = Package(str(DATA / "datapackage.yaml")).validate()
    assert report.flatten(["name", "row_number", "field_name", "message"]) == []
    assert {task.place for task in report.tasks} == {path.name for path in DATA.glob("*.csv")}


def test_the_data_package_explains_itself() -> None:
    package = yaml.safe_load((DATA / "datapackage.yaml").read_text(encoding="utf-8"))
    assert [licence["name"] for licence in package["licenses"]] == ["CC-BY-4.0"]
    for source in ("IPS (2008)", "Kurtz and Snowden (2003)", "HCN", "ours"):
        assert any(entry["title"].startswith(source) for entry in package["sources"]), source
    for resource in package["resources"]:
        for part in (resource, *resource["schema"]["fields"]):
            assert part["title"] and part["description"], f"{resource['name']}: {part['name']}"
            assert "pattern" not in part.get("constraints", {}) or part["patternMeans"], part["name"]


def bytes_changed(change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    def apply(root: Path) -> None:
        path = root / "data" / "te_reo.csv"
        path.write_bytes(change(path.read_bytes()))

    return apply


def columns_turned_round(root: Path) -> None:
    write(root, "factors", [record[::-1] for record in read(root, "factors")])


def exercise_without_a_row(root: Path) -> None:
    path = root / "notebooks" / "99_mine.ipynb"
    write_notebook(
        path, 'Reflection("mine", title="Mine", instruction="Write.")', "%%html\n<p>not Python</p>", "%time\n1"
    )
    write_toc(root)


def references_as_printed(root: Path) -> None:
    with (root / "book" / "references.md").open("a", encoding="utf-8") as page:
        page.write("\n\n*Maori in a title of 2008*\n")


def web_address(root: Path) -> None:
    put(root, "te_reo", 2, "source", "Found at https://example.org/whanau/Maori in 2008")


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda root: None, id="nothing-changed"),
        pytest.param(bytes_changed(lambda data: data.replace(b"\n", b"\r\n")), id="line-ends-of-windows"),
        pytest.param(bytes_changed(lambda data: data.removeprefix(BYTE_ORDER_MARK)), id="no-byte-order-mark"),
        pytest.param(columns_turned_round, id="columns-in-another-order"),
        pytest.param(
            lambda root: put(root, "situations", 2, "text", "One line\nand another."), id="line-end-in-a-cell"
        ),
        pytest.param(lambda root: put(root, "situations", 2, "text", "word – " * 40), id="as-many-words-as-allowed"),
        pytest.param(lambda root: put(root, "situations", 2, "seen_as", "chaos; known"), id="several-with-a-space"),
        pytest.param(exercise_without_a_row, id="exercise-with-its-own-title"),
        pytest.param(references_as_printed, id="titles-in-the-references"),
        pytest.param(web_address, id="web-address"),
    ],
)
def test_accepted(workbook: Path, change: Callable[[Path], None], capsys: pytest.CaptureFixture[str]) -> None:
    change(workbook)
    status = check(workbook)
    assert capsys.readouterr().out.startswith("All in order: ")
    assert status == 0


def test_the_check_tells_of_the_run_sheets(workbook: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = read(workbook, "run_sheets")
    put(workbook, "run_sheets", next(n for n, row in enumerate(rows, 1) if row[0] == "day-welcome"), "minutes", "15")
    assert only_mistake(workbook, capsys).startswith(
        "data/run_sheets.csv, session 'whole-day', meeting 1: the steps add up to 385 minutes. Expected 390"
    )


# --- Mistakes in a cell

CELLS = {
    "wrong-stage": (
        *("life_cycle_statements", 5, "stage", "froming"),
        f"'froming' is not in the column 'id' of data/life_cycle_stages.csv. Did you mean 'forming'? Expected one of: {STAGES}.",
    ),
    "stage-of-an-advice": (
        *("life_cycle_advice", 2, "stage", "x"),
        f"'x' is not in the column 'id' of data/life_cycle_stages.csv. Expected one of: {STAGES}.",
    ),
    "path-from-nowhere": (
        *("life_cycle_paths", 2, "from_stage", "wind-up"),
        f"'wind-up' is not in the column 'id' of data/life_cycle_stages.csv. Expected one of: {STAGES}.",
    ),
    "path-to-nowhere": (
        *("life_cycle_paths", 10, "to_stage", "windup"),
        f"'windup'. Did you mean 'wind-up'? Expected one of: {STAGES}, wind-up.",
    ),
    "stage-itself": (
        "life_cycle_stages",
        3,
        "id",
        "storming",
        f"'storming'. Did you mean 'forming'? Expected one of: {STAGES}.",
    ),
    "wrong-word-of-a-list": (
        *("factors", 7, "kind", "enablr"),
        "'enablr'. Did you mean 'enabler'? Expected one of: enabler, impediment, not-significant.",
    ),
    "duplicate-id": (
        "continuum",
        4,
        "id",
        "communication",
        "'communication' is already in row 3. Use each one only once.",
    ),
    "duplicate-number": (
        "life_cycle_statements",
        3,
        "shown",
        "9",
        "'9' is already in row 2. Use each one only once.",
    ),
    "duplicate-pair": (
        *("scales", 3, "id", "like-us"),
        "'like-us' and 'like-us' are already together in row 2. Use each pair only once.",
    ),
    "id-with-a-capital": (
        *("factors", 2, "id", "My Factor"),
        "'My Factor'. Expected lower-case letters and figures, with hyphens between words, such as first-step.",
    ),
    "empty-text": ("factors", 3, "work_on", "", "the cell is empty. Expected some text."),
    "nothing-but-spaces": ("factors", 3, "work_on", "   ", "the cell is empty. Expected some text."),
    "empty-number": ("continuum", 3, "order", "", "the cell is empty. Expected a whole number from 1 to 9."),
    "empty-id": (
        *("situations", 3, "id", ""),
        "the cell is empty. Expected lower-case letters and figures, with hyphens between words, such as first-step.",
    ),
    "letters-for-a-number": ("exercises", 2, "minutes_alone", "ten", "'ten'. Expected a whole number from 1 to 120."),
    "number-too-high": ("exercises", 3, "minutes_group", "900", "'900'. Expected a whole number from 1 to 120."),
    "number-too-low": ("factors", 2, "section", "0", "'0'. Expected a whole number from 1 to 9."),
    "unknown-place": ("situations", 5, "seen_as", "known;comlpex", f"'known;comlpex'. Expected {PLACES}."),
    "too-many-words-on-a-card": ("situations", 6, "text", "word " * 41, "it has 41 words. Expected 40 or fewer."),
    "too-many-words-in-a-sign": (
        *("life_cycle_statements", 2, "statement", "word " * 21),
        "it has 21 words. Expected 20 or fewer.",
    ),
    "too-many-words-in-a-factor": ("factors", 2, "statement", "word " * 21, "it has 21 words. Expected 20 or fewer."),
    "question-of-no-exercise": (
        *("questions", 3, "exercise", "ch01-slider"),
        "'ch01-slider' is not in the column 'id' of data/exercises.csv. Did you mean 'ch03-sorter'? Expected one of: ",
    ),
    "prompt-of-no-exercise": (
        *("prompts", 2, "exercise", "ch02-continuum"),
        "'ch02-continuum' is not in the column 'id' of data/exercises.csv. Did you mean 'ch01-continuum'? Expected one of: ",
    ),
    "chapter-of-another": (
        *("exercises", 2, "chapter", "02_elsewhere"),
        "'02_elsewhere'. Expected the notebook that uses the exercise: notebooks/00_key_learnings.ipynb, cell 2.",
    ),
    "no-macron": ("situations", 2, "text", "A whanau arrives.", "'whanau'. Expected 'whānau', with its macron."),
    "macron-lost": ("situations", 2, "text", "A wh?nau arrives.", "'wh?nau'. Expected 'whānau', with its macron."),
    "letter-lost": (
        "situations",
        2,
        "text",
        "Was it a kaum?tua? Ask www.example.org/?t=1",
        "'kaum?tua'. A letter was lost in saving. Replace the question mark with it.",
    ),
    "first-letter-lost": (
        "situations",
        2,
        "text",
        "He is from ?t?huhu.",
        "'?t?huhu'. A letter was lost in saving. Replace the question mark with it.",
    ),
    "one-macron-of-two": ("te_reo", 11, "word", "Pākeha", "'Pākeha'. Expected 'Pākehā', with its macrons."),
}


@pytest.mark.parametrize(("name", "row", "column", "value", "expected"), CELLS.values(), ids=CELLS.keys())
def test_a_mistake_in_a_cell(
    workbook: Path, name: str, row: int, column: str, value: str, expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    put(workbook, name, row, column, value)
    said = only_mistake(workbook, capsys)
    assert said.startswith(f"data/{name}.csv, row {row}, column '{column}': {expected}")
    assert said.endswith((expected, "."))


# --- Mistakes in a file or in its rows


def column_missing(root: Path) -> None:
    write(root, "continuum", [[*record[:4], *record[5:]] for record in read(root, "continuum")])


def column_added(root: Path) -> None:
    write(
        root,
        "scales",
        [[*record, "notes" if number == 0 else ""] for number, record in enumerate(read(root, "scales"))],
    )


def column_without_a_name(root: Path) -> None:
    write(root, "scales", [[*record, ""] for record in read(root, "scales")])


def column_twice(root: Path) -> None:
    write(root, "scales", [[*record, record[-1]] for record in read(root, "scales")])


def column_renamed(root: Path) -> None:
    put(root, "continuum", 1, "shares", "share")


def row_changed(name: str, row: int, change: Callable[[list[str]], list[list[str]]]) -> Callable[[Path], None]:
    """Put other rows in the place of one."""

    def apply(root: Path) -> None:
        records = read(root, name)
        write(root, name, [*records[: row - 1], *change(records[row - 1]), *records[row:]])

    return apply


def text_changed(name: str, old: str, new: str) -> Callable[[Path], None]:
    def apply(root: Path) -> None:
        path = root / "data" / name
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), encoding="utf-8")

    return apply


def saved_as(name: str, encoding: str) -> Callable[[Path], None]:
    def apply(root: Path) -> None:
        path = root / "data" / name
        path.write_bytes(path.read_text(encoding="utf-8").encode(encoding, errors="replace"))

    return apply


def semicolons(root: Path) -> None:
    (root / "data" / "scales.csv").write_text("scale;id;order;label\nlike-us;partly;1;Partly\n", encoding="utf-8")


SAVE_AS = "Expected UTF-8. In the spreadsheet choose 'Save as' and 'CSV UTF-8'."
UNCLOSED = (
    "a quotation mark is not closed, or text follows the closing one. "
    'Expected one " at each end of the cell, and "" for every quotation mark inside it.'
)
FILES = {
    "missing-column": (
        column_missing,
        "data/continuum.csv, row 1, column 'shares': the column is missing. Expected all of: "
        "id, order, name, summary, shares, costs, how_common, moving_here, source.",
    ),
    "extra-column": (
        column_added,
        "data/scales.csv, row 1, column 'notes': the table has no such column. Expected one of: scale, id, order, label.",
    ),
    "renamed-column": (
        column_renamed,
        "data/continuum.csv, row 1, column 'share': the table has no such column. Did you mean 'shares'? Expected one of: "
        "id, order, name, summary, shares, costs, how_common, moving_here, source.",
    ),
    "column-without-a-name": (
        column_without_a_name,
        "data/scales.csv, row 1, column number 5: it has no name. Expected one of: scale, id, order, label. "
        "If it's empty, delete the whole column.",
    ),
    "column-twice": (
        column_twice,
        "data/scales.csv, row 1, column 'label': the name is there twice. Use each one only once.",
    ),
    "blank-row": (
        row_changed("factors", 4, lambda row: [[""] * len(row), row]),
        "data/factors.csv, row 4: the row is blank. Expected something in it, or no row.",
    ),
    "blank-line": (
        text_changed("scales.csv", "true-of-us,true,", "\ntrue-of-us,true,"),
        "data/scales.csv, row 6: the row is blank. Expected something in it, or no row.",
    ),
    "comma-without-quotation-marks": (
        row_changed("factors", 4, lambda row: [[*row[:4], "too many words " * 9, "and more", *row[5:]]]),
        "data/factors.csv, row 4: the row has 10 cells. Expected 9, one for each column. "
        "If there is a comma in a text, put the whole text between quotation marks.",
    ),
    "cells-missing": (
        row_changed("life_cycle_advice", 4, lambda row: [[row[0], "no stage"]]),
        "data/life_cycle_advice.csv, row 4: the row has 2 cells. Expected 5, one for each column. "
        "If there is a comma in a text, put the whole text between quotation marks.",
    ),
    "row-copied": (
        row_changed("situations", 4, lambda row: [row, row]),
        "data/situations.csv, row 5, column 'id': 'fifty-schools' is already in row 4. Use each one only once.",
    ),
    "unclosed-quotation-mark": (
        text_changed("te_reo.csv", "\niwi,a large", '\niwi,"a large'),
        f"data/te_reo.csv, row 7: {UNCLOSED}",
    ),
    "unclosed-to-the-end": (
        text_changed("scales.csv", "like-us,partly,2,", 'like-us,partly,2,"'),
        f"data/scales.csv, row 3: {UNCLOSED}",
    ),
    "saved-as-utf-16": (saved_as("situations.csv", "utf-16"), f"data/situations.csv is saved as UTF-16. {SAVE_AS}"),
    "saved-as-utf-16-without-a-mark": (
        saved_as("situations.csv", "utf-16-le"),
        f"data/situations.csv is saved as UTF-16. {SAVE_AS}",
    ),
    "saved-as-windows-1252": (
        saved_as("exercises.csv", "cp1252"),
        "data/exercises.csv, row 2, column 'instruction': '…ng with the ones you’re surest of.' is not saved as "
        f"UTF-8. {SAVE_AS} Then check that every macron is still there, and retype any that were lost.",
    ),
    "semicolons": (
        semicolons,
        "data/scales.csv, row 1: there are semicolons between the cells. Expected commas. "
        "In the spreadsheet choose 'Save as' and 'CSV UTF-8'.",
    ),
    "empty-file": (
        lambda root: (root / "data" / "scales.csv").write_text(""),
        "data/scales.csv, row 1: the row is blank. Expected the names of the columns.",
    ),
    "missing-file": (
        lambda root: (root / "data" / "life_cycle_stages.csv").unlink(),
        "data/life_cycle_stages.csv does not exist. Expected this file, because data/datapackage.yaml describes it.",
    ),
    "missing-file-that-others-point-to": (
        lambda root: (root / "data" / "exercises.csv").unlink(),
        "data/exercises.csv does not exist. Expected this file, because data/datapackage.yaml describes it.",
    ),
    "undescribed-file": (
        lambda root: (root / "data" / "mine.csv").write_text("id\n1\n"),
        "data/mine.csv is not described. Expected an entry for it in data/datapackage.yaml, or no such file: if it is a "
        "copy that you keep, move it out of data/.",
    ),
    "package-missing": (
        lambda root: (root / "data" / "datapackage.yaml").unlink(),
        "data/datapackage.yaml does not exist. Run the check in the workbook's own folder.",
    ),
    "package-empty": (
        lambda root: (root / "data" / "datapackage.yaml").write_text(""),
        "data/datapackage.yaml is empty. Expected a description of every table in data/.",
    ),
    "package-not-yaml": (
        text_changed("datapackage.yaml", "\nname: better-connected\n", '\nname: "better-connected\n'),
        "data/datapackage.yaml, line ",
    ),
    "package-not-a-package": (
        text_changed("datapackage.yaml", "\nresources:\n", "\nresources: all\nothers:\n"),
        "data/datapackage.yaml is not a data package: ",
    ),
}


@pytest.mark.parametrize(("change", "expected"), FILES.values(), ids=FILES.keys())
def test_a_mistake_in_a_file(
    workbook: Path, change: Callable[[Path], None], expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    change(workbook)
    said = only_mistake(workbook, capsys)
    assert said == expected or (expected.endswith(" ") and said.startswith(expected))


# --- Mistakes between notebooks, contents and tables


def notebook_added(*sources: str, listed: bool = True, text: str = "Some words.") -> Callable[[Path], None]:
    def apply(root: Path) -> None:
        write_notebook(root / "notebooks" / "99_extra.ipynb", *sources, text=text)
        if listed:
            write_toc(root)

    return apply


def notebook_damaged(root: Path) -> None:
    (root / "notebooks" / "01_setting_the_scene.ipynb").write_text("{", encoding="utf-8")


def notebook_never_run(root: Path) -> None:
    store(new_notebook(cells=[new_code_cell("1")]), root / "notebooks" / "99_extra.ipynb")
    write_toc(root)


def exercise_unused(root: Path) -> None:
    records = read(root, "exercises")
    write(root, "exercises", [*records, ["ch07-more", *records[-1][1:2], "7.9", *records[-1][3:]]])


def page_without_macron(root: Path) -> None:
    (root / "book" / "more").mkdir()
    (root / "book" / "more" / "page.md").write_text("# Words\n\nFor MAORI readers.\n", encoding="utf-8")


def carried_by(root: Path, row: int) -> list[str]:
    header, cells = read(root, "points")[0], read(root, "points")[row - 1]
    return [name for name in ("table", "row", "chapter", "heading") if cells[header.index(name)]]


def put_carrier(root: Path, column: str, value: str) -> None:
    """Name one table or chapter that carries the first point, and nothing else."""
    for name in carried_by(root, 2):
        put(root, "points", 2, name, "")
    put(root, "points", 2, column, value)
    put(root, "points", 2, {"table": "row", "chapter": "heading"}[column], "x")


def heading_renamed(root: Path) -> None:
    once = next(h for h in HEADINGS["07_sustaining"] if (table("points", DATA)["heading"] == h).sum() == 1)
    path = root / "notebooks" / "07_sustaining.ipynb"
    path.write_text(path.read_text(encoding="utf-8").replace(f"## {once}", "## Another", 1), encoding="utf-8")


WORKBOOKS = {
    "file-of-the-contents-missing": (
        lambda root: write_toc(root, "book/zzz"),
        "_toc.yml: there is no file 'book/zzz'. Expected book/zzz.md or book/zzz.ipynb.",
    ),
    "contents-missing": (
        lambda root: (root / "_toc.yml").unlink(),
        "_toc.yml does not exist. Expected the book's table of contents.",
    ),
    "contents-not-yaml": (
        lambda root: (root / "_toc.yml").write_text("root: ["),
        "_toc.yml, line 1: it cannot be read as YAML. Expected lines like those around it, indented with spaces.",
    ),
    "settings-not-yaml": (
        lambda root: (root / "_config.yml").write_text('author: Us\ntitle: "Ours: a workbook\nexecute: x\n'),
        "_config.yml, line 2: it cannot be read as YAML. Expected a name, a colon and a value, such as title: "
        '"Our name", with a quotation mark at both ends.',
    ),
    "settings-without-a-name": (
        lambda root: (root / "_config.yml").write_text("author: Us\n"),
        '_config.yml has no title. Expected a line such as title: "Our name: what it is".',
    ),
    "notebook-not-in-the-contents": (
        notebook_added(listed=False),
        "notebooks/99_extra.ipynb isn't listed in _toc.yml. Expected a line '- file: notebooks/99_extra' there, "
        "or the same line with a # before it, which leaves the chapter out.",
    ),
    "notebook-damaged": (
        notebook_damaged,
        "notebooks/01_setting_the_scene.ipynb, line 1: the file is damaged, or is not a notebook. "
        "Take the last copy of it that worked.",
    ),
    "notebook-never-run": (
        notebook_never_run,
        "notebooks/99_extra.ipynb, cell 1: saved without being run. Run 'make notebooks'.",
    ),
    "code-not-python": (
        notebook_added("1 +"),
        "notebooks/99_extra.ipynb, cell 2: it isn't valid Python.",
    ),
    "exercise-unused": (
        exercise_unused,
        f"data/exercises.csv, row {len(table('exercises', DATA)) + 2}, column 'id': 'ch07-more' is used in no notebook. "
        "Expected it once.",
    ),
    "exercise-used-twice": (
        notebook_added('slider = joinedup.ContinuumSlider(exercise="ch01-continuum")'),
        "data/exercises.csv, row 5, column 'id': 'ch01-continuum' is used in notebooks/01_setting_the_scene.ipynb, cell 2 "
        "and notebooks/99_extra.ipynb, cell 2. Expected it once.",
    ),
    "exercise-unknown": (
        notebook_added('Reflection("ours-alone", title="Mine")'),
        "notebooks/99_extra.ipynb, cell 2: 'ours-alone' is not in data/exercises.csv. Expected one of: ",
    ),
    "heading-that-carried-a-point-renamed": (
        heading_renamed,
        "data/points.csv, row ",
    ),
    "point-carried-by-nothing": (
        lambda root: [put(root, "points", 2, column, "") for column in carried_by(root, 2)],
        "data/points.csv, row 2, column 'table': nothing carries this point. Expected a row of a table, or a chapter's heading.",
    ),
    "point-in-no-table": (
        lambda root: put_carrier(root, "table", "tirggers"),
        "data/points.csv, row 2, column 'table': there is no table 'tirggers'. Expected the name of one.",
    ),
    "point-in-no-chapter": (
        lambda root: put_carrier(root, "chapter", "00_learnings"),
        "data/points.csv, row 2, column 'chapter': there is no chapter '00_learnings'. Expected the name of one.",
    ),
    "no-macron-in-a-notebook": (
        notebook_added(text="At a school in Otara"),
        "notebooks/99_extra.ipynb, cell 1: 'Otara'. Expected 'Ōtara', with its macron.",
    ),
    "no-macron-on-a-page": (
        page_without_macron,
        "book/more/page.md, line 3: 'MAORI'. Expected 'Māori', with its macron.",
    ),
}


@pytest.mark.parametrize(("change", "expected"), WORKBOOKS.values(), ids=WORKBOOKS.keys())
def test_a_mistake_between_files(
    workbook: Path, change: Callable[[Path], None], expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    change(workbook)
    said = only_mistake(workbook, capsys)
    assert said == expected or (expected.endswith(" ") and said.startswith(expected))


def test_a_row_that_carried_a_point_is_missed_when_it_goes(workbook: Path, capsys: pytest.CaptureFixture[str]) -> None:
    row_changed("triggers", 4, lambda row: [])(workbook)
    assert check(workbook) == 1
    *found, _ = capsys.readouterr().out.splitlines()
    assert found
    assert all("'crisis-or-profile' is not in data/triggers.csv (any more)." in line for line in found)
    assert all("It carried a point from the sources: '" in line for line in found)
    assert all(line.endswith("empty the cells 'table' and 'row' here.") for line in found)


def test_every_section_of_the_sources_has_its_points() -> None:
    sections = {section.split(".")[0].split(" ")[0] for section in table("points", DATA)["section"]}
    assert sections == {*"123456789", "Intro", "Summary", "A1", "A2", "IGPS", "EIP", "SIL", "ANZSOG"}


def test_every_mistake_is_counted(workbook: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(workbook, "factors", 7, "kind", "help")
    put(workbook, "factors", 3, "level", "")
    page_without_macron(workbook)
    assert check(workbook) == 1
    *found, count = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in found] == [
        "data/factors.csv, row 3, column 'level'",
        "data/factors.csv, row 7, column 'kind'",
        "book/more/page.md, line 3",
    ]
    assert count == "3 mistakes."


def test_without_frictionless_the_check_says_what_to_run(
    workbook: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "frictionless", None)
    assert check(workbook) == 1
    said = capsys.readouterr().out
    assert said == (
        'The check needs frictionless. In the workbook\'s folder, run: python -m pip install -e ".[check,lab]"\n'
    )


# --- How widgets and notebooks read the tables


def test_data_is_found_from_a_notebooks_folder_upwards(workbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deeper = workbook / "notebooks" / "drafts"
    (deeper / "data").mkdir(parents=True)  # without a data package it is somebody else's
    monkeypatch.chdir(deeper)
    assert data_folder() == workbook / "data"
    assert data_folder(workbook / "book") == workbook / "data"


def test_no_data_folder_is_a_refusal_that_says_where_to_keep_the_notebook(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "alone").mkdir()
    monkeypatch.chdir(tmp_path / "alone")
    with pytest.raises(
        TableError, match=r"No data folder: looked for data/datapackage\.yaml in alone/ and every folder"
    ):
        table("factors")


def test_a_table_has_numbers_texts_and_words_of_a_list(workbook: Path) -> None:
    put(workbook, "figures", 2, "title", "None")
    figures = table("figures", workbook / "data")
    assert figures.loc[0, "title"] == "None"
    assert figures.loc[figures.id == "sense-making-frame", "number"].tolist() == [""]
    assert table("exercises", workbook / "data")["minutes_alone"].dtype == "int64"
    assert next(iter(table("te_reo", workbook / "data").columns)) == "word"
    factors = table("factors", workbook / "data")
    assert list(factors["level"].cat.categories) == ["person", "group", "organisation", "system"]
    assert factors["level"].cat.ordered
    assert not factors["kind"].cat.ordered


def test_levels_and_stages_stand_in_the_order_of_their_table(workbook: Path) -> None:
    header, *records = read(workbook, "life_cycle_stages")
    write(workbook, "life_cycle_stages", [header, *records[::-1]])  # it is the column `order` that counts
    order = STAGES.split(", ")
    for name, column in (
        ("life_cycle_stages", "id"),
        ("life_cycle_statements", "stage"),
        ("life_cycle_advice", "stage"),
    ):
        words = table(name, workbook / "data")[column].cat
        assert (list(words.categories), words.ordered) == (order, True)
    names = table("continuum", workbook / "data")["name"]
    assert list(names.cat.categories) == [
        "Co-existence",
        "Communication",
        "Co-operation",
        "Co-ordination",
        "Collaboration",
    ]
    assert names.max() == "Collaboration"


UNREADABLE = {
    id: case for id, case in CELLS.items() if not re.search("macron|lost in saving", case[-1]) and case[2] != "chapter"
}


@pytest.mark.parametrize(("name", "row", "column", "value", "expected"), UNREADABLE.values(), ids=UNREADABLE.keys())
def test_a_notebook_is_told_of_a_mistake_in_the_words_of_the_check(
    workbook: Path, name: str, row: int, column: str, value: str, expected: str
) -> None:
    put(workbook, name, row, column, value)
    with pytest.raises(TableError) as refused:
        table(name, workbook / "data")
    assert str(refused.value).startswith(f"data/{name}.csv, row {row}, column '{column}': {expected}")


@pytest.mark.parametrize(
    ("change", "name", "message"),
    [
        pytest.param(
            *(lambda root: None, "factor"),
            r"data/datapackage\.yaml describes no table 'factor'\. Did you mean 'factors'\?",
            id="name",
        ),
        pytest.param(
            lambda root: (root / "data" / "factors.csv").unlink(),
            *("factors", r"data/factors\.csv does not exist\."),
            id="file",
        ),
        pytest.param(
            column_missing,
            "continuum",
            r"data/continuum\.csv, row 1, column 'shares': the column is missing",
            id="column",
        ),
        pytest.param(
            text_changed("datapackage.yaml", "\nresources:\n", "\nresources: all\nothers:\n"),
            *("factors", r"data/datapackage\.yaml cannot be read\."),
            id="package",
        ),
        pytest.param(saved_as("te_reo.csv", "utf-16"), "te_reo", r"data/te_reo\.csv is saved as UTF-16\.", id="utf-16"),
        pytest.param(
            lambda root: (root / "data" / "te_reo.csv").write_text(""),
            *("te_reo", r"data/te_reo\.csv, row 1: the row is blank\. Expected the names"),
            id="empty",
        ),
        pytest.param(
            text_changed("scales.csv", "like-us,partly,2,", 'like-us,partly,2,"'),
            *("scales", r"data/scales\.csv, row 3: a quotation mark is not closed"),
            id="unclosed",
        ),
        pytest.param(
            row_changed("factors", 4, lambda row: [[*row, "and more"]]),
            *("factors", r"data/factors\.csv, row 4: the row has \d+ cells\. Expected \d+, one for each column"),
            id="comma",
        ),
    ],
)
def test_a_table_that_cannot_be_read_is_refused(
    workbook: Path, change: Callable[[Path], None], name: str, message: str
) -> None:
    change(workbook)
    with pytest.raises(TableError, match=message):
        table(name, workbook / "data")


CARDS = [{"id": "a", "text": "One", "note": ""}, {"id": "b", "text": "Two", "note": ""}]


@pytest.mark.parametrize("source", [CARDS, pd.DataFrame(CARDS), iter(CARDS)], ids=["list", "frame", "iterator"])
def test_rows_come_as_asked_for_in_order_and_trimmed(source: object) -> None:
    assert rows(source, ["text", "id", "note?"], label="cards") == [
        {"text": "One", "id": "a", "note": ""},
        {"text": "Two", "id": "b", "note": ""},
    ]
    assert rows([{"id": " a ", "text": 1}], ["id", "text"], label="cards") == [{"id": "a", "text": "1"}]


@pytest.mark.parametrize(
    ("source", "message"),
    [
        pytest.param([], "The cards table has no rows. Expected at least one, with: id, text.", id="no-rows"),
        pytest.param(
            [{"id": "a", "txt": "One"}],
            "The cards table has no column 'text'. It needs: id, text. It has: id, txt.",
            id="missing-column",
        ),
        pytest.param(
            [*CARDS, {"id": "c", "text": " "}],
            "The cards table, item 3 of the list, column 'text': the cell is empty. Expected some text.",
            id="empty-cell",
        ),
        pytest.param(
            pd.DataFrame({"id": ["a", "b"], "text": ["One", None]}),
            "The cards table, row 3 (in the DataFrame, index 1), column 'text': the cell is empty. Expected some text.",
            id="nothing-in-a-frame",
        ),
        pytest.param(
            [*CARDS, CARDS[0]],
            "The cards table, item 3 of the list, column 'id': 'a' is already in item 1 of the list. Use each one only once.",
            id="id-twice",
        ),
        pytest.param(7, "The cards table: cannot make a table of int. Expected a DataFrame", id="not-a-table"),
    ],
)
def test_rows_refuses(source: object, message: str) -> None:
    with pytest.raises(TableError) as refused:
        rows(source, ["id", "text"], label="cards")
    assert str(refused.value).startswith(message)


def test_rows_may_repeat_what_need_not_be_unique() -> None:
    assert len(rows([*CARDS, CARDS[0]], ["id", "text"], label="cards", unique=None)) == 3


def test_rows_names_the_file_of_a_named_table(workbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(workbook, "factors", 3, "work_on", "")
    monkeypatch.chdir(workbook / "notebooks")
    with pytest.raises(TableError, match=r"^data/factors\.csv, row 3, column 'work_on': the cell is empty\."):
        rows("factors", ["id", "work_on"], label="factors")


def test_the_readme_names_every_table_and_what_it_feeds() -> None:
    readme = (DATA / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([a-z_]+)`", readme))
    assert {path.stem for path in DATA.glob("*.csv")} <= named
    rows_of = table("exercises", DATA)
    for row in rows_of[
        rows_of["options"].str.contains("=") & ~rows_of["options"].str.startswith("section")
    ].itertuples():
        line = next(line for line in readme.splitlines() if line.startswith(f"| {row.number} "))
        named = (part.split("=")[1].strip() for part in row.options.split(";"))
        assert all(f"`{name}`" in line for name in named if (DATA / f"{name}.csv").is_file())
