"""The folders of a workshop: a copy for each participant, what all can read, and where workbooks are handed in."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

SHARED_MODE = 0o2775  # facilitators write, everybody reads
DROP_MODE = 0o3773  # everybody may put a file in; only facilitators list it; nobody removes another's (sticky)


def make_workshop(folder: Path, group: int) -> None:
    """Make the shared folder and the drop folder of a workshop.

    Parameters
    ----------
    folder
        Where they go, as ``shared`` and ``drop``. Its parent has to exist.
    group
        Number of the facilitators' group. Files handed in get it, by the setgid bit.
    """
    folder.mkdir(exist_ok=True)
    folder.chmod(0o755)
    for name, mode in (("shared", SHARED_MODE), ("drop", DROP_MODE)):
        place = folder / name
        place.mkdir(exist_ok=True)
        os.chown(place, -1, group)
        place.chmod(mode)


def make_own_copy(source: Path, home: Path) -> None:
    """Close a home to others and, the first time, copy the workbook into it. Run this as the participant.

    Parameters
    ----------
    source
        The project's folder, with ``notebooks`` and ``data``.
    home
        The participant's home. What is already there is left as it is.
    """
    home.chmod(0o700)
    for name in ("data", "notebooks"):
        if (home / name).exists():
            continue
        half = home / f".{name}.new"  # so that a copy that broke off is not taken for a whole one
        shutil.rmtree(half, ignore_errors=True)
        shutil.copytree(source / name, half, ignore=shutil.ignore_patterns(".*", "my-workbook.json"))
        half.rename(home / name)
    page = home / "Hand in.ipynb"
    if not page.exists():
        shutil.copy(Path(__file__).with_name("Hand in.ipynb"), page)


if __name__ == "__main__":
    make_own_copy(Path(sys.argv[1]), Path.home())
