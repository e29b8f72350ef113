"""Build the book beside the last one, and put it in its place only when it is whole: `joinedup build`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

RUN = "import sys; from jupyter_book.cli.main import main; sys.exit(main())"
OPTIONS = ("--all", "--warningiserror", "--nitpick", "--keep-going", "--quiet")


def build(root: Path) -> int:
    """Build the book and say which file to open; give the exit status.

    Parameters
    ----------
    root : Path
        The workbook's folder. The book comes to be in `_build/html`, unless it cannot be built: then what was there
        before stays, and a line for each mistake says why.
    """
    beside, there = root / "_build" / "next", root / "_build" / "html"
    made = beside / "_build" / "html"
    shutil.rmtree(made, ignore_errors=True)
    beside.mkdir(parents=True, exist_ok=True)
    log = beside / "log"
    # The command of its own would begin with the path of the folder it was installed in, which may have been renamed.
    command = [sys.executable, "-c", RUN, "build", ".", *OPTIONS, "--path-output", os.path.relpath(beside, root)]
    with log.open("wb") as told:
        done = subprocess.run(
            command, cwd=root, env={**os.environ, "PYTHONUTF8": "1"}, stdout=told, stderr=told, check=False
        )
    if done.returncode:
        from .check.command import check

        if check(root) == 0:
            print(log.read_text(encoding="utf-8", errors="replace"))
        print("The book wasn't built. If there was one before, it hasn't changed.")
        return 1
    shutil.rmtree(there, ignore_errors=True)
    made.replace(there)
    print(f"The book is built. Open {there / 'index.html'}")
    return 0
