"""Exercises for working across agency lines: three faces each, in JupyterLab, in the published book and on paper."""

from .card_sort import CardSort
from .code_a_story import CodeAStory
from .complexity import ComplexityLine
from .continuum import ContinuumSlider
from .errors import ConfigurationError, JoinedUpError, TableError
from .factors import FactorsCheck
from .figures import chart, figure
from .frames import table
from .life_cycle import LifeCycleSelfCheck
from .priority_matrix import PriorityMatrix
from .reflection import Reflection
from .sense_making import SenseMakingSorter
from .statement_check import Check
from .stories import coding_matrix, story, story_factors_map

__all__ = [
    "CardSort",
    "Check",
    "CodeAStory",
    "ComplexityLine",
    "ConfigurationError",
    "ContinuumSlider",
    "FactorsCheck",
    "JoinedUpError",
    "LifeCycleSelfCheck",
    "PriorityMatrix",
    "Reflection",
    "SenseMakingSorter",
    "TableError",
    "chart",
    "coding_matrix",
    "figure",
    "story",
    "story_factors_map",
    "table",
]
