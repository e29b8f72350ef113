"""Whose workbooks these are: only one id is one person; one name is asked about. The twin of persons.js."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import sha256

from .. import workbook
from ..content.words import fill, labels
from ..workbook import Workbook
from ..workbook.clock import believed
from .names import folded
from .refusing import CohortError

Named = tuple[str, Workbook]
LeftOut = list[tuple[str, str]]


def each_person_once(
    read: Iterable[Named], one_person: bool | Iterable[Iterable[str]]
) -> tuple[list[Workbook], LeftOut, list[tuple[list[str], str]]]:
    """Return the workbooks that count, those that don't, and those with one name and how they were counted.

    Parameters
    ----------
    read : iterable of tuple of str and dict
        The name of each file and its workbook.
    one_person : bool or list of lists of str
        See `participants.load`.

    Returns
    -------
    tuple
        The workbooks; the name of each that is left out, with the reason; and a list of the files that have one name
        and team, with "one person" or "several people".

    Raises
    ------
    CohortError
        If `one_person` names files that aren't alike.
    """
    left_out: LeftOut = []
    by_id = _newest(_different(read, left_out), lambda name, one: one.get("id", ""), left_out)
    alike: dict[tuple[str, str], list[str]] = {}
    for name, one in by_id:
        if folded(one["who"]["label"]):
            alike.setdefault(_called(one), []).append(name)
    groups = [names for names in alike.values() if len(names) > 1]
    merged = _decided(groups, one_person)
    person = {name: str(number) for number, names in enumerate(merged) for name in names}
    kept = _newest(by_id, lambda name, one: person.get(name, ""), left_out)
    counted = [(names, "one person" if set(names) <= set(person) else "several people") for names in groups]
    return [one for _, one in kept], left_out, counted


def _called(one: Workbook) -> tuple[str, str]:
    return folded(one["who"]["label"]), folded(one["who"]["team"])


def _decided(groups: list[list[str]], one_person: bool | Iterable[Iterable[str]]) -> list[list[str]]:
    """Return the files that are of one person, a list for each."""
    if isinstance(one_person, bool):
        return groups if one_person else []
    merged = [list(names) for names in one_person]
    for names in merged:
        if not any(set(names) <= set(group) for group in groups):
            raise CohortError(
                f"load(): one_person has {names!r}. Expected names of files whose workbooks "
                "have the same name and team."
            )
    return merged


def _different(read: Iterable[Named], left_out: LeftOut) -> list[Named]:
    """Leave out workbooks that are the same as an earlier one to the letter."""
    words = labels("group-picture", "")
    same: dict[bytes, str] = {}
    found = []
    for name, one in read:
        text = sha256(workbook.to_text(one).encode()).digest()
        if text in same:
            left_out.append((name, fill(words["left-same"], name=name, other=same[text])))
        else:
            same[text] = name
            found.append((name, one))
    return found


def _newest(read: list[Named], person_of: Callable[[str, Workbook], str], left_out: LeftOut) -> list[Named]:
    """Of workbooks of one person leave the newest; "" is nobody's."""
    words = labels("group-picture", "")
    newest: dict[str, Named] = {}
    for place, (name, one) in enumerate(read):
        person = person_of(name, one) or f"alone {place}"
        newer, older = (name, one), newest.get(person)
        if older is not None:
            if _latest(older[1]) >= _latest(one):
                newer, older = older, newer
            left_out.append((older[0], fill(words["left-older"], name=older[0], other=newer[0])))
        newest[person] = newer
    return list(newest.values())


def _latest(found: Workbook) -> str:
    return max((believed(entry["saved"]) for entry in found["answers"].values()), default="")
