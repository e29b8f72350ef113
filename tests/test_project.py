"""The project itself: what it needs is what it installs."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

from tests.helpers.book import ROOT


def names(lines: list[str]) -> set[str]:
    return {re.match(r"[A-Za-z0-9._-]+", line)[0].lower().replace("_", "-") for line in lines}


def test_requirements_hold_everything_that_pyproject_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *(need for extra in project["optional-dependencies"].values() for need in extra)]
    text = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    exact = [line for line in text.splitlines() if line and line[0] not in "# "]
    assert names(asked) <= names(exact)
    assert all("==" in line for line in exact)


def test_a_book_that_cannot_be_built_says_why_and_leaves_the_last_one(tmp_path: Path) -> None:
    copy, kept = tmp_path / "copy", shutil.ignore_patterns(".git", ".venv", "_build", "tests", "__pycache__")
    shutil.copytree(ROOT, copy, ignore=kept)
    (copy / ".venv").symlink_to(ROOT / ".venv")
    last = copy / "_build" / "html" / "index.html"
    last.parent.mkdir(parents=True)
    last.write_text("The last book", "utf-8")
    settings = copy / "_config.yml"
    settings.write_text(settings.read_text("utf-8").replace('working"', "working"), "utf-8")
    alone = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    # Whatever the dates of its files, the copy installs nothing into the environment that it shares with this folder.
    done = subprocess.run(
        ["make", "-o", ".venv/ready", "book"], cwd=copy, env=alone, capture_output=True, text=True, timeout=120
    )
    assert done.returncode != 0
    mistake, count, end = done.stdout.splitlines()
    assert mistake.startswith("_config.yml, line ") and count == "1 mistake."
    assert end == "The book wasn't built. If there was one before, it hasn't changed."
    assert last.read_text("utf-8") == "The last book"
