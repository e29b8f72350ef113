"""A check: statements about us, sorted by what we answered, each with something to ask or to do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ...content.exercise_table import heading
from ...content.scales import scale
from ...content.tables import Source, rows
from ...content.words import labelled, sentences
from ...errors import ConfigurationError, suggest
from ..base.options import refuse_unknown, resolve_option
from .by_word import KEYS, by_word
from .engine import Questionnaire, questionnaire_spec

HERE = Path(__file__).parent

SCALE = "true-of-us"


class Check(Questionnaire):
    """Is it true of us? Any list of statements, with a note for each that is not true, or not yet.

    Parameters
    ----------
    exercise : str
        The exercise's id, a row of `data/exercises.csv`.
    statements : table, optional
        The statements in order: columns id, name (a few words), statement, note. These, `groups` and `group_by` are as
        the exercise's row says unless given.
    groups : table, optional
        Headings to put the statements under: columns id, name. The statements then have a column `group_by`.
    group_by : str, optional
        The column of the statements that holds a group's id.
    readings : table, optional
        The sentences of the result: columns widget, key, text. Rows whose `widget` is this exercise's id come first.
    title, instruction, number : str, optional
        Say something else than the table of exercises does.

    Raises
    ------
    ConfigurationError
        For an unknown option, exercise or group.
    TableError
        For a table that is missing, empty or incomplete, by file, row and column.

    Examples
    --------
    >>> check = Check("ch02-triggers", statements="triggers")
    """

    kind = "check"
    script = HERE / "statement_check.js"
    styles = (HERE / "questionnaire.css",)

    def __init__(
        self,
        exercise: str,
        *,
        statements: Source | None = None,
        groups: Source | None = None,
        group_by: str | None = None,
        readings: Source = "readings",
        title: str | None = None,
        instruction: str | None = None,
        number: str | None = None,
        **unknown: Any,
    ):
        refuse_unknown(type(self), unknown)
        head = heading(exercise, title, instruction, number)
        groups = resolve_option(type(self), exercise, "groups", groups, "")
        named = [] if isinstance(groups, str) and not groups else rows(groups, ["id", "name"], label="groups")
        group_by = str(resolve_option(type(self), exercise, "group_by", group_by)) if named else ""
        columns = ["id", "name", "statement", "note", *([group_by] if named else [])]
        found = rows(resolve_option(type(self), exercise, "statements", statements), columns, label="statements")
        known = [group["id"] for group in named]
        for number, row in enumerate(found):
            if named and row[group_by] not in known:
                place = found.place(number, group_by)
                raise ConfigurationError(f"{place}: '{row[group_by]}' is not a group.{suggest(row[group_by], known)}")
        content = {
            "scale": scale(SCALE),
            "sections": [{"id": group["id"], "name": group["name"]} for group in named],
            "statements": [
                {key: row[key] for key in ("id", "name", "statement", "note")}
                | {"section": row[group_by] if named else ""}
                for row in found
            ],
            "readings": sentences(self.kind, list(KEYS), readings, exercise),
        }
        super().__init__(exercise, head, content)

    @classmethod
    def answer_spec(cls, exercise: str, statements: str, groups: str = "", group_by: str = "") -> dict[str, Any]:
        """Return the statements and the words of the scale. See `Exercise.answer_spec`."""
        found = rows(statements, ["id", "statement"], label="statements")
        return questionnaire_spec(labelled(found, "statement"), scale(SCALE))

    @property
    def reading(self) -> dict[str, Any] | None:
        """The statements by what was answered. See `joinedup.exercises.questionnaire.by_word`."""
        return by_word(self.config, self.answer)
