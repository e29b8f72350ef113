"""Krippendorff's alpha for answers that have no order: how far people agree, beyond what chance alone would bring.

After Klaus Krippendorff, *Content Analysis* (4th edition, 2018, chapter 12), and "Computing Krippendorff's
Alpha-Reliability" (2011).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike


def alpha_of_counts(counts: ArrayLike) -> float | None:
    """Return alpha at the nominal level: 1 where all agree, 0 where they agree no more than by chance.

    Parameters
    ----------
    counts : array of numbers, units × values
        How many people gave each unit each value. A unit that fewer than two people judged says nothing and is left
        out; people may have judged different numbers of units.

    Returns
    -------
    float or None
        At most 1; below 0 where people agree less than by chance. None where it isn't defined: no unit was judged
        twice, or only one value was ever given.
    """
    table = np.asarray(counts, dtype=float)
    people = table.sum(axis=1)
    table, people = table[people > 1], people[people > 1]
    values = table.sum(axis=0)  # how often each value was given, over all units
    total = values.sum()
    expected = total**2 - (values**2).sum()  # pairs of different values, were all answers in one heap
    if expected == 0:
        return None
    observed = ((people**2 - (table**2).sum(axis=1)) / (people - 1)).sum()  # such pairs within the units
    return float(1 - (total - 1) * observed / expected)


def alpha(answers: ArrayLike) -> float | None:
    """Return alpha at the nominal level of a table of answers. See `alpha_of_counts`.

    Parameters
    ----------
    answers : array of numbers, people × units
        Each person's value for each unit; NaN where there is none.

    Examples
    --------
    >>> round(alpha([[0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]]), 3)
    0.095
    """
    table = np.asarray(answers, dtype=float)
    values = np.unique(table[~np.isnan(table)])
    return alpha_of_counts((table[:, :, None] == values).sum(axis=0))
