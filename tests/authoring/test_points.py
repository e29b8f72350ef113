"""What carries a point of the sources says it: the row and the part of a chapter that a point names have its words."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from functools import cache
from typing import NamedTuple

import nbformat
import pytest

from authoring.check.points import HEADING
from joinedup.content.csv_files import records
from joinedup.content.schema import primary_key
from tests.helpers.book import ROOT

DATA = ROOT / "data"
SAYS_NOTHING = frozenset(
    [
        "which",
        "their",
        "there",
        "about",
        "other",
        "these",
        "those",
        "would",
        "could",
        "should",
        "where",
        "while",
        "being",
    ]
)
BEGINS = 5
"""Two words count as one if their first letters are the same: shared, sharing."""
FEW = 3
"""With fewer words that say anything, a point may well be told in others: "a will finds a way"."""
MOST_ALONE = 0.03
"""The share of points that may have just one such word in common with what carries them."""


class Point(NamedTuple):
    id: str
    words: frozenset[str]
    carrier: str


def beginnings(text: str) -> frozenset[str]:
    """Return the beginnings of the words that say something."""
    words = (word.lower() for word in re.findall(rf"[^\W\d_]{{{BEGINS},}}", text))
    return frozenset(word[:BEGINS] for word in words if word not in SAYS_NOTHING)


@cache
def told_by_row(table: str) -> dict[str, str]:
    header, *rows = records(DATA / f"{table}.csv")
    places = [header.index(column) for column in primary_key(table, DATA)]
    return {"/".join(row[place] for place in places): " ".join(row) for row in rows}


@cache
def told_under(chapter: str) -> dict[str, str]:
    """Return what stands under each heading of a chapter or a page, the heading included."""
    path = ROOT / "notebooks" / f"{chapter}.ipynb"
    if path.is_file():
        cells = nbformat.read(path, as_version=4).cells
        text = "\n\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
    else:
        text = (ROOT / "book" / f"{chapter}.md").read_text(encoding="utf-8")
    parts: dict[str, str] = defaultdict(str)
    found = [*HEADING.finditer(text)]
    for heading, after in zip(found, [*found[1:], None], strict=True):
        parts[heading[2].strip()] += text[heading.start() : after.start() if after else len(text)]
    return parts


@pytest.fixture(scope="module")
def points() -> list[Point]:
    with (DATA / "points.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    found = []
    for row in rows:
        carrier = told_by_row(row["table"])[row["row"]] if row["table"] else ""
        carrier += " " + told_under(row["chapter"])[row["heading"]] if row["chapter"] else ""
        found.append(Point(row["id"], beginnings(row["point"]), carrier))
    return [point for point in found if len(point.words) >= FEW]


def test_each_point_is_told_by_what_carries_it(points: list[Point]) -> None:
    assert len(points) > 1800
    common = {point.id: len(point.words & beginnings(point.carrier)) for point in points}
    assert [name for name, many in common.items() if many == 0] == []
    assert sum(many == 1 for many in common.values()) <= MOST_ALONE * len(points)


def test_a_point_that_names_another_carrier_would_mostly_be_found(points: list[Point]) -> None:
    moved = points[len(points) // 2 :] + points[: len(points) // 2]
    common = [len(point.words & beginnings(other.carrier)) for point, other in zip(points, moved, strict=True)]
    assert sum(many == 0 for many in common) > 0.15 * len(points)
    assert sum(many <= 1 for many in common) > 0.4 * len(points)
