"""Refusals that teach: each says what is wrong, where, and what was expected."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

MANY = 60
"""A message does not list more names than this."""


class JoinedUpError(ValueError):
    """Base of every refusal. In a notebook only its message shows, without a traceback."""

    def _render_traceback_(self) -> list[str]:
        return [f"{type(self).__name__}: {self}"]


class ConfigurationError(JoinedUpError):
    """An exercise was asked for in a way that cannot work."""


class TableError(JoinedUpError):
    """A table of content is missing, unreadable or incomplete."""


def suggest(wrong: str, known: Iterable[str]) -> str:
    """Return the end of a message: the nearest known word, if any, and all the known ones.

    Parameters
    ----------
    wrong : str
        What was given.
    known : iterable of str
        What would have been accepted.
    """
    names = list(known)
    small = {name.lower(): name for name in names}  # a spreadsheet makes TRUE of true
    near = difflib.get_close_matches(str(wrong).lower(), small, n=1, cutoff=0.6)
    hint = f" Did you mean '{small[near[0]]}'?" if near else ""
    if len(names) > MANY:
        return f"{hint} Expected one of {len(names)} names, such as '{names[0]}'."
    return f"{hint} Expected one of: {', '.join(names) or '(there are none)'}."
