"""Krippendorff's alpha at the nominal level, against worked examples that he published."""

from __future__ import annotations

import math

import pytest

from joinedup.cohort import alpha

_ = math.nan
# K. Krippendorff, "Computing Krippendorff's Alpha-Reliability", 2011: examples A, B and C.
TWO_OBSERVERS_TWO_VALUES = [[0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]]
TWO_OBSERVERS_FIVE_VALUES = [[1, 1, 2, 2, 4, 3, 3, 3, 5, 4, 4, 1], [2, 1, 2, 2, 2, 3, 3, 3, 5, 4, 4, 4]]
FOUR_OBSERVERS_WITH_GAPS = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
    [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
]


@pytest.mark.parametrize(
    ("answers", "published"),
    [(TWO_OBSERVERS_TWO_VALUES, 0.095), (TWO_OBSERVERS_FIVE_VALUES, 0.692), (FOUR_OBSERVERS_WITH_GAPS, 0.743)],
)
def test_alpha_is_as_published(answers: list[list[float]], published: float) -> None:
    assert round(alpha(answers), 3) == published


def test_alpha_is_one_where_all_agree_and_below_chance_where_nobody_does() -> None:
    assert alpha([[1, 2, 1, 3], [1, 2, 1, 3]]) == 1
    assert alpha([[1, 2], [2, 1]]) == -0.5


def test_there_is_no_alpha_where_it_is_not_defined() -> None:
    assert alpha([[1, 1, 1], [1, 1, 1]]) is None, "only one value was ever given"
    assert alpha([[1, _], [_, 2]]) is None, "nobody judged what another did"
