"""Exercises for working across agency lines: three faces each, in JupyterLab, in the published book and on paper."""

from .card_sort import CardSort
from .complexity import ComplexityLine
from .continuum import ContinuumSlider
from .errors import ConfigurationError, JoinedUpError, TableError
from .factors import FactorsCheck
from .figures import chart, figure
from .frames import table
from .life_cycle import LifeCycleSelfCheck
from .reflection import Reflection
from .sense_making import SenseMakingSorter
from .statement_check import Check

__all__ = [
    "CardSort",
    "Check",
    "ComplexityLine",
    "ConfigurationError",
    "ContinuumSlider",
    "FactorsCheck",
    "JoinedUpError",
    "LifeCycleSelfCheck",
    "Reflection",
    "SenseMakingSorter",
    "TableError",
    "chart",
    "figure",
    "table",
]
