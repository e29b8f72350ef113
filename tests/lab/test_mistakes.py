"""A table with a mistake in it, in a real JupyterLab: one line says which row and column to mend, and how."""

from __future__ import annotations

import pytest

from tests.helpers.lab import Person, expect

pytestmark = pytest.mark.lab


def test_a_mistake_in_a_table_is_told_in_one_line(person: Person) -> None:
    path = person.lab.folder / person.name / "data" / "situations.csv"
    rows = path.read_text("utf-8-sig").splitlines()
    rows[4] = (
        rows[4]
        .replace(",knowable,", ",knowabel,", 1)
        .replace(",known,", ",knowabel,", 1)
        .replace(",complex,", ",knowabel,", 1)
    )
    assert rows[4].count(",knowabel,") == 1
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    person.opens("03_getting_together")

    def shows(code: str, *parts: str) -> None:
        error = person.runs(code)
        for part in parts:
            expect(error).to_contain_text(part)
        assert len(error.inner_text().strip().splitlines()) == 1, "one line, and no traceback"

    shows(
        'from joinedup import SenseMakingSorter, table; SenseMakingSorter("ch03-sorter")',
        "data/situations.csv, row 5, column 'seen_as': 'knowabel' is not a domain. Did you mean 'knowable'?",
        "Expected one of: complex, knowable, disorder, chaos, known.",
    )
    shows('table("situations")', "data/situations.csv, row 5, column 'seen_as': 'knowabel'. Expected known, knowable,")
    shows(
        'from joinedup import Check; import pandas as pd; mine = pd.DataFrame({"id": ["a", "b"], "name": ["A", "B"], '
        '"statement": ["We meet.", None], "note": "Meet."}); Check("ch02-triggers", statements=mine)',
        "TableError: The statements table, row 3 (in the DataFrame, index 1), column 'statement': the cell is empty.",
    )
    shows(
        'Check("ch02-triggers", statements=[{"id": "a", "name": "A", "statement": "We meet."}])',
        "TableError: The statements table has no column 'note'. It needs: id, name, statement, note. It has: id, name, statement.",
    )
    path.write_bytes(path.read_text("utf-8").encode("utf-16"))
    shows(
        'SenseMakingSorter("ch03-sorter")',
        "data/situations.csv is saved as UTF-16. Expected UTF-8. In the spreadsheet choose 'Save as' and 'CSV UTF-8'.",
    )
