"""Checks that an answer fits its exercise, shared by every kind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...errors import ConfigurationError, suggest


def check_ids(what: str, given: Any, known: list[str], where: str) -> None:
    """Raise a ConfigurationError unless a given id is one of the known ones."""
    if given not in known:
        raise ConfigurationError(f"{where}: {what} '{given}' is not in this exercise.{suggest(str(given), known)}")


def check_text(answer: Mapping[str, Any], prompts: list[dict[str, str]], where: str) -> None:
    """Raise a ConfigurationError unless the notes of an answer are texts that belong to a prompt."""
    notes = answer.get("notes", {})
    if not isinstance(notes, Mapping):
        raise ConfigurationError(f"{where}: 'notes' is {type(notes).__name__}. Expected a dictionary of texts.")
    for prompt, text in notes.items():
        check_ids("prompt", prompt, [row["id"] for row in prompts], where)
        if not isinstance(text, str):
            raise ConfigurationError(f"{where}: the note '{prompt}' is {type(text).__name__}. Expected a text.")


def check_keys(answer: Mapping[str, Any], known: list[str], where: str) -> None:
    """Raise a ConfigurationError if an answer has a part that the exercise does not know."""
    for key in answer:
        check_ids("part", key, known, where)
