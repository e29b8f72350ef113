"""What a facilitator needs to enter a filled-in sheet: its rows, and the key of each choice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from joinedup.content.words import labels
from joinedup.exercises.base.exercise import Exercise

from .keys import NONE, keys

SHORT = 70
"""So many letters of a passage tell which one it is."""


def form(exercise: Exercise) -> dict[str, Any] | None:
    """Return the rows of an exercise's answer sheet, in their order on paper; None if there is only text to write.

    Parameters
    ----------
    exercise : Exercise
        The exercise.

    Returns
    -------
    dict or None
        `exercise`, `widget`, `number` and `title`; `sets`, lists of choices with `id`, `key` and `label`; `rows`, each
        with its `number`, its `label`, the `way` to its place in an answer, the name of its `set`, and `several`, true
        where it takes more than one choice.
    """
    config = exercise.config
    found = _rows(config)
    if not found:
        return None
    sets = {name: _set(config, name) for name in dict.fromkeys(row["set"] for row in found)}
    head = {name: config[name] for name in ("exercise", "widget", "number", "title")}
    return {**head, "sets": sets, "rows": found}


def _rows(config: Mapping[str, Any]) -> list[dict[str, Any]]:
    words = config["words"]
    if "statements" in config:
        found = [_row(n, one["statement"], ["answers", one["id"]]) for n, one in _numbered(config["statements"])]
        if "work_on" in config["statements"][0]:
            asked = labels("paper", config["exercise"])["chosen"]
            found.append(_row("", asked, ["chosen"], "statements", several=True))
        return found
    if "questions" in config:
        return [_row(n, one["question"], ["places", one["id"]]) for n, one in _numbered(config["questions"])]
    if "cards" in config:
        return [_row(n, one["title"], ["placed", one["id"]]) for n, one in _numbered(config["cards"])]
    if "passages" in config:
        passages = ((n, one["id"], one["text"][:SHORT].rsplit(" ", 1)[0]) for n, one in _numbered(config["passages"]))
        return [_row(n, f"{text} …", ["marked", name], "main", several=True) for n, name, text in passages]
    if "axes" in config:
        return [
            _row(n, f"{one['prompt']}: {words[axis['id']]}", ["marks", one["id"], axis["id"]], axis["id"])
            for n, one in _numbered(config["prompts"])
            for axis in config["axes"]
        ]
    return []


def _row(
    number: int | str, label: str, way: list[str], choices: str = "main", *, several: bool = False
) -> dict[str, Any]:
    return {"number": str(number), "label": label, "way": way, "set": choices, "several": several}


def _numbered(found: list[dict[str, Any]]) -> list[tuple[int, dict[str, Any]]]:
    return list(enumerate(found, start=1))


def _set(config: Mapping[str, Any], name: str) -> list[dict[str, str]]:
    """Return a set of choices: those of a scale, of an axis, or statements by their numbers."""
    if name == "statements":
        return [{"id": one["id"], "key": str(n), "label": ""} for n, one in _numbered(config["statements"])]
    named = _named(config, name)
    signs = keys(dict(config))
    found = [{"id": one, "key": signs[one], "label": label} for one, label in named.items()]
    if "passages" in config:
        found.append({"id": "", "key": NONE, "label": config["words"]["none"]})
    return sorted(found, key=lambda choice: not choice["key"].isalnum()) if "zones" in config else found


def _named(config: Mapping[str, Any], name: str) -> dict[str, str]:
    """Return what each choice is called on paper, by its id."""
    words = config["words"]
    if "zones" in config:
        shown = {True: lambda zone: zone["name"], False: lambda zone: _unnamed(zone, words)}[config["labelled"]]
        return {zone["id"]: shown(zone) for zone in config["zones"]}
    if "stops" in config:
        apart = {one: words[one] for one in ("dont-know", "not-agreed")}
        return {stop["id"]: stop["name"] for stop in config["stops"]} | apart
    if "axes" in config:
        scale = next(axis["scale"] for axis in config["axes"] if axis["id"] == name)
        return {word["id"]: word["label"] for word in scale}
    if "factors" in config:
        return {factor["id"]: factor["name"] for factor in config["factors"]}
    return {word["id"]: word["label"] for word in config["scale"]}


def _unnamed(zone: Mapping[str, Any], words: Mapping[str, str]) -> str:
    return f"{words['corner']} {zone['letter']}" if zone["letter"] else words["centre"]
