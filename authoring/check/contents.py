"""Check that the table of contents and the files it names belong together, and that the settings can be read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from joinedup.content.contents import TOC, left_out, listed
from joinedup.content.schema import LOADER
from joinedup.errors import TableError, suggest

from . import notebooks

SETTINGS = "_config.yml"
ENDINGS = ("", ".md", ".ipynb", ".rst")


def mistakes(root: Path) -> Iterator[str]:
    """Say what is missing on one side or the other, a line each.

    Every file in `_toc.yml` must exist, and every notebook must be in it, unless it is left out on purpose.

    Parameters
    ----------
    root : Path
        The workbook's folder.

    Yields
    ------
    str
        The file, what is wrong with it and what was expected.
    """
    yield from _settings_mistakes(root / SETTINGS)
    try:
        files = listed(root)
    except TableError as error:
        yield str(error)
        return
    for number, file in enumerate(files):
        if file in files[:number]:
            yield f"{TOC}: '{file}' is listed twice. List each file once."
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
                f"notebooks/{path.name} isn't listed in {TOC}. Expected a line '- file: {file}' there, "
                "or the same line with a # before it, which leaves the chapter out."
            )


def _settings_mistakes(path: Path) -> Iterator[str]:
    """Say where the book's name and settings cannot be read, where there are any."""
    if not path.is_file():
        return
    try:
        settings = yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER)
    except UnicodeDecodeError:
        yield f"{SETTINGS} is not saved as UTF-8. Expected UTF-8."
    except yaml.YAMLError as error:
        mark = getattr(error, "context_mark", None) or getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        yield (
            f"{SETTINGS}{line}: it cannot be read as YAML. "
            'Expected a name, a colon and a value, such as title: "Our name", with a quotation mark at both ends.'
        )
    else:
        if not isinstance(settings, dict) or not isinstance(settings.get("title"), str):
            yield f'{SETTINGS} has no title. Expected a line such as title: "Our name: what it is".'
