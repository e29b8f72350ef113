"""What `joinedup new` refuses, and that it then leaves everything as it was."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
import yaml
from nbclient.exceptions import CellExecutionError

from authoring.cli import main
from authoring.new import inserting, making, names, pages
from authoring.new.draft import Draft, NewError
from joinedup.content.contents import listed
from tests.helpers.small_workbook import put, read, write


def everything(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.fixture
def here(workbook: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(workbook)
    return workbook


def refused(root: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Return the command; see that nothing changed; give what it said."""
    before = everything(root)
    assert main(["new", *arguments]) == 1
    out, error = capsys.readouterr()
    assert out == ""
    assert everything(root) == before
    assert error.startswith("Nothing was created") and error.count("\n") == 1
    return error.removeprefix("Nothing was created").lstrip("., ").rstrip("\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("chapter", "2026"), "'2026' can't be made into a file name. Use a title that begins with a letter from A to Z, or"),
        (("chapter", "我们"), "'我们' can't be made into a file name."),
        (("check", "Triggers"), "There is already a table 'triggers' in data/. Choose another title, or give --name."),
        (("check", "How we meet", "--chapter", "44"), "There is no chapter '44' in notebooks/. Expected one of: 00_key"),
        (("check", "Factors", "--chapter", "3"), "There is already an exercise 'ch03-factors' in data/exercises.csv."),
        (("translation", "ch02-trigger", "mi"), "There is no exercise 'ch02-trigger' in data/exercises.csv. Did you mean"),
        (("translation", "ch02-triggers", "Māori"), "'Māori' isn't a language code. Expected two or three lower-case"),
    ],
)  # fmt: skip
def test_what_cannot_be_made_is_refused(
    here: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    assert refused(here, capsys, *arguments).startswith(said)


def test_a_file_that_is_there_is_never_written_over(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "data" / "How_We_Meet.CSV").write_text("mine")
    assert refused(here, capsys, "check", "How we meet").startswith("data/how_we_meet.csv already exists")


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("data/exercises.csv", "id;number\n", "data/exercises.csv, row 1: there are semicolons between the cells."),
        ("_toc.yml", "root: book/intro\n", "_toc.yml lists no chapters, so there is nowhere to put a new one."),
        ("_toc.yml", "root: book/intro\nchapters: [\n  - file: notebooks/01_x\n", "_toc.yml has an unexpected layout"),
        ("data/datapackage.yaml", "name: x\n", "data/datapackage.yaml has no line 'resources:'."),
    ],
)
def test_files_that_are_not_in_order_are_left_alone(
    here: Path, capsys: pytest.CaptureFixture[str], name: str, text: str, said: str
) -> None:
    (here / name).write_text(text, encoding="utf-8")
    assert refused(here, capsys, "check", "How we meet").startswith(said)


def test_a_chapter_that_fails_when_it_runs_leaves_nothing_behind(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(path: Path) -> None:
        raise CellExecutionError("", "NameError", "name 'x' is not defined")

    monkeypatch.setattr(making, "execute", fails)
    said = refused(here, capsys, "chapter", "Working with councils")
    assert said == "because a cell in the chapter failed with NameError: name 'x' is not defined"


def test_what_the_check_would_refuse_is_not_made(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "execute", lambda path: None)  # so the chapter is stored without having been run
    assert main(["new", "chapter", "Working with councils"]) == 1
    out, error = capsys.readouterr()
    assert out == "" and "notebooks/14_working_with_councils.ipynb, cell 5: saved without being run." in error
    assert not list(here.rglob("*councils*"))


@pytest.mark.parametrize("stop", [PermissionError(13, "Permission denied"), KeyboardInterrupt()])
def test_a_write_that_fails_half_way_is_taken_back(
    here: Path, monkeypatch: pytest.MonkeyPatch, stop: BaseException
) -> None:
    draft = Draft(here)
    draft.make("data/mi/new.csv", "id\n")
    draft.change("_toc.yml", "changed")
    draft.change("data/labels.csv", "changed")
    before, replace = everything(here), Path.replace

    def fails(self: Path, target: Path) -> Path:
        if Path(target).name == "labels.csv":
            monkeypatch.setattr(Path, "replace", replace)
            raise stop
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fails)
    with pytest.raises(NewError if isinstance(stop, OSError) else KeyboardInterrupt) as raised:
        draft.keep()
    assert everything(here) == before
    assert not (here / "data" / "mi").exists()
    if isinstance(stop, OSError):
        assert "data/labels.csv cannot be written (Permission denied)" in str(raised.value)


def test_comments_order_and_line_ends_stay(here: Path) -> None:
    toc = "# Ours\r\nroot: book/intro\r\nchapters:\r\n  - file: notebooks/01_x  # first\r\n  - file: book/end\r\n"
    (here / "_toc.yml").write_bytes(toc.encode())
    draft = Draft(here)
    inserting.add_to_contents(draft, "14_new")
    changed = draft.changed["_toc.yml"].decode()
    assert changed == toc.replace("# first\r\n", "# first\r\n  - file: notebooks/14_new\r\n")

    before = draft.read("data/datapackage.yaml")
    inserting.add_to_package(draft, "  - name: new\n    path: new.csv\n")
    after = draft.read("data/datapackage.yaml")
    assert after == before.rstrip("\n") + "\n\n  - name: new\n    path: new.csv\n"
    draft.change("data/datapackage.yaml", before + "\n# At the end\nprofile: x\n")
    inserting.add_to_package(draft, "  - name: new\n    path: new.csv\n")
    assert [*yaml.safe_load(draft.read("data/datapackage.yaml"))][-2:] == ["resources", "profile"]
    assert "# At the end" in draft.read("data/datapackage.yaml")


def test_rows_are_put_in_the_order_of_the_columns_that_are_there(here: Path) -> None:
    rows = read(here, "prompts")
    write(here, "prompts", [row[::-1] for row in rows])
    path = here / "data" / "prompts.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().rstrip(b"\n").replace(b"\n", b"\r\n"))
    draft = Draft(here)
    inserting.add_rows(
        draft, "prompts", [{"exercise": "ch01-x", "id": "a", "prompt": "Why, and how?", "source": "ours"}]
    )
    changed = draft.changed["data/prompts.csv"]
    assert changed.startswith(path.read_bytes() + b"\r\n")
    assert changed.endswith(b'ours,,"Why, and how?",a,ch01-x\r\n')


def test_names_and_numbers_are_the_next_free_ones(here: Path) -> None:
    assert names.short_name("Te Tiriti o Waitangi: what’s it to us?") == "te_tiriti_o_waitangi"
    assert names.short_name("Māori", given="Our whānau") == "our_whanau"
    assert names.new_chapter(here, "x") == "14_x"
    assert names.old_chapter(here, "3") == names.old_chapter(here, "notebooks/03_getting_together.ipynb")
    assert names.new_exercise(here, "03_getting_together", "how_we_meet").number == "3.4"


def test_minutes_go_into_sums_that_are_right_and_into_no_others() -> None:
    def chapter(total: int) -> nbformat.NotebookNode:
        head = "- **On your own**: 50 minutes. **In a group**: 60 minutes, once"
        notes = f"**Steps, {total} minutes in all**\n\n| Minutes | Step |\n|---|---|\n| 55 | **A.** |\n| 5 | **Z.** |\n\nAfter"
        return nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell(text) for text in (head, notes)])

    right, wrong = chapter(60), chapter(70)
    assert pages.add_minutes(right, "| 15 | **New.** |", alone=5, group=15)
    assert right.cells[0].source == "- **On your own**: 55 minutes. **In a group**: 75 minutes, once"
    assert right.cells[1].source == (
        "**Steps, 75 minutes in all**\n\n| Minutes | Step |\n|---|---|\n| 55 | **A.** |\n| 15 | **New.** |\n| 5 | **Z.** |\n\nAfter"
    )
    assert not pages.add_minutes(wrong, "| 15 | **New.** |", alone=5, group=15)
    assert wrong == chapter(70) or [cell.source for cell in wrong.cells] == [cell.source for cell in chapter(70).cells]


def test_a_translation_is_added_to_and_never_written_over(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "translation", "ch02-triggers", "mi"]) == 0
    put(here, "mi/prompts", 2, "prompt", "«Theirs»")
    assert main(["new", "translation", "ch02-case", "mi"]) == 0
    header, first, *_ = read(here, "mi/prompts")
    assert header == ["exercise", "id", "prompt", "help"]
    assert first[:3] == ["ch02-case", "case", "«Theirs»"]
    assert (
        first[3]
        == read(here, "prompts")[read(here, "prompts").index(next(r for r in read(here, "prompts") if r[1] == "case"))][
            3
        ]
    )
    capsys.readouterr()
    before = everything(here)
    assert main(["new", "translation", "ch02-case", "mi"]) == 0
    assert capsys.readouterr().out == "data/mi has every row that ch02-case needs. Nothing was changed.\n"
    assert everything(here) == before
    assert "notebooks/02_before_starting" in listed(here)
