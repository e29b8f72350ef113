"""Groups of people who answered something at random."""

from __future__ import annotations

import random

ROLES = ["front line", "manager", "head office"]


SHAPES = {"answers": "one", "marked": "several", "marks": "axes"}


def spec(key: str, items: int, choices: int) -> dict:
    named = [{"id": f"c{n}", "label": f"Choice {n}"} for n in range(choices)]
    axes = [{"id": axis, "choices": [f"{axis}-{n}" for n in "ab"]} for axis in ("improvement", "effort")]
    if key == "marks":
        named = [{"id": id, "label": id} for axis in axes for id in axis["choices"]]
    lines = [{"id": f"i{n}", "label": f"Item {n}"} for n in range(items)]
    asked = {"key": key, "shape": SHAPES[key], "items": lines, "choices": named}
    return {**asked, "axes": axes} if key == "marks" else asked


def mark(chance: random.Random, asked: dict) -> object:
    choices = [one["id"] for one in asked["choices"]]
    weights = [1 / (n + 1) ** 2 for n in range(len(choices))]
    if asked["key"] == "marked":
        return [one for one in choices if chance.random() < 0.4]
    if asked["key"] == "marks":
        return {"improvement": chance.choice(choices[:2]), "effort": chance.choice(choices[2:])}
    return chance.choices(choices, weights)[0]


def random_case(chance: random.Random) -> dict:
    asked = spec(chance.choice(["answers", "answers", "marked", "marks"]), chance.randint(1, 3), chance.randint(2, 5))
    given = chance.random()
    people = [
        {
            "answer": {
                asked["key"]: {one["id"]: mark(chance, asked) for one in asked["items"] if chance.random() < given}
            },
            "group": chance.choice([*ROLES, "team a", ""]),
        }
        for _ in range(chance.randint(1, 40))
    ]
    return {"spec": asked, "people": people, "order": ROLES, "minGroupSize": chance.choice([2, 3, 4, 5, 5, 8])}
