"""Counts as tidy tables, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from ..content.words import labels
from .min_group_size import OTHERS
from .shapes import NONE, NOT_ANSWERED, shape_of

TOGETHER = "together"
"""What the answers are called that are counted together, since they can't be shown by themselves."""


def counts(asked: Mapping[str, Any], found: Mapping[str, Any], *, apart: bool = False) -> pd.DataFrame:
    """Return what was counted as a table, with the exercise's own words.

    Parameters
    ----------
    asked : dict
        What the exercise asks: see `joinedup.content.exercise_table.exercise_spec`.
    found : dict
        The answers, counted: see `pooled`.
    apart : bool
        Whether the groups are counted apart.

    Returns
    -------
    DataFrame
        See `Group.counts`.
    """
    rows = [
        (item["id"], choice, name, people)
        for item in found["items"]
        for name, row in ([(name, row) for name, row in item["groups"].items()] if apart else [("", item)])
        for choice, people in [*row["counts"].items(), (TOGETHER, row["together"] or None)]
        if people is not None
    ]
    table = pd.DataFrame(rows, columns=["item", "choice", "group", "people"]).astype({"people": "int64"})
    table["group"] = table["group"].map(group_name)
    named = [one["id"] for one in found["groups"]] + [name for item in found["items"] for name in item["groups"]]
    groups = [group_name(one) for one in sorted(dict.fromkeys(named), key=OTHERS.__eq__)]
    table = (_answers if shape_of(asked).comparable else _ideas)(asked, table)
    if apart:
        table["group"] = pd.Categorical(table["group"], groups, ordered=True)
        return table
    return table.drop(columns="group")


def differences(asked: Mapping[str, Any], found: Mapping[str, Any]) -> pd.DataFrame:
    """Return the items of an exercise by how much people differ on them. See `Group.differences`."""
    names = {item["id"]: item["label"] for item in asked["items"]}
    rows = [(names[item["id"]], item["disagreement"]) for item in found["items"]]
    table = pd.DataFrame(rows, columns=["item", "differ"]).astype({"differ": "float64"})
    return table.sort_values("differ", ascending=False, kind="stable", ignore_index=True)


def choice_names(asked: Mapping[str, Any]) -> dict[str, str]:
    """Return what each choice is called, no answer included, in order."""
    names = {choice["id"]: choice["label"] for choice in asked["choices"]} | {NONE: asked.get("none", "")}
    not_answered = {NOT_ANSWERED: labels("group-picture", "")["not-answered"]}
    return {id: names[id] for id in shape_of(asked).choices(asked)} | not_answered


def together_name() -> str:
    """Return what the answers are called that are counted together."""
    return labels("group-picture", "")["together"]


def group_name(group: str) -> str:
    """Return what a group is called."""
    return labels("group-picture", "")["others"] if group == OTHERS else group


def _answers(asked: Mapping[str, Any], table: pd.DataFrame) -> pd.DataFrame:
    choices = choice_names(asked)
    if (table["choice"] == TOGETHER).any():
        choices |= {TOGETHER: together_name()}
    items = {item["id"]: item["label"] for item in asked["items"]}
    chosen = pd.Categorical(table["choice"].map(choices), list(choices.values()), ordered=True)
    return table.assign(item=table["item"].map(items), choice=chosen)


def _ideas(asked: Mapping[str, Any], table: pd.DataFrame) -> pd.DataFrame:
    names = {choice["id"]: choice["label"] for choice in asked["choices"]}
    places = table["choice"].str.split("/", expand=True).reindex(columns=range(len(asked["axes"])))
    rest = [together_name()] if (table["choice"] == TOGETHER).any() else []
    axes = {
        axis["id"]: pd.Categorical(
            places[column].map(names).where(table["choice"] != TOGETHER, together_name()),
            [*(names[choice] for choice in axis["choices"]), *rest],
            ordered=True,
        )
        for column, axis in enumerate(asked["axes"])
    }
    return table.assign(**axes, ideas=table["people"])[[*axes, "group", "ideas"]]
