"""Which workbook file the exercises of this notebook keep their answers in."""

from __future__ import annotations

import sys
from pathlib import Path

from IPython import get_ipython

from .file import FILE, load
from .format import WorkbookError

_chosen: Path | None = None


def use(path: str | Path) -> None:
    """Keep the answers of this notebook in another workbook file. Call it before the exercises are made.

    Parameters
    ----------
    path : str or Path
        The file, made when the first answer is given; `my-workbook.json` beside the notebook unless this is called.

    Raises
    ------
    WorkbookError
        If the file is there and is no workbook, or its folder is not there. The one used before stays in use.
    """
    global _chosen
    path = Path(path).resolve()
    if path.exists():
        load(path)
    elif not path.parent.is_dir():
        raise WorkbookError(
            "missing", f"There is no folder {path.parent.name} for {path.name}. Expected one that exists."
        )
    _chosen = path


def current() -> Path | None:
    """Return the file that answers are kept in.

    None where nobody is at work, outside a notebook's kernel, and where Python runs in a browser: there the page itself
    keeps them, with those of the book. See live.js.
    """
    if sys.platform == "emscripten":
        return None
    return (_chosen or Path.cwd() / FILE) if hasattr(get_ipython(), "kernel") else None
