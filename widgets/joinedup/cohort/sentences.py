"""What a group's picture says in words: the conversations most worth having, and the notes that people share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from ..content.words import fill, labels
from ..rendering.templates import render
from .counting import choice_names, group_name
from .shapes import NOT_ANSWERED

TOLD = 5
"""So many different answers are told one by one."""
LONG = 140
"""A longer text is known by its beginning."""
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
        return Told({fill(words["said-alike"], people=found["people"]): []})
    names = {item["id"]: item["label"] for item in asked["items"]}
    items = {item["id"]: item for item in found["items"]}
    choices = choice_names(asked)
    return Told(
        {
            _short(names[id]): [
                f"{_spread(items[id]['counts'], choices, words)}.",
                *_leanings(items[id]["groups"], choices, words),
                words[ask],
            ]
            for id, ask in zip(found["conversations"], ASK, strict=False)
        }
    )


def notes(asked: Mapping[str, Any], shared: Sequence[Mapping[str, Any]], floor: int) -> Told:
    """Return the notes of some people by the box they stand in: mixed, and only where there are enough.

    Parameters
    ----------
    asked : dict
        What the exercise asks: see `joinedup.content.exercise_table.exercise_spec`.
    shared : sequence of dict
        The notes of each person who shares theirs.
    floor : int
        The smallest number of people whose notes may be shown together.
    """
    found = {}
    for prompt in asked["prompts"]:
        given = [one.get(prompt["id"]) for one in shared]
        texts = [text.strip() for text in given if isinstance(text, str) and text.strip()]
        if len(texts) >= floor:
            found[prompt["label"]] = _mixed(texts)
    return Told(found)


def _mixed(texts: list[str]) -> list[str]:
    """Put texts in an order that says nothing of who wrote them, the same at every run."""
    return sorted(texts, key=lambda text: sha256(text.encode()).digest())


def _spread(counts: Mapping[str, int], choices: Mapping[str, str], words: Mapping[str, str]) -> str:
    given = sorted((choice for choice in choices if counts[choice]), key=lambda choice: -counts[choice])
    parts = []
    for place, choice in enumerate(given[:TOLD]):
        said = "so-many-open" if choice == NOT_ANSWERED else "so-many" if place else "so-many-say"
        parts.append(fill(words[said], count=counts[choice], choice=choices[choice]))
    return _listed([*parts, words["some-other"]] if len(given) > TOLD else parts, words["and"])


def _leanings(
    groups: Mapping[str, Mapping[str, int]], choices: Mapping[str, str], words: Mapping[str, str]
) -> list[str]:
    """Say what each group answered most often, if that differs; a group without one such answer is left out."""
    most = {group: choice for group, counts in groups.items() if (choice := _most_often(counts))}
    if len(set(most.values())) < 2:
        return []
    told = [fill(words["leans"], group=group_name(group), choice=choices[choice]) for group, choice in most.items()]
    return [fill(words["leanings"], leanings=_listed(told, words["and"]))]


def _most_often(counts: Mapping[str, int]) -> str | None:
    given = {choice: count for choice, count in counts.items() if choice != NOT_ANSWERED}
    most = [choice for choice, count in given.items() if count and count == max(given.values())]
    return most[0] if len(most) == 1 else None


def _listed(parts: Sequence[str], and_: str) -> str:
    return f"{', '.join(parts[:-1])} {and_} {parts[-1]}" if len(parts) > 1 else "".join(parts)


def _short(label: str) -> str:
    return f"{label[:130].rsplit(' ', 1)[0]} …" if len(label) > LONG else label
