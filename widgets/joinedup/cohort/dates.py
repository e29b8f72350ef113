"""The same group on two dates, side by side, unless that would show what a few people changed."""

from __future__ import annotations

import pandas as pd

from ..content.words import labels
from .answers import asked_in, told
from .group import Group
from .refusing import CohortError


def compare(earlier: Group, later: Group, exercise: str) -> pd.DataFrame:
    """Put a group's answers of two dates side by side.

    Refused where the answers of fewer people than the minimum differ between the dates, on either side: the difference
    of the two pictures would show what these few said. A change is no proof that something worked: other people may
    have answered, and people may have learned to see more.

    Parameters
    ----------
    earlier, later : Group
        The group on the two dates.
    exercise : str
        The exercise's id.

    Returns
    -------
    DataFrame
        As `Group.counts` gives it, with a column `date`, "earlier" or "now".

    Raises
    ------
    CohortError
        If either date alone cannot be shown, the two have different minimum group sizes, or so few answers differ.

    Examples
    --------
    >>> compare(load("workbooks/march"), load("workbooks/september"), "ch01-continuum")
    """
    least, other = later.min_group_size, earlier.min_group_size
    if least != other:
        raise CohortError(f"The two dates have different minimum group sizes, {other} and {least}. Expected the same.")
    words = labels("group-picture", "")
    dates = {words["before"]: earlier, words["today"]: later}
    both = pd.concat([group.counts(exercise).assign(date=date) for date, group in dates.items()], ignore_index=True)
    asked = asked_in(exercise)
    before, now = (group._answers.seen(asked) for group in dates.values())
    for changed in (before - now, now - before):
        if 0 < changed.total() < least:
            raise CohortError(
                f"Exercise {told(asked)} is not shown for these two dates: so few answers differ that you could tell "
                f"whose they are. Expected none, or at least {least} on either side."
            )
    return both.assign(date=pd.Categorical(both["date"], list(dates), ordered=True))
