"""Let the Python of `.venv` find the workbook's own code, wherever the folder is and whatever it is called.

It needs nothing installed. An editable install would write the whole path of the folder: in the encoding of the locale,
so that a macron in it could stop Python, and for good, so that the folder could not be renamed. Here the path is
relative, and in plain ASCII.
"""

from __future__ import annotations

import os
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).parent.parent
FOLDERS = ("widgets", "book/_ext", ".")
"""Where the three layers are: exercises, book, authoring."""
LINKS = "better_connected.pth"
COMMAND = '#!/bin/sh\nexec "$(dirname "$0")/python" -m authoring "$@"\n'
COMMAND_ON_WINDOWS = '@"%~dp0python" -m authoring %*\r\n'


def link(root: Path, packages: Path, scripts: Path) -> None:
    """Write the paths, and the command `joinedup`.

    Parameters
    ----------
    root : Path
        The workbook's folder.
    packages, scripts : Path
        The folders of a virtual environment within it that hold its packages and its commands.
    """
    for left in packages.glob("__editable__*joinedup*"):  # an older set-up, which knows the folder by its whole path
        left.unlink()
    ways = [os.path.relpath(root / folder, packages).replace(os.sep, "/") for folder in FOLDERS]
    (packages / LINKS).write_text("".join(f"{way}\n" for way in ways), encoding="ascii", newline="\n")
    if os.name == "nt":
        (scripts / "joinedup.cmd").write_text(COMMAND_ON_WINDOWS, encoding="ascii", newline="")
    else:
        (scripts / "joinedup").write_text(COMMAND, encoding="ascii", newline="\n")
        (scripts / "joinedup").chmod(0o755)


if __name__ == "__main__":
    if sys.prefix == sys.base_prefix:
        sys.exit("Run this with the Python of the virtual environment in .venv.")
    link(ROOT, Path(sysconfig.get_path("purelib")), Path(sysconfig.get_path("scripts")))
