"""Check that the table of contents and the files it names belong together."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..errors import TableError, suggest
from ..toc import TOC, left_out, listed
from . import notebooks

ENDINGS = ("", ".md", ".ipynb", ".rst")


def mistakes(root: Path) -> Iterator[str]:
    """Say what is missing on one side or the other, a line each.

    Every file in `_toc.yml` must exist, and every notebook must stand in it, unless it is left out on purpose.

    Parameters
    ----------
    root : Path
        The workbook's folder.

    Yields
    ------
    str
        The file, what is wrong with it and what was expected.
    """
    try:
        files = listed(root)
    except TableError as error:
        yield str(error)
        return
    for number, file in enumerate(files):
        if file in files[:number]:
            yield f"{TOC}: '{file}' stands there twice. Expected each file once."
        elif not any((root / f"{file}{ending}").is_file() for ending in ENDINGS):
            known = {f"{part.parent.name}/{part.stem}" for part in (root / file).parent.glob("*.*")}
            near = suggest(file, sorted(known)).partition(" Expected")[0]
            out = " To leave a chapter out, put a # before its line." if file.startswith("notebooks/") else ""
            yield f"{TOC}: there is no file '{file}'.{near} Expected {file}.md or {file}.ipynb.{out}"
    out_on_purpose = left_out(root)
    for path in notebooks.found(root):
        file = f"notebooks/{path.stem}"
        if file not in files and path.stem not in out_on_purpose:
            yield (
                f"notebooks/{path.name} does not stand in {TOC}. Expected a line '- file: {file}' there, "
                "or the same line with a # before it, which leaves the chapter out."
            )
