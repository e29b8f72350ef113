"""The list of packages that Pyodide loads: where each wheel is, its hash, and what can be imported from it.

Every package is in the list and is loaded at the start, so nothing is ever looked for elsewhere.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from email import message_from_bytes
from pathlib import Path
from typing import Any

from deploy.lite.wheels import WheelError, files_of


def lock(info: Mapping[str, str], wheels: Iterable[Path]) -> dict[str, Any]:
    """Make the list.

    Parameters
    ----------
    info : dict
        What Pyodide's own list says of itself: its Python, its version, what machine it makes.
    wheels : iterable of Path
        The wheels, which lie beside the list.

    Raises
    ------
    WheelError
        If a wheel does not say what it is, is made for another Python, or two are of the same package.
    """
    packages: dict[str, Any] = {}
    for path in sorted(wheels):
        entry = _entry(path, info["python"])
        name = re.sub(r"[-_.]+", "-", entry["name"]).lower()
        # The notebook's kernel asks for some packages by the names of their modules.
        for key in (name, name.replace("-", "_")) if name == "pyodide-kernel" else (name,):
            if key in packages:
                raise WheelError(f"Two wheels of {name}: {packages[key]['file_name']} and {path.name}. Expected one.")
            packages[key] = {**entry, "name": key}
    return {"info": dict(info), "packages": packages}


def _entry(path: Path, python: str) -> dict[str, Any]:
    files = files_of(path)
    about = next((body for name, body in files.items() if name.endswith(".dist-info/METADATA")), None)
    if about is None:
        raise WheelError(f"{path.name} does not say what it is. Expected a METADATA in it.")
    *_, tag, _, platform = path.stem.split("-")
    ours = f"cp{''.join(python.split('.')[:2])}"
    if platform != "any" and (tag != ours or "wasm32" not in platform):
        raise WheelError(f"{path.name} is made for another machine. Expected {ours} and wasm32, or any.")
    metadata = message_from_bytes(about)
    return {
        "name": metadata["Name"],
        "version": metadata["Version"],
        "file_name": path.name,
        "install_dir": "site",
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "package_type": "package",
        "imports": _imports(files),
        "depends": [],
        "unvendored_tests": False,
    }


def _imports(files: Iterable[str]) -> list[str]:
    """Return the names that can be imported from a wheel with these files."""
    tops = {name.split("/")[0] for name in files if name.endswith((".py", ".so"))}
    return sorted({top.split(".")[0] for top in tops if ".dist-info" not in top and ".data" not in top})
