"""What a group's picture says in words: the conversations most worth having, and the notes that people share."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from ..content.limits import COHORT
from ..content.words import fill, labels
from ..rendering.templates import render
from .counting import choice_names, group_name
from .shapes import NOT_ANSWERED

TOLD = COHORT["answersTold"]
"""So many different answers are told one by one."""
LONG, CUT = COHORT["labelLong"], COHORT["labelCut"]
"""A longer text is known by its beginning, of so many letters."""
ASK = ("ask-see", "ask-true", "ask-who")


@dataclass(frozen=True)
class Told:
    """Texts to read out.

    Parameters
    ----------
    parts : dict of str to list of str
        The texts, by what they belong to.
    """

    parts: dict[str, list[str]]

    def _repr_html_(self) -> str:
        return render("cohort/group.html", parts=self.parts)

    def __repr__(self) -> str:
        return "\n".join(
            line for about, texts in self.parts.items() for line in (about, *(f"- {one}" for one in texts))
        )


def conversations(asked: Mapping[str, Any], found: Mapping[str, Any]) -> Told:
    """Put what people differ on most as open questions.

    Parameters
    ----------
    asked : dict
        What the exercise asks: see `joinedup.content.exercise_table.exercise_spec`.
    found : dict
        The answers, counted: see `pooled`.
    """
    words = labels("group-picture", "")
    if not found["conversations"]:
        hidden = any(item["together"] or None in item["counts"].values() for item in found["items"])
        return Told({fill(words["said-hidden" if hidden else "said-alike"], people=found["people"]): []})
    names = {item["id"]: item["label"] for item in asked["items"]}
    items = {item["id"]: item for item in found["items"]}
    choices = choice_names(asked)
    return Told(
        {
            _short(names[id]): [
                f"{_spread(items[id], choices, words)}.",
                *_leanings(items[id]["groups"], choices, words),
                words[ask],
            ]
            for id, ask in zip(found["conversations"], ASK, strict=False)
        }
    )


def notes(asked: Mapping[str, Any], shared: Sequence[Mapping[str, Any]], min_group_size: int) -> Told:
    """Return the notes of some people by the box they stand in: mixed, and only where there are enough.

    Parameters
    ----------
    asked : dict
        What the exercise asks: see `joinedup.content.exercise_table.exercise_spec`.
    shared : sequence of dict
        The notes of each person who shares theirs.
    min_group_size : int
        The smallest number of people whose notes may be shown together.
    """
    found = {}
    for prompt in asked["prompts"]:
        given = [one.get(prompt["id"]) for one in shared]
        texts = [text.strip() for text in given if isinstance(text, str) and text.strip()]
        if len(texts) >= min_group_size:
            found[prompt["label"]] = _mixed(texts)
    return Told(found)


def _mixed(texts: list[str]) -> list[str]:
    """Put texts in an order that says nothing of who wrote them, the same at every run."""
    return sorted(texts, key=lambda text: sha256(text.encode()).digest())


def _spread(item: Mapping[str, Any], choices: Mapping[str, str], words: Mapping[str, str]) -> str:
    """Say how many gave each answer, the largest number first; those who can't be told apart together."""
    counts, together = item["counts"], item["together"]
    given = sorted((choice for choice in choices if counts[choice]), key=lambda choice: -counts[choice])
    parts = []
    for place, choice in enumerate(given[:TOLD]):
        said = "so-many-open" if choice == NOT_ANSWERED else "so-many" if place else "so-many-say"
        parts.append(fill(words[said], count=counts[choice], choice=choices[choice]))
    if len(given) > TOLD:
        parts.append(words["some-other"])
    elif together:
        parts.append(fill(words["so-many-together" if parts else "all-together"], count=together))
    return _listed(parts, words["and"]) if parts else words["none-told"]


def _leanings(
    groups: Mapping[str, Mapping[str, Any]], choices: Mapping[str, str], words: Mapping[str, str]
) -> list[str]:
    """Say what each group answered most often, if that differs; a group without one such answer is left out."""
    most = {group: choice for group, row in groups.items() if (choice := _most_often(row)) is not None}
    if len(set(most.values())) < 2:
        return []
    told = [fill(words["leans"], group=group_name(group), choice=choices[choice]) for group, choice in most.items()]
    return [fill(words["leanings"], leanings=_listed(told, words["and"]))]


def _most_often(row: Mapping[str, Any]) -> str | None:
    """Return the one answer that more people gave than any other could have been given by."""
    given = {choice: count for choice, count in row["counts"].items() if choice != NOT_ANSWERED and count}
    most = [choice for choice, count in given.items() if count == max(given.values())]
    return most[0] if len(most) == 1 and given[most[0]] > row["together"] else None


def _listed(parts: Sequence[str], and_: str) -> str:
    return f"{', '.join(parts[:-1])} {and_} {parts[-1]}" if len(parts) > 1 else "".join(parts)


def _short(label: str) -> str:
    if len(label) <= LONG:
        return label
    cut = re.sub(r"\s+\S*$", "", label[:CUT])
    return f"{cut} …"
