"""Exercises for working across agency lines: three faces each, in JupyterLab, in the published book and on paper."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from .content.dataframes import table
from .errors import ConfigurationError, JoinedUpError, TableError
from .exercises import registry
from .exercises.story.stories import coding_matrix, story, story_factors_map
from .figures import chart, figure

__all__ = [
    "ConfigurationError",
    "JoinedUpError",
    "TableError",
    "chart",
    "coding_matrix",
    "figure",
    "story",
    "story_factors_map",
    "table",
]
__all__ += registry.class_names()
SUBPACKAGES = ("cohort", "workbook")


def __getattr__(name: str) -> Any:
    """Return the class of a kind of exercise, which the registry knows, or a subpackage, once it is asked for."""
    if name in SUBPACKAGES:
        return import_module(f".{name}", __name__)
    if found := registry.class_named(name):
        return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__, *SUBPACKAGES})
