"""A group's workbooks pooled: where its answers lie together, where they lie apart, and never who gave which.

Examples
--------
>>> from joinedup import cohort
>>> group = cohort.load("../data/sample_workshop")
>>> group.counts("ch01-continuum", by="role")
"""

from .dates import compare
from .group import Group
from .nominal import alpha
from .participants import load
from .refusing import CohortError

__all__ = ["CohortError", "Group", "alpha", "compare", "load"]
