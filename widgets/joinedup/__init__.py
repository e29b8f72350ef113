"""Exercises for working across agency lines: three faces each, in JupyterLab, in the published book and on paper."""

from .content.dataframes import table
from .errors import ConfigurationError, JoinedUpError, TableError
from .exercises.line.complexity import ComplexityLine
from .exercises.line.continuum import ContinuumSlider
from .exercises.priorities.priority_matrix import PriorityMatrix
from .exercises.questionnaire.factors import FactorsCheck
from .exercises.questionnaire.life_cycle import LifeCycleSelfCheck
from .exercises.questionnaire.statement_check import Check
from .exercises.sorting.card_sort import CardSort
from .exercises.sorting.sense_making import SenseMakingSorter
from .exercises.story.code_a_story import CodeAStory
from .exercises.story.stories import coding_matrix, story, story_factors_map
from .exercises.writing.reflection import Reflection
from .figures import chart, figure

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
