"""The rule of the group picture, attacked through its functions: equal in both languages, and nothing worked out."""

from __future__ import annotations

import itertools
import os
import random
from collections import Counter, defaultdict

import pytest

from joinedup.cohort.min_group_size import OTHERS, same_split
from joinedup.cohort.pooling import pooled
from joinedup.cohort.small_cells import smallest_number, together, together_by_group
from tests.helpers.javascript import WIDGETS, in_javascript
from tests.helpers.random_groups import random_case

COHORT = tuple(WIDGETS / "cohort" / f"{name}.js" for name in ("min_group_size", "pooling", "small_cells"))
CASES = int(os.environ.get("JOINEDUP_RULE_CASES", "150"))


def by_python(case: dict) -> dict | None:
    return pooled(case["spec"], case["people"], case["order"], case["minGroupSize"])


def test_both_languages_show_the_same_of_random_groups() -> None:
    chance = random.Random(2008)
    cases = [random_case(chance) for _ in range(CASES)]
    call = "({ spec, people, order, minGroupSize }) => pooledAnswers(spec, people, order, minGroupSize)"
    found = [by_python(case) for case in cases]
    assert in_javascript(COHORT, call, cases) == found
    assert sum(one is not None for one in found) > CASES / 3


def answered(case: dict, item: str, members: list[dict]) -> int:
    part = case["spec"]["key"]
    if part == "marks":
        return sum(bool(person["answer"][part]) for person in members)
    return sum(item in person["answer"][part] for person in members)


def test_no_number_is_small_and_no_row_is_of_too_few_who_answered_the_line() -> None:
    chance, rows, splits = random.Random(2009), 0, 0
    for _ in range(CASES):
        case = random_case(chance)
        found = by_python(case)
        if found is None:
            continue
        minimum = case["minGroupSize"]
        least = smallest_number(minimum)
        given = [one for one in case["people"] if one["answer"][case["spec"]["key"]]]
        for item in found["items"]:
            rows += 1
            splits += bool(item["groups"])
            assert answered(case, item["id"], given) >= minimum
            named = set(item["groups"]) - {OTHERS}
            for name, row in [(None, item), *item["groups"].items()]:
                numbers = [one for one in row["counts"].values() if one is not None]
                assert all(one == 0 or one >= least for one in numbers)
                members = [
                    one for one in given if name is None or (one["group"] if one["group"] in named else OTHERS) == name
                ]
                assert row["together"] in (0, len(members)) or row["together"] >= 3
                assert answered(case, item["id"], members) >= minimum
    assert rows > CASES / 2 and splits > CASES / 10


def composed(total: int, cells: int) -> list[tuple[int, ...]]:
    if cells == 1:
        return [(total,)]
    return [(n, *rest) for n in range(total + 1) for rest in composed(total - n, cells - 1)]


def cells_from(*rows: tuple[int, ...]) -> dict[str, dict[str, list[int]]]:
    serial = itertools.count()
    return {
        name: {f"c{column}": [next(serial) for _ in range(count)] for column, count in enumerate(row)}
        for name, row in zip("abc", rows, strict=False)
    }


def whole_of(groups: dict[str, dict[str, list[int]]]) -> dict[str, list[int]]:
    return {c: [one for cells in groups.values() for one in cells[c]] for c in next(iter(groups.values()))}


def published(rows: tuple[tuple[int, ...], ...], least: int) -> tuple:
    """Return all that is shown of a table: the whole, then each group, None for what is hidden."""
    groups = cells_from(*rows)
    whole = whole_of(groups)
    hidden = together(whole, [], least)
    by_group = together_by_group(groups, hidden, least) if len(groups) > 1 else {}
    shown = [tuple(None if c in hidden else len(who) for c, who in whole.items())]
    shown += [
        (sum(map(len, groups[name].values())), *(None if c in by_group[name] else len(who) for c, who in cells.items()))
        for name, cells in groups.items()
        if by_group
    ]
    return tuple(shown)


@pytest.mark.parametrize(("people", "choices"), [(5, 3), (6, 4), (9, 3), (12, 3)])
def test_whoever_knows_the_rule_and_tries_every_table_learns_no_small_number(people: int, choices: int) -> None:
    """All tables that would be shown alike: in each hidden place, some of them have other numbers."""
    alike = defaultdict(list)
    for row in composed(people, choices):
        alike[published((row,), 3)].append(row)
    for tables in alike.values():
        for column in range(choices):
            numbers = {row[column] for row in tables}
            assert len(numbers) > 1 or not 0 < min(numbers) < 3, tables


@pytest.mark.parametrize(("one", "other", "choices"), [(5, 5, 3), (7, 5, 3)])
def test_whoever_takes_groups_from_the_whole_learns_no_small_number(one: int, other: int, choices: int) -> None:
    alike = defaultdict(list)
    for rows in itertools.product(composed(one, choices), composed(other, choices)):
        alike[published(rows, 3)].append(rows)
    for tables in alike.values():
        for place in itertools.product(range(2), range(choices)):
            numbers = {rows[place[0]][place[1]] for rows in tables}
            assert len(numbers) > 1 or not 0 < min(numbers) < 3, (tables, place)


def consistent(rows: list[tuple[int, ...]], shown: tuple) -> bool:
    return published(tuple(rows), 3) == shown


def test_three_groups_leave_another_table_for_every_small_number() -> None:
    """Whoever moves people around a ring finds another table with the same sums: tried for random tables."""
    chance, small = random.Random(2010), 0
    for _ in range(CASES):
        rows = tuple(tuple(chance.choices(range(7), [4, 4, 3, 2, 2, 1, 1])[0] for _ in range(4)) for _ in range(3))
        if min(map(sum, rows)) < 5:
            continue
        whole, *groups = published(rows, 3)
        for r, c in itertools.product(range(3), range(4)):
            if groups[r][c + 1] is None and 0 < rows[r][c] < 3:
                small += 1
                assert any_other(rows, whole, groups, r, c), (rows, whole, groups, r, c)
            assert groups[r][c + 1] is None or groups[r][c + 1] not in (1, 2)
    assert small > CASES / 4


def any_other(rows: tuple, whole: tuple, groups: list, r: int, c: int) -> bool:
    """Find a table with the same sums and shown numbers, and another number in one place."""
    free = [[groups[i][j + 1] is None for j in range(4)] for i in range(3)]
    totals = [sum(row) for row in rows]

    def fill(i: int, done: list[tuple[int, ...]]) -> bool:
        if i == 3:
            columns = [sum(row[j] for row in done) for j in range(4)]
            known = all(whole[j] is None or whole[j] == columns[j] for j in range(4))
            return known and done[r][c] != rows[r][c]
        fixed = sum(rows[i][j] for j in range(4) if not free[i][j])
        open_ = [j for j in range(4) if free[i][j]]
        if not open_:
            return fill(i + 1, [*done, rows[i]])
        for some in composed(totals[i] - fixed, len(open_)):
            row = list(rows[i])
            for j, n in zip(open_, some, strict=True):
                row[j] = n
            if all(whole[j] is None or sum(d[j] for d in done) + row[j] <= whole[j] for j in range(4)) and fill(
                i + 1, [*done, tuple(row)]
            ):
                return True
        return False

    return fill(0, [])


def test_a_split_is_the_same_only_where_the_same_people_stand_together() -> None:
    cases = [("aabb", "xxyy", True), ("aabb", "xyxy", False), ("aabb", "xxxx", False), ("aabc", "xxyy", False)]
    for one, other, expected in cases:
        assert same_split(list(one), list(other)) is expected
    asked = [{"one": list(one), "other": list(other)} for one, other, _ in cases]
    found = in_javascript(COHORT, "({ one, other }) => sameSplit(one, other)", asked)
    assert found == [expected for *_, expected in cases]


def test_the_only_one_of_two_crossing_groups_is_in_neither() -> None:
    """Twelve people; one answers 'collaboration', and is the only one who is both front line and of team B."""
    groups = {"front line": (5, 0, 1), "manager": (6, 0, 0)}
    shown = published(tuple(groups.values()), 3)
    assert Counter(n for row in shown for n in row)[1] == 0
