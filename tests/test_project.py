"""The project itself: what it needs is what it installs."""

from __future__ import annotations

import re
import tomllib

from .conftest import ROOT


def names(lines: list[str]) -> set[str]:
    return {re.match(r"[A-Za-z0-9._-]+", line)[0].lower().replace("_", "-") for line in lines}


def test_requirements_hold_everything_that_pyproject_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *(need for extra in project["optional-dependencies"].values() for need in extra)]
    text = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    exact = [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]
    assert names(asked) <= names(exact)
    assert all("==" in line for line in exact)
