"""Wheels for a Python that runs in a browser: read, checked by hash, lightened, and made.

A wheel made here is the same, byte for byte, each time it is made of the same files.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

LONG_AGO = (1980, 1, 1, 0, 0, 0)
NATIVE = (".so", ".pyd", ".dll", ".dylib", ".c", ".pyi")
WHEEL = "Wheel-Version: 1.0\nGenerator: better-connected\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


class WheelError(Exception):
    """Something that was fetched is not what was expected."""


def check_hash(name: str, body: bytes, expected: str) -> None:
    """Refuse what is not, byte for byte, what was tried.

    Parameters
    ----------
    name : str
        What to call it in a message.
    body : bytes
        What was fetched.
    expected : str
        Its sha256, as hex digits.

    Raises
    ------
    WheelError
        If it is anything else.
    """
    found = hashlib.sha256(body).hexdigest()
    if found != expected:
        raise WheelError(f"{name} is not what was tried. Expected sha256 {expected}; it has {found}.")


def member(archive: Path, name: str) -> bytes:
    """Return a file from a wheel.

    Raises
    ------
    WheelError
        If there is none of that name.
    """
    with ZipFile(archive) as opened:
        try:
            return opened.read(name)
        except KeyError:
            raise WheelError(f"{archive.name} holds no {name}.") from None


def files_of(archive: Path) -> dict[str, bytes]:
    """Return every file of a wheel by its name, but for its list of files."""
    with ZipFile(archive) as opened:
        names = [name for name in opened.namelist() if not name.endswith(("/", ".dist-info/RECORD"))]
        return {name: opened.read(name) for name in names}


def without_native_code(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Leave out the machine's own code of a wheel whose Python works without it, and say so in its tag."""
    kept = {name: body for name, body in files.items() if not name.endswith(NATIVE)}
    return {name: WHEEL.encode() if name.endswith(".dist-info/WHEEL") else body for name, body in kept.items()}


def without_tests(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Leave out a package's tests of itself."""
    return {name: body for name, body in files.items() if "/tests/" not in name}


def of_modules(name: str, version: str, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of a wheel that holds some modules; none at all makes a package that cannot be imported.

    Parameters
    ----------
    name, version : str
        What the package is called.
    files : dict of str to bytes
        Its modules, by their names in the wheel.
    """
    about = f"{name}-{version}.dist-info"
    metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
    return {**files, f"{about}/METADATA": metadata.encode(), f"{about}/WHEEL": WHEEL.encode()}


def write(path: Path, files: Mapping[str, bytes]) -> None:
    """Write a wheel.

    Parameters
    ----------
    path : Path
        The wheel; one that is there is replaced.
    files : dict of str to bytes
        What is in it; its list of files is made.
    """
    about = next(name.split("/")[0] for name in files if name.endswith(".dist-info/METADATA"))
    rows = [f"{name},sha256={_digest(files[name])},{len(files[name])}" for name in sorted(files)]
    record = f"{about}/RECORD"
    held = {**files, record: "\n".join([*rows, f"{record},,", ""]).encode()}
    with ZipFile(path, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(held):
            entry = ZipInfo(name, LONG_AGO)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, held[name])


def _digest(body: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(body).digest()).decode().rstrip("=")
