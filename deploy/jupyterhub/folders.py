"""The folders of a workshop: a copy for each participant, what all can read, and where workbooks are handed in."""

from __future__ import annotations

import argparse
import os
import shutil
from pathlib import Path

SHARED_MODE = 0o2775  # facilitators write, everybody reads
DROP_MODE = 0o3773  # everybody may put a file in; only facilitators list it; nobody removes another's (sticky)


def make_workshop(folder: Path, group: int) -> None:
    """Make the shared folder and the drop folder of a workshop.

    Parameters
    ----------
    folder : Path
        Where they go, as ``shared`` and ``drop``. Its parent has to exist.
    group : int
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
    """Copy the workbook into a home, the first time. Run this as the participant.

    Parameters
    ----------
    source : Path
        The project's folder, with ``notebooks`` and ``data``.
    home : Path
        The participant's home. What is already there is left as it is.
    """
    for name in ("data", "notebooks"):
        if (home / name).exists():
            continue
        half = home / f".{name}.new"  # so that a copy that broke off is not taken for a whole one
        shutil.rmtree(half, ignore_errors=True)
        shutil.copytree(source / name, half, ignore=shutil.ignore_patterns(".*", "my-workbook.json*"))
        half.rename(home / name)
    page = home / "Hand in.ipynb"
    if not page.exists():
        shutil.copy(Path(__file__).with_name("Hand in.ipynb"), page)


def main() -> None:
    """Make a copy of the workbook for whoever runs this, or the folders of a workshop."""
    asked = argparse.ArgumentParser(description=main.__doc__)
    asked.add_argument("source", type=Path, nargs="?", help="the project's folder, for a copy in one's own home")
    asked.add_argument(
        "--disk-of-one", action="store_true", help="leave the rights of the home alone: nobody else has its disk"
    )
    asked.add_argument("--workshop", nargs=2, metavar=("FOLDER", "GROUP"), help="make the folders of a workshop")
    options = asked.parse_args()
    if options.workshop:
        folder, group = options.workshop
        make_workshop(Path(folder), int(group))
    elif options.source:
        if not options.disk_of_one:
            Path.home().chmod(0o700)
        make_own_copy(options.source, Path.home())
    else:
        asked.error("expected the project's folder, or --workshop")


if __name__ == "__main__":
    main()
