"""What a figure stores is the same wherever it is drawn: no coordinate holds the last bits of a sum."""

from __future__ import annotations

import re

import pytest

from joinedup import figure
from joinedup.figures.catalogue import DRAWINGS

pytestmark = pytest.mark.usefixtures("in_notebooks")

TOO_FINE = re.compile(r"\d+\.\d*?\d{7,}|\d\.?\d*e-\d+")
"""More digits than a drawing needs: where they begin, Python 3.11 and 3.12 add up differently."""


@pytest.mark.parametrize("name", DRAWINGS)
def test_no_coordinate_is_finer_than_a_drawing_needs(name: str) -> None:
    drawn = figure(name)
    assert TOO_FINE.findall(drawn.wide + drawn.narrow) == []
