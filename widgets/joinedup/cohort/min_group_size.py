"""Who may be shown apart: groups of at least so many people, put together so that no few can be worked out.

The twin of min_group_size.js. The whole rule is in `small_cells`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence

OTHERS = "others"
"""The group of everybody who is in none that may be shown under its own name."""


def suppress_small_groups(
    groups: Sequence[str], order: Sequence[str], min_group_size: int, counting: Container[int] | None = None
) -> list[str]:
    """Return the group that each person is shown in: none with fewer than the minimum. See the rule in `small_cells`.

    A group is shown under its own name if it has at least the minimum. All the others are shown together. While
    these are too few, the smallest shown group joins them. So all groups that are shown are disjoint, none is smaller
    than the minimum, and together they are everybody: what is left when some are taken away is other groups, whole.

    Parameters
    ----------
    groups : sequence of str
        The name of each person's group; "" for who gave none.
    order : sequence of str
        The names that are known beforehand, in order. Of groups of the same size the later one joins the others first;
        unknown names come after the known ones, in the order of the alphabet.
    min_group_size : int
        The smallest number of people that may be shown.
    counting : container of int, optional
        The places in the list of those who count, such as those who answered a line; everybody unless given. The others
        stand with their group, and make it no larger.

    Returns
    -------
    list of str
        For each person the name of the group or `OTHERS`; empty if fewer than two groups can be shown.

    Examples
    --------
    >>> suppress_small_groups(["a"] * 5 + ["b"] * 6 + ["c"] * 4, ["a", "b", "c"], 5)[-5:]
    ['b', 'others', 'others', 'others', 'others']
    """
    count = Counter(name for place, name in enumerate(groups) if counting is None or place in counting)
    shown = in_order([name for name in count if name and name != OTHERS and count[name] >= min_group_size], order)
    others = count.total() - sum(count[name] for name in shown)
    anybody = any(name not in shown for name in groups)
    while anybody and others < min_group_size and shown:
        joins = min(reversed(shown), key=count.__getitem__)
        shown.remove(joins)
        others += count[joins]
    if len(shown) + anybody < 2:
        return []
    return [name if name in shown else OTHERS for name in groups]


def in_order(names: Sequence[str], order: Sequence[str]) -> list[str]:
    """Sort names of groups: those of `order` as they stand there, then unknown ones by the alphabet, `OTHERS` last."""
    places = {name: place for place, name in enumerate(order)}
    return sorted(names, key=lambda name: (name == OTHERS, places.get(name, len(order)), name))


def same_split(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether two ways to show the same people apart put the same people together, whatever the names."""
    return len(set(zip(one, other, strict=True))) == len(set(one)) == len(set(other))
