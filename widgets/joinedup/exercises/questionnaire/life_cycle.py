"""The life-cycle self-check: every sign of the partnership life cycle, answered in mixed order, read as a profile."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ...content.exercise_table import heading
from ...content.scales import scale
from ...content.tables import Rows, Source, rows
from ...content.words import labelled, sentences
from ...errors import ConfigurationError, suggest
from ..base.options import refuse_unknown
from .engine import Questionnaire, questionnaire_spec
from .profile import KEYS, STAGES, profile

HERE = Path(__file__).parent

STATEMENT_COLUMNS = ["id", "stage", "shown", "statement"]


class LifeCycleSelfCheck(Questionnaire):
    """Which signs of the partnership life cycle ring true of you? (IPS 2008, §7.2.)

    The stages and their signs are the High and Complex Needs unit's. The result is a profile over the five stages, in
    words and a plain picture, with the advice of the stage or stages it finds. There is no total.

    Parameters
    ----------
    exercise : str
        The exercise's id, a row of `data/exercises.csv`.
    statements : table, optional
        The signs: columns id, stage, shown (a whole number, the place in the order on screen), statement.
    stages : table, optional
        The five stages in order: columns id, name, summary, between_next (may be empty). The ids are forming,
        frustration, functioning, flying and failing.
    advice : table, optional
        What to try: columns id, stage, advice.
    readings : table, optional
        The sentences of the result: columns widget, key, text.
    title, instruction, number : str, optional
        Say something else than the table of exercises does.

    Raises
    ------
    ConfigurationError
        For an unknown option, exercise or stage, or a stage without signs.
    TableError
        For a table that is missing, empty or incomplete, by file, row and column.
    """

    kind = "life-cycle-self-check"
    script = HERE / "life_cycle.js"
    styles = (HERE / "questionnaire.css", HERE / "life_cycle.css")
    in_group = HERE / "life_cycle_in_group.js"

    def __init__(
        self,
        exercise: str,
        *,
        statements: Source = "life_cycle_statements",
        stages: Source = "life_cycle_stages",
        advice: Source = "life_cycle_advice",
        readings: Source = "readings",
        title: str | None = None,
        instruction: str | None = None,
        number: str | None = None,
        **unknown: Any,
    ):
        refuse_unknown(type(self), unknown)
        head = heading(exercise, title, instruction, number)
        known = rows(stages, ["id", "name", "summary", "between_next?"], label="stages")
        if tuple(stage["id"] for stage in known) != STAGES:
            raise ConfigurationError(
                f"{type(self).__name__}({exercise!r}): {known.where} has {', '.join(s['id'] for s in known)}. "
                f"Expected, in this order: {', '.join(STAGES)}."
            )
        signs = rows(statements, STATEMENT_COLUMNS, label="statements")
        tips = rows(advice, ["id", "stage", "advice"], label="advice")
        for found in (signs, tips):
            _refuse_unknown_stages(found)
        content = {
            "scale": scale("like-us"),
            "sections": [],
            "stages": known,
            "statements": [
                {"id": s["id"], "stage": s["stage"], "section": "", "statement": s["statement"]}
                for s in _in_shown_order(signs)
            ],
            "advice": tips,
            "readings": sentences(self.kind, list(KEYS), readings),
        }
        super().__init__(exercise, head, content)

    @classmethod
    def answer_spec(cls, exercise: str, statements: str = "life_cycle_statements") -> dict[str, Any]:
        """Return the signs, in the order on screen, and the words of the scale. See `Exercise.answer_spec`."""
        signs = _in_shown_order(rows(statements, STATEMENT_COLUMNS, label="statements"))
        return questionnaire_spec(labelled(signs, "statement"), scale("like-us"))

    @classmethod
    def group_spec(cls) -> dict[str, Any]:
        """Return the stages of the life cycle and the stage that each sign belongs to."""
        signs = rows("life_cycle_statements", ["id", "stage"], label="statements")
        return {
            "stages": rows("life_cycle_stages", ["id", "name"], label="stages"),
            "stage_of": {sign["id"]: sign["stage"] for sign in signs},
        }

    @property
    def reading(self) -> dict[str, Any] | None:
        """The profile over the five stages. See `joinedup.exercises.questionnaire.profile`."""
        return profile(self.config, self.answer)


def _in_shown_order(signs: Rows) -> list[dict[str, str]]:
    for number, sign in enumerate(signs):
        if not sign["shown"].isdigit():
            raise ConfigurationError(
                f"{signs.place(number, 'shown')}: '{sign['shown']}' is not a whole number. "
                "Expected the statement's place in the order on screen, such as 7."
            )
    return sorted(signs, key=lambda sign: int(sign["shown"]))


def _refuse_unknown_stages(found: Rows) -> None:
    for number, row in enumerate(found):
        if row["stage"] not in STAGES:
            raise ConfigurationError(
                f"{found.place(number, 'stage')}: '{row['stage']}' is not a stage.{suggest(row['stage'], STAGES)}"
            )
    for stage in STAGES:
        if stage not in {row["stage"] for row in found}:
            raise ConfigurationError(f"{found.where} has no row for the stage '{stage}'. Expected at least one.")
