"""Every kind of exercise, by the name that tables and pages know it by.

This is the one list of kinds. A new kind adds its folder, or a file in a family's folder, and a line here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any

CLASSES = {
    "card-sort": "sorting.card_sort.CardSort",
    "check": "questionnaire.statement_check.Check",
    "code-a-story": "story.code_a_story.CodeAStory",
    "complexity-line": "line.complexity.ComplexityLine",
    "continuum-slider": "line.continuum.ContinuumSlider",
    "factors-check": "questionnaire.factors.FactorsCheck",
    "life-cycle-self-check": "questionnaire.life_cycle.LifeCycleSelfCheck",
    "priority-matrix": "priorities.priority_matrix.PriorityMatrix",
    "reflection": "writing.reflection.Reflection",
    "sense-making-sorter": "sorting.sense_making.SenseMakingSorter",
}
"""The class of each kind, below this folder. `from joinedup import …` knows them by their last names."""

_defined: dict[str, type[Any]] = {}


def register(kind: str, cls: type[Any]) -> None:
    """Note a kind's class. Every class with a `kind` does so when it is defined, those of a notebook too."""
    _defined[kind] = cls


def class_named(name: str) -> type[Any] | None:
    """Return the class of this name, such as "CardSort"; None if no kind has it."""
    kinds = {path.rpartition(".")[2]: kind for kind, path in CLASSES.items()}
    return KINDS[kinds[name]] if name in kinds else None


def class_names() -> list[str]:
    """List the names of the classes of all kinds."""
    return [path.rpartition(".")[2] for path in CLASSES.values()]


class Kinds(Mapping[str, type[Any]]):
    """The class of each kind, imported when it is first asked for."""

    def __getitem__(self, kind: str) -> type[Any]:
        if kind in CLASSES and kind not in _defined:
            import_module(f".{CLASSES[kind].rpartition('.')[0]}", __package__)
        return _defined[kind]

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys([*CLASSES, *_defined]))

    def __len__(self) -> int:
        return len(list(iter(self)))


KINDS = Kinds()
