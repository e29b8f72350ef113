"""A new kind of exercise, added to a copy as CONTRIBUTING.md says: it touches one place, and then works everywhere."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.helpers.copied_workbook import NEW_KIND, Copy, guide
from tests.helpers.javascript import in_javascript

EXERCISE = "ch14-what-we-do-together"
FOLDER = "widgets/joinedup/exercises/how_often/"
MADE_BY_NEW = {"_toc.yml", "notebooks/14_what_we_do_together.ipynb"}
IN_PYTHON = """
import json, os, sys
os.chdir("notebooks")
import joinedup
from joinedup import HowOften, workbook
from joinedup.content.exercise_table import exercise_spec
from joinedup.exercises.registry import KINDS
from joinedup_book.exercises import book_scripts
from joinedup_book.paper import form, keys, packs

name = sys.argv[1]
made = HowOften(name)
spec = exercise_spec(name, KINDS)
items = [item["id"] for item in spec["items"]]
made.answer = {"answers": {item: "never" for item in items}, "shown": True}
reading = made.reading
try:
    made.answer = {"answers": {items[0]: "weekly"}}
except joinedup.ConfigurationError as error:
    refused = str(error)
sheets = {sheet.id: sheet for pack in packs() for sheet in pack.sheets}
paper = {what: repr(sheets[what].pages) for what in (name, f"{name}-afterwards")}
people = []
for place in range(6):
    answer = {"answers": {item: "never" if place % 2 else "always" for item in items}, "shown": True}
    people.append({**workbook.empty(), "answers": {name: {"widget": "how-often", "saved": "2026-03-18T09:00:00Z",
                                                          "answer": answer}}})
folder = __import__("pathlib").Path(sys.argv[2])
for place, one in enumerate(people):
    one["who"] = {"label": f"p{place}", "team": "", "role": ""}
    (folder / f"{place}.json").write_text(workbook.to_text(one), encoding="utf-8")
group = joinedup.cohort.load(folder)
counts = group.counts(name)
print(json.dumps({
    "reading": reading, "refused": refused, "html": made.static_html(), "paper": paper, "form": form(made),
    "keys": keys(made), "spec": spec, "script": "".join(book_scripts(dict(KINDS), {"exercises": [], "words": {}}, []).values()),
    "esm": HowOften._esm, "counts": counts.astype(str).to_dict("records"), "alpha": group.agreement(name),
    "said": repr(group.conversations(name)), "public": "HowOften" in joinedup.__all__, "people": people,
}))
"""


@dataclass
class Added:
    copy: Copy
    touched: set[str]
    found: dict


def contents(root: Path) -> dict[str, bytes]:
    found = (path for path in root.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


@pytest.fixture(scope="module")
def added(tmp_path_factory: pytest.TempPathFactory) -> Added:
    copy = Copy(tmp_path_factory.mktemp("new-kind") / "workbook")
    before = contents(copy.root)
    copy.follow_text(guide(NEW_KIND))
    after = contents(copy.root)
    touched = {path for path in {*before, *after} if before.get(path) != after.get(path)}
    done = copy.run(sys.executable, "-c", IN_PYTHON, EXERCISE, str(tmp_path_factory.mktemp("group")))
    assert done.returncode == 0, done.stderr
    return Added(copy, touched, json.loads(done.stdout.splitlines()[-1]))


def test_it_touches_one_folder_one_line_and_the_tables(added: Added) -> None:
    elsewhere = {path for path in added.touched if not path.startswith((FOLDER, "data/"))} - MADE_BY_NEW
    assert elsewhere == {"widgets/joinedup/exercises/registry.py"}
    line = '    "how-often": "how_often.how_often.HowOften",\n'
    text = (added.copy.root / elsewhere.pop()).read_text(encoding="utf-8")
    original = text.replace(line, "")
    assert text.count(line) == 1 and "how" not in original.partition("CLASSES = {")[2].partition("}")[0]


def test_a_kernel_makes_it_checks_its_answers_and_reads_them(added: Added) -> None:
    found = added.found
    assert found["public"]
    assert found["reading"]["rarely"] and found["reading"]["dont-know"] == []
    assert "'weekly' is not in this exercise" in found["refused"]
    assert "export default definedHere" in found["esm"]


def test_it_is_in_the_page_and_in_the_script_of_the_book(added: Added) -> None:
    assert 'data-joinedup="how-often"' in added.found["html"]
    assert '"how-often": how_often_kind' in added.found["script"]


def test_it_has_sheets_of_paper_that_can_be_entered(added: Added) -> None:
    found = added.found
    labels = [item["label"] for item in found["spec"]["items"]]
    assert all(label in found["paper"][EXERCISE].replace("\\'", "'") for label in labels)
    assert "these rarely happen" in found["paper"][f"{EXERCISE}-afterwards"]
    assert found["keys"] == {"always": "1", "sometimes": "2", "never": "3", "dont-know": "?"}
    assert [row["way"] for row in found["form"]["rows"]] == [["answers", one["id"]] for one in found["spec"]["items"]]


def test_my_workbook_tells_it_in_words_and_in_the_csv(added: Added) -> None:
    spec, root = added.found["spec"], added.copy.root
    answer = {"answers": {item["id"]: "never" for item in spec["items"]}, "shown": True}
    saved = {"widget": "how-often", "saved": "2026-03-18T09:00:00Z", "answer": answer}
    words = {f"csv-{name}": name for name in ("number", "title", "asked", "answered", "saved")} | {"chosen": ""}
    value = {"book": {"exercises": [spec], "words": words}, "workbook": {"answers": {EXERCISE: saved}}}
    pages = root / "book" / "_ext" / "joinedup_book" / "pages" / "my_workbook"
    call = "({ book, workbook }) => [answerSummary(book, Object.keys(workbook.answers)[0], "
    call += "Object.values(workbook.answers)[0].answer), csvText(book, workbook)]"
    [[summary, csv]] = in_javascript([pages / "answer_summary.js", pages / "csv_and_markdown.js"], call, [value])
    labels = [item["label"] for item in spec["items"]]
    assert summary["choices"] == [{"label": label, "text": "Never"} for label in labels]
    assert summary["other"] == 0
    assert csv.count('"Never"') == len(labels)


def test_a_group_s_answers_are_counted_alike_in_python_and_on_the_page(added: Added) -> None:
    found = added.found
    never = [row for row in found["counts"] if row["choice"] == "Never"]
    assert never and all(row["people"] == "3" for row in never)
    assert "3 say" in found["said"] and "Never" in found["said"]
    assert found["alpha"] is not None
    people = [{"answer": one["answers"][EXERCISE]["answer"], "group": ""} for one in found["people"]]
    pooling = added.copy.root / "widgets" / "joinedup" / "cohort" / "pooling.js"
    call = "({ spec, people }) => pooledAnswers(spec, people, [], 5)"
    [pooled] = in_javascript([pooling], call, [{"spec": found["spec"], "people": people}])
    assert all(item["counts"]["never"] == item["counts"]["always"] == 3 for item in pooled["items"])


def test_the_check_finds_nothing_wrong_once_its_notebook_is_run(added: Added) -> None:
    added.copy.run_notebooks()
    done = added.copy.command("check")
    assert done.returncode == 0, done.stdout
    for rule in (("check",), ("format", "--check")):
        done = subprocess.run(
            [sys.executable, "-m", "ruff", *rule, "--quiet", FOLDER, "widgets/joinedup/exercises/registry.py"],
            cwd=added.copy.root, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout
