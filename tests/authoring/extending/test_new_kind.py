"""A new kind of exercise, added to a copy as CONTRIBUTING.md says: it touches one place, and then works everywhere.

That the check finds nothing wrong with it, and that it works on a page of the book, is seen in `test_recipes.py`.
"""

from __future__ import annotations

from tests.helpers.changed_workbook import EXERCISE, FOLDER, Theirs
from tests.helpers.javascript import in_javascript

MADE_BY_NEW = {"_toc.yml", "notebooks/17_what_we_do_together.ipynb"}


def test_it_touches_one_folder_one_line_and_the_tables(theirs: Theirs) -> None:
    elsewhere = {path for path in theirs.touched if not path.startswith((FOLDER, "data/"))} - MADE_BY_NEW
    assert elsewhere == {"widgets/joinedup/exercises/registry.py"}
    line = '    "how-often": "how_often.how_often.HowOften",\n'
    text = (theirs.copy.root / elsewhere.pop()).read_text(encoding="utf-8")
    original = text.replace(line, "")
    assert text.count(line) == 1 and "how" not in original.partition("CLASSES = {")[2].partition("}")[0]


def test_a_kernel_makes_it_checks_its_answers_and_reads_them(theirs: Theirs) -> None:
    found = theirs.found
    assert found["public"]
    assert found["reading"]["rarely"] and found["reading"]["dont-know"] == []
    assert "'weekly' is not in this exercise" in found["refused"]
    assert "export default definedHere" in found["esm"]


def test_it_is_in_the_page_and_in_the_script_of_the_book(theirs: Theirs) -> None:
    assert 'data-joinedup="how-often"' in theirs.found["html"]
    assert '"how-often": how_often_kind' in theirs.found["script"]


def test_it_has_sheets_of_paper_that_can_be_entered(theirs: Theirs) -> None:
    found = theirs.found
    labels = [item["label"] for item in found["spec"]["items"]]
    assert all(label in found["paper"][EXERCISE].replace("\\'", "'") for label in labels)
    assert "these rarely happen" in found["paper"][f"{EXERCISE}-afterwards"]
    assert found["keys"] == {"always": "1", "sometimes": "2", "never": "3", "dont-know": "?"}
    assert [row["way"] for row in found["form"]["rows"]] == [["answers", one["id"]] for one in found["spec"]["items"]]


def test_my_workbook_tells_it_in_words_and_in_the_csv(theirs: Theirs) -> None:
    spec, root = theirs.found["spec"], theirs.copy.root
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


def test_a_group_s_answers_are_counted_alike_in_python_and_on_the_page(theirs: Theirs) -> None:
    found = theirs.found
    never = [row for row in found["counts"] if row["choice"] == "Never"]
    assert never and all(row["people"] == "3" for row in never)
    assert "3 say" in found["said"] and "Never" in found["said"]
    assert found["alpha"] is not None
    people = [{"answer": one["answers"][EXERCISE]["answer"], "group": ""} for one in found["people"]]
    pooling = theirs.copy.root / "widgets" / "joinedup" / "cohort" / "pooling.js"
    call = "({ spec, people }) => pooledAnswers(spec, people, [], 5)"
    [pooled] = in_javascript([pooling], call, [{"spec": found["spec"], "people": people}])
    assert all(item["counts"]["never"] == item["counts"]["always"] == 3 for item in pooled["items"])
