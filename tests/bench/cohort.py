"""How long ten thousand workbooks take, and how much memory: `python -m tests.bench.cohort` prints it."""

from __future__ import annotations

import random
import resource
import tempfile
import time
from pathlib import Path

from joinedup import cohort, workbook
from tests.helpers.book import ROOT

MANY = 10_000
SAMPLE = ROOT / "data" / "sample_workshop"
EXERCISES = ("ch01-continuum", "ch03-sorter", "ch07-life-cycle", "ch11-health")
"""Those whose pictures are timed: a line, a sorter, and a short and a long list of statements."""


def varied(number: int, sample: list[dict], chance: random.Random) -> dict:
    """Make a workbook like those of the sample: each answer is that of one of them."""
    book = workbook.from_text(workbook.to_text(chance.choice(sample)))
    book["who"]["label"] = f"made up {number}"
    for exercise, entry in book["answers"].items():
        others = [other["answers"][exercise]["answer"] for other in sample if exercise in other["answers"]]
        for part, given in entry["answer"].items():
            if isinstance(given, dict) and part != "notes":
                given.update(
                    {item: chance.choice(others).get(part, {}).get(item, mark) for item, mark in given.items()}
                )
    return book


def main() -> None:
    """Write the workbooks into a folder for a while, pool them, and print how long each step took."""
    chance = random.Random(2008)
    sample = [workbook.load(path) for path in sorted(SAMPLE.glob("*.json"))]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number in range(MANY):
            (folder / f"{number:05}.json").write_text(
                workbook.to_text(varied(number, sample, chance)), encoding="utf-8"
            )
        before = time.perf_counter()
        group = cohort.load(folder)
    loaded = time.perf_counter()
    for exercise in EXERCISES:
        group.counts(exercise, by="role")
        group.differences(exercise)
        group.agreement(exercise)
    seconds = time.perf_counter() - loaded
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{len(group):,} workbooks: read and checked in {loaded - before:.1f} s, pooled in {seconds / len(EXERCISES):.2f} s "
        f"an exercise (counts by role, differences, agreement), {peak:.0f} MB of memory at most"
    )


if __name__ == "__main__":
    main()
