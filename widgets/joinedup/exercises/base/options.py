"""What an exercise is made with: the options a notebook names, and those in its row of `data/exercises.csv`."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from typing import Any

from ...content.exercise_table import exercise_rows, options
from ...content.tables import Source
from ...errors import ConfigurationError, suggest


def resolve_option(
    cls: type, exercise: str, name: str, given: Source | None, otherwise: Source | None = None
) -> Source:
    """Return what an exercise is made of: what is given, or else what its row says among its options.

    Parameters
    ----------
    cls : type
        The exercise's class, for a message.
    exercise : str
        Its id.
    name : str
        The option, such as "statements".
    given : table or str, optional
        What the notebook says.
    otherwise : table or str, optional
        What to take where neither says anything.

    Raises
    ------
    ConfigurationError
        If there is nothing to take.
    """
    if given is not None:
        return given
    row = exercise_rows().get(exercise)
    found = options(row).get(name, otherwise) if row else otherwise
    if found is None:
        raise ConfigurationError(
            f"{cls.__name__}({exercise!r}): {name}= is missing. "
            "Expected it here, or in the column 'options' of the exercise's row in data/exercises.csv."
        )
    return found


def refuse_unknown(cls: type, unknown: Mapping[str, Any]) -> None:
    """Raise a ConfigurationError that names the options a class takes, if any unknown one was given."""
    for name in unknown:
        known = [p for p in inspect.signature(cls).parameters if p not in ("self", "unknown")]
        raise ConfigurationError(f"{cls.__name__} has no option '{name}'.{suggest(name, known)}")
