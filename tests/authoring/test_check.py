"""What `make check` says to somebody who edits tables in a spreadsheet and notebooks in JupyterLab."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest

from authoring.check import exercises
from authoring.check.command import check, mistakes
from authoring.check.palette import WHERE, contrast
from authoring.cli import main
from joinedup.content import commands
from tests.helpers.book import ROOT
from tests.helpers.small_workbook import only_mistake, put, read, write, write_toc

CHAPTER = "02_before_starting"
PROGRESS = 35
"""The row of the words for how much is answered, in the labels of the exercise that waits for its translator."""
TOC, SCENE = "notebooks/02_before_starting", "notebooks/01_setting_the_scene"


def cell_of(root: Path, chapter: str, code: str) -> tuple[Path, nbformat.NotebookNode, int]:
    path = root / "notebooks" / f"{chapter}.ipynb"
    notebook = nbformat.read(path, as_version=4)
    number = next(number for number, cell in enumerate(notebook.cells) if code in cell.source)
    return path, notebook, number


def code_changed(chapter: str, old: str, new: str) -> Callable[[Path], None]:
    def apply(root: Path) -> None:
        path, notebook, number = cell_of(root, chapter, old)
        notebook.cells[number].source = notebook.cells[number].source.replace(old, new)
        nbformat.write(notebook, path)

    return apply


def in_row(name: str, row: int, column: str, value: str) -> Callable[[Path], None]:
    return lambda root: put(root, name, row, column, value)


def rows_after(name: str, *rows: list[str]) -> Callable[[Path], None]:
    return lambda root: write(root, name, [*read(root, name), *rows])


def curly(root: Path) -> None:
    path = root / "data" / "scales.csv"
    path.write_text(path.read_text("utf-8") + "like-us,more,5,“Like us, and more”\n", encoding="utf-8")


def garbled(root: Path) -> None:
    path = root / "data" / "te_reo.csv"
    path.write_text(path.read_text("utf-8-sig").replace("hapū,", "hapÅ«,"), encoding="utf-8")


def two_versions(root: Path) -> None:
    path = root / "notebooks" / f"{CHAPTER}.ipynb"
    path.write_text("<<<<<<< mine\n" + path.read_text("utf-8"), encoding="utf-8")


def twice_in_the_contents(root: Path) -> None:
    write_toc(root, TOC)


def renamed_in_the_contents(root: Path) -> None:
    path = root / "_toc.yml"
    path.write_text(path.read_text("utf-8").replace(TOC, "notebooks/02_before_we_start"), encoding="utf-8")


OPTIONS = "data/exercises.csv, row 10, column 'options'"
MISTAKES = {
    "true-made-large": (
        in_row("scales", 6, "id", "TRUE"),
        "data/scales.csv, row 6, column 'id': 'TRUE'. Did you mean 'true'? Expected one of: ",
    ),
    "a-formula-where-a-text-was": (
        in_row("situations", 2, "text", "#NAME?"),
        "data/situations.csv, row 2, column 'text': '#NAME?' is what a spreadsheet writes when it mistakes a text for a formula. ",
    ),
    "a-number-cut-short": (
        in_row("exercises", 3, "number", "1.1"),
        "data/exercises.csv, row 5, column 'number': '1.1' is already in row 3. Use each one only once.",
    ),
    "opened-as-something-else-than-utf-8": (
        garbled,
        "data/te_reo.csv, row 5, column 'word': 'hapÅ«'. Expected 'hapū'. The spreadsheet didn't read the file as UTF-8. ",
    ),
    "curly-quotation-marks": (
        curly,
        "data/scales.csv, row 16: the row has 5 cells. Expected 4, one for each column. If there is a comma in a text, put "
        'the whole text between quotation marks (", and not curly ones).',
    ),
    "empty-rows-at-the-end": (
        rows_after("scales", *[[""] * 4] * 40),
        "data/scales.csv, row 16 to row 55: the rows are blank. Expected something in them, or no rows: delete them in the "
        "spreadsheet.",
    ),
    "another-kind-in-the-notebook": (
        code_changed(CHAPTER, 'Check("ch02-triggers"', 'Reflection("ch02-triggers"'),
        "data/exercises.csv, row 10, column 'widget': 'check'. Expected 'reflection', as in "
        "notebooks/02_before_starting.ipynb, cell 4: Reflection('ch02-triggers').",
    ),
    "another-table-in-the-notebook": (
        code_changed(CHAPTER, '"ch02-triggers"', '"ch02-triggers", statements="roles"'),
        "notebooks/02_before_starting.ipynb, cell 4: Check('ch02-triggers', statements='roles'), but "
        f"{OPTIONS} says statements=triggers. Expected the same in both, or no statements= in the notebook, "
        "which then follows the table.",
    ),
    "a-table-that-is-no-file": (
        code_changed(CHAPTER, '"ch02-triggers"', '"ch02-triggers", statements=mine'),
        "notebooks/02_before_starting.ipynb, cell 4: Check('ch02-triggers', statements=mine), but ",
    ),
    "an-option-of-nothing": (
        in_row("exercises", 10, "options", "statement=triggers"),
        f"{OPTIONS}: 'statement' isn't an option of check. Did you mean 'statements'? ",
    ),
    "an-option-that-names-no-table": (
        in_row("exercises", 10, "options", "statements=trigers"),
        "Exercise 2.3 (ch02-triggers) cannot be shown. data/trigers.csv does not exist. Did you mean 'triggers'? ",
    ),
    "an-exercise-without-its-questions": (
        lambda root: write(root, "prompts", [row for row in read(root, "prompts") if row[0] != "ch03-membership"]),
        "Exercise 3.2 (ch03-membership) cannot be shown. Reflection('ch03-membership'): data/prompts.csv has no row for this ",
    ),
    "a-place-that-is-gone": (
        lambda root: write(root, "barrier_kinds", [row for row in read(root, "barrier_kinds") if row[0] != "both"]),
        "Exercise 8.1 (ch08-barriers) cannot be shown. data/barriers.csv, row ",
    ),
    "two-versions-of-a-notebook": (
        two_versions,
        "notebooks/02_before_starting.ipynb, line 1: the file is damaged, or is not a notebook. Two versions of it are "
        "mixed there. Take the last copy of it that worked.",
    ),
    "twice-in-the-contents": (
        twice_in_the_contents,
        "_toc.yml: 'notebooks/02_before_starting' is listed twice. List each file once.",
    ),
    "no-first-page": (
        lambda root: (root / "_toc.yml").write_text("chapters: []\n"),
        "_toc.yml doesn't name a first page. Expected a line 'root: book/intro'.",
    ),
    "a-language-without-words": (
        code_changed(CHAPTER, '"ch02-triggers"', '"ch02-triggers", lang="mi"'),
        "notebooks/02_before_starting.ipynb, cell 4: data/mi does not exist. Expected the words of 'mi'. To begin: "
        ".venv/bin/joinedup new translation ch02-triggers mi",
    ),
}


@pytest.mark.parametrize(("change", "expected"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_named_with_its_place_and_what_was_expected(
    workbook: Path,
    change: Callable[[Path], None],
    expected: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    change(workbook)
    said = only_mistake(workbook, capsys)
    assert said == expected or (expected.endswith(" ") and said.startswith(expected)), said


def test_a_file_under_another_name_is_looked_for_on_both_sides(
    workbook: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    renamed_in_the_contents(workbook)
    assert check(workbook) == 1
    missing, unlisted, _ = capsys.readouterr().out.splitlines()
    assert missing == (
        "_toc.yml: there is no file 'notebooks/02_before_we_start'. Did you mean 'notebooks/02_before_starting'? "
        "Expected notebooks/02_before_we_start.md or notebooks/02_before_we_start.ipynb. "
        "To leave a chapter out, put a # before its line."
    )
    assert unlisted.startswith("notebooks/02_before_starting.ipynb isn't listed in _toc.yml.")


def test_of_one_file_only_the_first_mistakes_are_told(
    workbook: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    header, *rows = read(workbook, "factors")
    write(workbook, "factors", [header, *([*row, "more"] for row in rows)])
    assert check(workbook) == 1
    *told, rest, count = capsys.readouterr().out.splitlines()
    assert len(told) == 12
    assert rest == f"data/factors.csv: it has {len(rows) - 12} more problems. Fix these first."
    assert count == f"{len(rows)} mistakes."


# --- What is no mistake, and worth knowing


def test_a_chapter_left_out_is_no_mistake_and_what_speaks_of_it_is_told(
    workbook: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = workbook / "_toc.yml"
    path.write_text(path.read_text("utf-8").replace(f"- file: {SCENE}", f"# - file: {SCENE}"), encoding="utf-8")
    (workbook / "book" / "intro.md").write_text(f"# Kia ora\n\nBegin [here](../{SCENE}.ipynb).\n", encoding="utf-8")
    assert check(workbook) == 0
    said = capsys.readouterr().out.splitlines()
    assert (
        said[0]
        == "Note: The chapter 01_setting_the_scene is left out of the book: its line in _toc.yml begins with a #."
    )
    assert (
        "Note: book/intro.md, line 3: a link to a chapter that is left out, which the book shows as plain words."
        in said
    )
    told = next(line for line in said if line.startswith("Note: data/readings.csv, rows "))
    assert told.endswith(": Exercise 1.1 is mentioned, which is left out.")
    assert said[-1].startswith("All in order: ")


def test_words_that_no_notebook_shows_yet_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for part in ("data", "notebooks"):
        shutil.copytree(ROOT / part, tmp_path / part)
    assert list(exercises.notes(tmp_path)) == []
    put(tmp_path, "triggers", 3, "statement", "We can’t do it alone.")
    monkeypatch.chdir(ROOT)  # it is the given folder that counts
    assert list(exercises.notes(tmp_path)) == [
        "notebooks/02_before_starting.ipynb shows older words in 2.3. Run 'make notebooks'."
    ]


# --- Translations


@pytest.fixture
def in_maori(workbook: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """A workbook in which an exercise waits for its translator."""
    monkeypatch.chdir(workbook)
    assert main(["new", "translation", "ch02-triggers", "mi"]) == 0
    code_changed(CHAPTER, '"ch02-triggers"', '"ch02-triggers", lang="mi"')(workbook)
    capsys.readouterr()
    return workbook


def test_a_translation_that_nobody_has_made_is_no_mistake_and_is_told(
    in_maori: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(in_maori) == 0
    said = capsys.readouterr().out
    assert "Note: data/mi/triggers.csv still has the words of the original in row 2 to 8.\n" in said
    put(in_maori, "mi/triggers", 4, "name", "«x»")
    put(in_maori, "mi/triggers", 4, "statement", "«x»")
    put(in_maori, "mi/triggers", 4, "note", "«x»")
    assert check(in_maori) == 0
    assert "in row 2 to 3 and 5 to 8.\n" in capsys.readouterr().out


TRANSLATIONS = {
    "a-table-of-nothing": (
        lambda root: (root / "data" / "mi" / "trigger.csv").write_text("id\nx\n"),
        "data/mi/trigger.csv doesn't translate any table in data/. Did you mean 'triggers'? ",
    ),
    "a-row-of-nothing": (
        in_row("mi/triggers", 3, "id", "cannot-alone"),
        "data/mi/triggers.csv, row 3, column 'id': 'cannot-alone' is not in the column 'id' of data/triggers.csv. ",
    ),
    "an-empty-cell": (
        in_row("mi/triggers", 3, "name", ""),
        "data/mi/triggers.csv, row 3, column 'name': the cell is empty. Expected the words for 'We can’t alone'",
    ),
    "a-blank-that-is-filled-in-later": (
        in_row("mi/labels", PROGRESS, "text", "all of {done}"),
        f"data/mi/labels.csv, row {PROGRESS}, column 'text': 'all of {{done}}' Expected {{done}}, {{all}}, as in the original: ",
    ),
    "a-column-without-words": (
        lambda root: write(root, "mi/scales", [[*row, row[2] if number else "order"] for number, row in enumerate(read(root, "mi/scales"))]),
        "data/mi/scales.csv, row 1, column 'order': it has nothing to translate. Expected it only in data/scales.csv.",
    ),
    "in-another-encoding": (
        lambda root: (root / "data" / "mi" / "readings.csv").write_bytes((root / "data" / "mi" / "readings.csv").read_text("utf-8-sig").encode("cp1252")),
        "data/mi/readings.csv, row 2, column 'text': 'You haven’t answered any of t…'",
    ),
    "a-row-twice": (
        lambda root: write(root, "mi/triggers", [*read(root, "mi/triggers"), read(root, "mi/triggers")[2]]),
        "data/mi/triggers.csv, row 9, column 'id': the same row is already in row 3. Use each one only once.",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("change", "expected"), TRANSLATIONS.values(), ids=TRANSLATIONS.keys())
def test_a_mistake_in_a_translation(
    in_maori: Path, change: Callable[[Path], None], expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    change(in_maori)
    assert check(in_maori) == 1
    assert capsys.readouterr().out.startswith(expected)


def test_words_that_a_translation_lacks_are_counted(in_maori: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(in_maori, "mi/triggers", read(in_maori, "mi/triggers")[:-2])
    (said,) = mistakes(in_maori)
    assert said.startswith("data/mi/triggers.csv has no row 'serendipity', nor 1 more that ch02-triggers shows.")
    assert said.endswith("To add them: .venv/bin/joinedup new translation ch02-triggers mi")


def test_one_page_cannot_hold_an_exercise_in_two_languages(in_maori: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code_changed(
        CHAPTER, 'Check("ch02-triggers", lang="mi")', 'Check("ch02-triggers")\nCheck("ch02-triggers", lang="mi")'
    )(in_maori)
    assert only_mistake(in_maori, capsys) == (
        "notebooks/02_before_starting.ipynb shows 'ch02-triggers' in two languages. Expected one of them in another notebook."
    )


# --- Colours


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("--ju-accent: light-dark(#0b5c63,", "--ju-accent: light-dark(#f0c040,", "line 11, --ju-accent: in light, #f0c040 on #fffdf8 (--ju-paper) has a contrast of 1.6"),
        ("--ju-ink: light-dark(#1f2328, #e8e6e1)", "--ju-ink: black", "--ju-ink, line 5: it cannot be read as colours. Expected two"),
        ("  --ju-line: light-dark(#85827a, #8a8d92);\n", "", "--ju-line: it is missing. Expected two"),
    ],
)  # fmt: skip
def test_colours_that_cannot_be_told_apart(workbook: Path, old: str, new: str, expected: str) -> None:
    text = (ROOT / WHERE).read_text("utf-8")
    assert text.count(old) == 1
    path = workbook / WHERE
    path.parent.mkdir(parents=True)
    path.write_text(text.replace(old, new), encoding="utf-8")
    said = next(mistakes(workbook))
    assert said.startswith(WHERE) and expected in said, said


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


# --- Whatever happens


def test_commands_are_those_of_the_machine() -> None:
    assert commands.command("notebooks", "posix") == "make notebooks"
    assert commands.command("notebooks", "nt").endswith(r"Scripts\joinedup execute")


def damaged(path: Path, rng: random.Random) -> bytes:
    """Return a file as an accident leaves it: cut, doubled, with a strange byte, or saved as something else."""
    data = path.read_bytes()
    place = rng.randrange(len(data))
    if path.suffix == ".ipynb" and rng.random() < 0.6:
        notebook = json.loads(data)
        inner = rng.choice([notebook, notebook["cells"], *notebook["cells"]])
        key = rng.choice(list(inner)) if isinstance(inner, dict) else rng.randrange(len(inner))
        inner[key] = rng.choice([None, 1, "x", [], {}])
        return json.dumps(notebook).encode()
    return rng.choice(
        [
            data[:place],
            data[:place] + data[place + 30 :],
            data[:place] + bytes(rng.randrange(256) for _ in range(3)) + data[place:],
            data[:place] + rng.choice([b'"', b",", b"\n", b"\r", b";", b"\t", b": ", b"["]) + data[place:],
            data.decode("utf-8-sig").encode(rng.choice(["utf-16", "mac-roman", "cp1252"]), errors="replace"),
            b"",
        ]
    )


@pytest.mark.parametrize("seed", range(12))
def test_no_damage_brings_a_traceback(workbook: Path, seed: int) -> None:
    rng = random.Random(seed)
    files = [
        *sorted((workbook / "data").glob("*.*")),
        *sorted((workbook / "notebooks").glob("*.ipynb")),
        workbook / "_toc.yml",
    ]
    path = rng.choice([rng.choice(files), workbook / "_toc.yml", workbook / "data" / "datapackage.yaml"])
    path.write_bytes(damaged(path, rng))
    for said in mistakes(workbook):
        assert "\n" not in said and len(said) < 1500
