"""Exercises for working across agency lines: three faces each, in JupyterLab, in the published book and on paper."""

from .continuum import ContinuumSlider
from .errors import ConfigurationError, JoinedUpError, TableError
from .factors import FactorsCheck
from .figures import figure
from .frames import table
from .life_cycle import LifeCycleSelfCheck
from .reflection import Reflection
from .sense_making import SenseMakingSorter

__all__ = [
    "ConfigurationError",
    "ContinuumSlider",
    "FactorsCheck",
    "JoinedUpError",
    "LifeCycleSelfCheck",
    "Reflection",
    "SenseMakingSorter",
    "TableError",
    "figure",
    "table",
]
