"""Every kind of exercise, by the name that tables and pages know it by.

This is the one list of kinds. A new kind adds its folder, or a file in a family's folder, and a line here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module

from .base.exercise import Exercise

MODULES = {
    "card-sort": "sorting.card_sort",
    "check": "questionnaire.statement_check",
    "code-a-story": "story.code_a_story",
    "complexity-line": "line.complexity",
    "continuum-slider": "line.continuum",
    "factors-check": "questionnaire.factors",
    "life-cycle-self-check": "questionnaire.life_cycle",
    "priority-matrix": "priorities.priority_matrix",
    "reflection": "writing.reflection",
    "sense-making-sorter": "sorting.sense_making",
}
"""Where each kind is defined, below this folder."""


class Kinds(Mapping[str, type[Exercise]]):
    """The class of each kind, imported when it is first asked for."""

    def __getitem__(self, kind: str) -> type[Exercise]:
        if kind in MODULES:
            import_module(f".{MODULES[kind]}", __package__)
        return Exercise.defined[kind]

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys([*MODULES, *Exercise.defined]))

    def __len__(self) -> int:
        return len(list(iter(self)))


KINDS = Kinds()
