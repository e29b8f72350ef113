"""Tables that a test has not touched are judged once for all tests: what was found in them is taken again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package, Report, Resource

JUDGED: dict[tuple[str | bytes, ...], Report] = {}


def judged(resource: Resource) -> tuple[str | bytes, ...]:
    """Return all that decides what is found in a table: its description, its text, and the texts it points to."""
    package, folder = resource.package, Path(resource.basepath or "")
    assert isinstance(package, Package)
    others = sorted({key["reference"]["resource"] for key in resource.schema.foreign_keys} - {""})
    described = [json.dumps(package.get_resource(name).to_descriptor()) for name in (resource.name, *others)]
    paths = [folder / str(package.get_resource(name).path) for name in (resource.name, *others)]
    return (*described, *(path.read_bytes() for path in paths))


@pytest.fixture(autouse=True)
def judged_once(monkeypatch: pytest.MonkeyPatch) -> None:
    judge = Resource.validate

    def validate(self: Resource, *arguments: Any, **options: Any) -> Report:
        key = judged(self)
        if key not in JUDGED:
            JUDGED[key] = judge(self, *arguments, **options)
        return JUDGED[key]

    monkeypatch.setattr(Resource, "validate", validate)
