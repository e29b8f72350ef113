"""Which numbers of a table are shown by themselves, and which are counted together. The twin of small_cells.js.

The rule of the group picture, as a whole (`book/group-picture.md` says it to readers, and everything else points here).
The minimum is the minimum group size, five unless somebody sets it; a small number is one or two people, which is fewer
than `smallestNumber` in `content/limits.json`. (Where somebody sets the minimum to two, which only Python allows, it is
one person, and a number of two is shown.)

1. **Enough people.** An exercise, a line of it, a group's row, a sentence and a box of notes are shown only if at least
   the minimum answered that line, that sentence's question or that box. It isn't enough that they answered something
   else in the exercise.
2. **No small number.** The answers that one or two people gave are counted together with the next answer in the
   order of the exercise, and with those nobody gave, until three or more people are counted together: so no number can
   be worked out by taking the others from the whole. Not to have answered is an answer here. Where people may mark
   several choices, a number is left out if fewer than three people marked that choice, or if one or two didn't. Ideas
   count by the people behind them.
3. **Groups.** A line is split only into groups in which at least the minimum answered that line. All the others are
   counted together, and the smallest group joins them where they are too few. The second rule holds in each group, and
   what one group hides can't be worked out from the others and the whole.
4. **One split.** An exercise that was shown by role isn't shown by team to any of the same people, nor the other way
   round, unless both splits put the same people together.
5. **A picture stays.** What was drawn on the page stays with the people it was drawn of, whatever is changed
   afterwards, until somebody says that they agree to a new one. In Python a group never changes.
6. **Nothing beside it.** Sentences, the order of the lines, the table and the exports use only the numbers that are
   shown. What is known of two lines at once, such as how far each person's two places lie apart, is shown only where no
   number of these lines is hidden, and under the same rule.

What the rule can't keep: where everybody gives one answer, all know what each of them said. Once people agree to a new
picture, the old one and the new one may show together who came or went. And a small number can be told to lie between
limits, though never what it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..content.limits import COHORT

SMALLEST = COHORT["smallestNumber"]

Cells = Mapping[str, Sequence[int]]
"""For each choice, the number of the person behind each answer; a person may stand there several times."""


def smallest_number(min_group_size: int) -> int:
    """Return the smallest number of people, zero aside, that a number may count: three, or two where the minimum is."""
    return min(SMALLEST, min_group_size)


def people_behind(cells: Cells, choices: Iterable[str]) -> int:
    """Count the people behind some choices, each once."""
    return len({person for choice in choices for person in cells[choice]})


def together(cells: Cells, before: Iterable[str], least: int) -> list[str]:
    """Return the choices that are counted together, in the order of the cells, where each answer is in one of them.

    Parameters
    ----------
    cells : dict of str to list of int
        The people behind each choice.
    before : iterable of str
        The choices that are counted together already.
    least : int
        The smallest number of people that a number may count.

    Returns
    -------
    list of str
        Empty if every number can be shown.
    """
    small = {one for one in cells if 0 < people_behind(cells, [one]) < least}
    found = {*before, *small}
    if not found:
        return []
    choices = list(cells)
    first = next(place for place, one in enumerate(choices) if one in (small or found))
    found |= {one for one in choices if not cells[one]}  # so that nobody learns how many choices the sum is made of
    for choice in [*choices[first:], *choices[:first]]:
        if len(found) > 1 and _nobody_or_enough(people_behind(cells, found), least):
            break
        found.add(choice)  # the next in order, whatever its size: the smallest would tell that it is no larger
    return [one for one in choices if one in found]


def _nobody_or_enough(people: int, least: int) -> bool:
    return people == 0 or people >= max(least, COHORT["mergedAtLeast"])


def together_by_group(groups: Mapping[str, Cells], before: Sequence[str], least: int) -> dict[str, list[str]]:
    """Return for each group the choices that are counted together in it, where each answer is in one choice.

    The whole is known too. So the second rule holds along each choice as along each group, and no hidden number may
    follow from the others: see `_follows`.

    Parameters
    ----------
    groups : dict of str to dict
        The people behind each choice in each group.
    before : list of str
        The choices that are counted together in the whole: they stay so in every group.
    least : int
        The smallest number of people that a number may count.
    """
    hidden = {name: set(together(cells, before, least)) for name, cells in groups.items()}
    while (choice := _next_to_hide(groups, hidden, before, least)) is not None:
        for name, cells in groups.items():
            hidden[name] = set(together(cells, hidden[name] | {choice}, least))
    return {name: [one for one in cells if one in hidden[name]] for name, cells in groups.items()}


Hidden = Mapping[str, set[str]]
WHOLE = "\0"
"""All choices that are counted together in the whole: of them only the sum is known there."""


def _next_to_hide(groups: Mapping[str, Cells], hidden: Hidden, before: Sequence[str], least: int) -> str | None:
    """Return a choice to hide in every group, because a small number could be worked out; None if there is none."""
    choices = [one for one in next(iter(groups.values())) if one not in before]
    partly = [one for one in choices if not all(one in hidden[name] for name in groups)]
    size = {one: sum(len(cells[one]) for cells in groups.values()) for one in choices}
    opened = [one for one in [WHOLE, *choices] if _opens(groups, hidden, before, one, least)]
    candidates = [one for one in opened if one in partly] or ([one for one in partly if size[one]] if opened else [])
    return min(candidates, key=size.__getitem__, default=None)


def _opens(groups: Mapping[str, Cells], hidden: Hidden, before: Sequence[str], choice: str, least: int) -> bool:
    """Tell whether a small number of a choice can be worked out, in one group or in all that hide it."""
    columns = before if choice == WHOLE else [choice]
    hiding = {name: people_behind(groups[name], columns) for name in groups if hidden[name].issuperset(columns)}
    if choice != WHOLE and not _nobody_or_enough(sum(hiding.values()), least):
        return True
    return any(people and _follows(groups, hidden, before, name, choice) for name, people in hiding.items())


def _follows(groups: Mapping[str, Cells], hidden: Hidden, before: Sequence[str], group: str, choice: str) -> bool:
    """Tell whether a hidden number follows from the sums of groups and choices.

    Draw a line between a group and a choice for each hidden number that may be more than zero: what is known are sums
    of the lines at each end. A line that isn't part of a ring follows from the others.
    """
    lines = {
        (name, WHOLE if one in before else one)
        for name in groups
        for one in hidden[name]
        if people_behind(groups[name], hidden[name])
        and any(groups[other][one] for other in groups if one in hidden[other])
    } - {(group, choice)}
    reached: set[tuple[str, str]] = {("group", group)}
    while more := {
        end
        for name, one in lines
        for start, end in ((("group", name), ("choice", one)), (("choice", one), ("group", name)))
        if start in reached and end not in reached
    }:
        reached |= more
    return ("choice", choice) not in reached


def left_out(groups: Sequence[tuple[Cells, int]], before: Iterable[str], least: int) -> list[str]:
    """Return the choices whose numbers are left out, where a person may give several answers.

    Parameters
    ----------
    groups : sequence of tuple of dict and int
        The people behind each choice in each group that is shown, and how many people of the group answered.
    before : iterable of str
        The choices whose numbers are left out in the whole.
    least : int
        The smallest number of people that a number may count, of those who marked a choice and of those who didn't.
    """
    choices = list(groups[0][0]) if groups else []
    hidden = set(before)
    for cells, answered in groups:
        for choice in choices:
            count = people_behind(cells, [choice])
            if count < least or 0 < answered - count < least:
                hidden.add(choice)
    return [choice for choice in choices if choice in hidden]
