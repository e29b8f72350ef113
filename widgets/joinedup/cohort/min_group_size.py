"""Who may be shown apart: groups of at least so many people, put together so that no few can be worked out.

The twin of floor.js.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain, combinations

OTHERS = "others"
"""The group of everybody who is in none that may be shown under its own name."""

MANY_GROUPS = 8
"""With more groups than this, one way to show people apart is all that is shown."""


def suppress_small_groups(groups: Sequence[str], order: Sequence[str], floor: int) -> list[str]:
    """Return the group that each person is shown in, so that no figure and no difference of two describes a few.

    A group is shown under its own name if it has at least `floor` people. All the others are shown together. While
    these are too few, the smallest shown group joins them. So all groups that are shown are disjoint, none is smaller
    than the floor, and together they are everybody: what is left when some are taken away is other groups, whole.

    Parameters
    ----------
    groups : sequence of str
        The name of each person's group; "" for who gave none.
    order : sequence of str
        The names that are known beforehand, in order. Of groups of the same size the later one joins the others first;
        unknown names come after the known ones, in the order of the alphabet.
    floor : int
        The smallest number of people that may be shown.

    Returns
    -------
    list of str
        For each person the name of the group or `OTHERS`; empty if fewer than two groups can be shown.

    Examples
    --------
    >>> suppress_small_groups(["a"] * 5 + ["b"] * 6 + ["c"] * 4, ["a", "b", "c"], 5)[-5:]
    ['b', 'others', 'others', 'others', 'others']
    """
    count = Counter(groups)
    shown = in_order([name for name in count if name and name != OTHERS and count[name] >= floor], order)
    others = len(groups) - sum(count[name] for name in shown)
    while 0 < others < floor and shown:
        joins = min(reversed(shown), key=count.__getitem__)
        shown.remove(joins)
        others += count[joins]
    if len(shown) + bool(others) < 2:
        return []
    return [name if name in shown else OTHERS for name in groups]


def in_order(names: Sequence[str], order: Sequence[str]) -> list[str]:
    """Sort names of groups: those of `order` as they stand there, then unknown ones by the alphabet, `OTHERS` last."""
    places = {name: place for place, name in enumerate(order)}
    return sorted(names, key=lambda name: (name == OTHERS, places.get(name, len(order)), name))


def allows_differencing(one: Sequence[str], other: Sequence[str], floor: int) -> bool:
    """Tell whether two ways to show the same people apart, side by side, single somebody out.

    They do if some groups of one way, taken together, are some groups of the other and a few people more: the few are
    then what is left when the figures of the ones are taken from those of the others.

    Parameters
    ----------
    one, other : sequence of str
        The group each person is shown in, the one way and the other, as `split` gives it.
    floor : int
        The smallest number of people that may be shown.

    Returns
    -------
    bool
        True also where there are too many groups to try.
    """
    if max(len(set(one)), len(set(other))) > MANY_GROUPS:
        return True
    return _leaves_a_few(one, other, floor) or _leaves_a_few(other, one, floor)


def _leaves_a_few(whole: Sequence[str], parts: Sequence[str], floor: int) -> bool:
    """Try every union of groups with all the parts that lie wholly within it: fewer parts would leave more people."""
    cells = Counter(zip(whole, parts, strict=True))
    sizes, part_sizes = Counter(whole), Counter(parts)
    names = list(sizes)
    for some in chain.from_iterable(combinations(names, many) for many in range(1, len(names) + 1)):
        within = Counter()
        for (name, part), people in cells.items():
            if name in some:
                within[part] += people
        whole_parts = sum(people for part, people in within.items() if people == part_sizes[part])
        if 0 < sum(sizes[name] for name in some) - whole_parts < floor:
            return True
    return False
