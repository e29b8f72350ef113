"""The factors check: what helps and what gets in the way, and which two to work on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ...content.exercise_table import heading
from ...content.scales import scale
from ...content.tables import Source, rows
from ...content.words import labelled, labels, sentences
from ...errors import ConfigurationError, suggest
from ..base.options import refuse_unknown, resolve_option
from .engine import Questionnaire, questionnaire_spec
from .work_on import KEYS, LEVELS, work_on

HERE = Path(__file__).parent

FACTOR_COLUMNS = ["id", "section", "kind", "level", "statement", "work_on"]
KINDS = ("enabler", "impediment")
FINDING = "not-significant"
"""A row of this kind is a finding to read, and nothing to answer."""


class FactorsCheck(Questionnaire):
    """What seems to work, and is it true of us? (IPS 2008, "What seems to work" of each section.)

    The result sorts the answers into what already holds, what could be worked on and what nobody knows, says in whose
    power each lies, and asks for two to begin with. There is no total.

    Parameters
    ----------
    exercise : str
        The exercise's id, a row of `data/exercises.csv`.
    factors : table, optional
        The statements: columns id, section, kind (enabler or impediment; a row of the kind not-significant is left
        out), level (person, group, organisation or system), statement, work_on.
    section : str, optional
        Take only the factors of this section of the document, such as "3"; "" for all of them. Both are as the
        exercise's row says unless given.
    readings : table, optional
        The sentences of the result: columns widget, key, text.
    title, instruction, number : str, optional
        Say something else than the table of exercises does.

    Raises
    ------
    ConfigurationError
        For an unknown option, exercise, section, kind or level.
    TableError
        For a table that is missing, empty or incomplete, by file, row and column.
    """

    kind = "factors-check"
    script = HERE / "factors.js"
    styles = (HERE / "questionnaire.css",)

    def __init__(
        self,
        exercise: str,
        *,
        factors: Source | None = None,
        section: str | None = None,
        readings: Source = "readings",
        title: str | None = None,
        instruction: str | None = None,
        number: str | None = None,
        **unknown: Any,
    ):
        refuse_unknown(type(self), unknown)
        head = heading(exercise, title, instruction, number)
        every = rows(
            resolve_option(type(self), exercise, "factors", factors, "factors"), FACTOR_COLUMNS, label="factors"
        )
        section = resolve_option(type(self), exercise, "section", section, "")
        for number, row in enumerate(every):
            for column, known in (("kind", (*KINDS, FINDING)), ("level", LEVELS)):
                if row[column] not in known:
                    place = every.place(number, column)
                    raise ConfigurationError(f"{place}: '{row[column]}'.{suggest(row[column], known)}")
        taken = _taken(every, str(section))
        if not taken:
            known_sections = list(dict.fromkeys(row["section"] for row in every))
            raise ConfigurationError(
                f"There are no factors of section '{section}'.{suggest(str(section), known_sections)}"
            )
        words = labels(self.kind, exercise)
        content = {
            "scale": scale("true-of-us"),
            "sections": [{"id": kind, "name": words[kind]} for kind in KINDS if kind in {row["kind"] for row in taken}],
            "statements": [
                {
                    "id": row["id"],
                    "section": row["kind"],
                    "kind": row["kind"],
                    "level": row["level"],
                    "statement": row["statement"],
                    "work_on": row["work_on"],
                }
                for row in taken
            ],
            "readings": sentences(self.kind, list(KEYS), readings),
        }
        super().__init__(exercise, head, content)

    @classmethod
    def answer_spec(cls, exercise: str, factors: str = "factors", section: str = "") -> dict[str, Any]:
        """Return the statements and the words of the scale. See `Exercise.answer_spec`."""
        taken = _taken(rows(factors, FACTOR_COLUMNS, label="factors"), section)
        return questionnaire_spec(labelled(taken, "statement"), scale("true-of-us"))

    @property
    def reading(self) -> dict[str, Any] | None:
        """What holds, what to work on, what to find out. See `joinedup.exercises.questionnaire.work_on`."""
        return work_on(self.config, self.answer)


def _taken(every: list[dict[str, str]], section: str) -> list[dict[str, str]]:
    """Return the factors to answer, those that help first."""
    taken = [row for row in every if row["kind"] in KINDS and section in ("", row["section"])]
    return sorted(taken, key=lambda row: KINDS.index(row["kind"]))
