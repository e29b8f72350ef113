"""Tables that a test has not touched are judged once for all tests: what was found in them is taken again."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package, Report, Resource

from joinedup.content.schema import PACKAGE

JUDGED: dict[tuple[str | bytes, ...], Report] = {}


def judged(resource: Resource) -> tuple[str | bytes, ...]:
    """Return all that decides what is found in a table: its description, its text, and the texts it points to."""
    package, folder, schema = resource.package, Path(resource.basepath or ""), resource.schema
    assert isinstance(package, Package)
    asked = (str(resource.name), json.dumps(schema.field_names), json.dumps(schema.foreign_keys))
    others = sorted({key["reference"]["resource"] for key in schema.foreign_keys} - {""})
    paths = [PACKAGE, str(resource.path), *(str(package.get_resource(name).path) for name in others)]
    return (*asked, *(hashlib.blake2b((folder / path).read_bytes()).digest() for path in paths))


@pytest.fixture(autouse=True)
def judged_once(monkeypatch: pytest.MonkeyPatch) -> None:
    judge = Resource.validate

    def validate(self: Resource, *arguments: Any, **options: Any) -> Report:
        key = judged(self)
        if key not in JUDGED:
            JUDGED[key] = judge(self, *arguments, **options)
        return JUDGED[key]

    monkeypatch.setattr(Resource, "validate", validate)
