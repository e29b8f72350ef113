"""Every sheet of the workbook, in the packs that are printed in one go."""

from __future__ import annotations

from joinedup.content.exercise_table import exercise_rows, options
from joinedup.errors import ConfigurationError, suggest
from joinedup.exercises.base.exercise import Exercise
from joinedup.exercises.registry import KINDS

from .drawing.sheet import AFTER, EACH, TABLE, Pack
from .families import sheets_of


def exercises() -> list[Exercise]:
    """Make every exercise of `data/exercises.csv`, as its row says."""
    found = []
    for name, row in exercise_rows().items():
        if row["widget"] not in KINDS:
            raise ConfigurationError(
                f"data/exercises.csv, exercise '{name}', column 'widget': '{row['widget']}'."
                f"{suggest(row['widget'], KINDS)}"
            )
        found.append(KINDS[row["widget"]](name, **options(row)))
    return found


def packs() -> list[Pack]:
    """Return the packs of every chapter, in the order of the book.

    For each chapter there is what each person gets, what each table gets, and what the facilitator keeps until
    everybody has answered; a pack without sheets is left out.

    Raises
    ------
    ConfigurationError
        If an exercise cannot be made of its row.
    TableError
        For a table that is missing, empty or incomplete, by file, row and column.
    """
    rows = exercise_rows()
    found: dict[tuple[str, str], Pack] = {}
    for exercise in exercises():
        chapter = rows[exercise.config["exercise"]]["chapter"]
        own = sheets_of(exercise)
        for audience, sheets in ((EACH, [own.answer()]), (TABLE, own.table()), (AFTER, own.afterwards())):
            found.setdefault((chapter, audience), Pack(chapter, audience)).sheets.extend(sheets)
    return [pack for pack in found.values() if pack.sheets]
