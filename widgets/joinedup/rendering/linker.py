"""Link ES modules into one text, for places that cannot follow an import.

A notebook loads an exercise as a single module, and a page opened from a folder may not load modules at all. The source
files are ordinary modules that import from their neighbours. The linker follows those imports, puts what is imported
before what imports it, and writes everything into one scope. That is why it refuses two files that use one name at
their top level, as well as circles and names that nobody exports.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ..errors import suggest
from .module_source import DEFAULT, LinkError, Source, read


def module(entry: Path, wrapper: tuple[Path, str] | None = None) -> str:
    """Link a file and all it imports into one ES module that imports nothing.

    Parameters
    ----------
    entry : Path
        The file whose default export becomes the module's.
    wrapper : tuple of Path and str, optional
        A file and the name of a function in it, which is handed the default export; what it returns is exported.

    Returns
    -------
    str
        The module's text.

    Raises
    ------
    LinkError
        If a file or a name cannot be found, if files import each other in a circle, or if two declare one name.
    """
    name = "definedHere"
    files = [entry.resolve(), *([wrapper[0].resolve()] if wrapper else [])]
    exported = f"{wrapper[1]}({name})" if wrapper else name
    return "\n".join([*_linked(files, {files[0]: name}), f"export default {exported};\n"])


def script(entry: Path | Mapping[str, Path], *calls: str, also: Iterable[Path] = ()) -> str:
    """Link files and all they import into one classic script that leaves nothing in the page's global scope.

    Parameters
    ----------
    entry : Path or dict of str to Path
        The file to begin with, or several whose default exports get the names that the dictionary gives them.
    *calls : str
        Statements that follow, which may use any name the linked files declare.
    also : iterable of Path
        Further files that the statements need.

    Raises
    ------
    LinkError
        As for `module`.
    """
    named = {path.resolve(): name for name, path in entry.items()} if isinstance(entry, Mapping) else {}
    files = [*(named or [entry.resolve()]), *(path.resolve() for path in also)]  # type: ignore[union-attr]
    return "\n".join(['(() => {\n"use strict";', *_linked(files, named), *calls, "})();\n"])


def linked_files(*entries: Path) -> list[Path]:
    """List the files that some entries are linked from, each after those it imports."""
    return [source.path for source in _in_order([entry.resolve() for entry in entries])]


def linked_texts(
    entries: Iterable[Path], named: Mapping[Path, str] | None = None, without: Iterable[Path] = ()
) -> list[str]:
    """Return the text of each file that some entries are linked from, in order.

    Parameters
    ----------
    entries : iterable of Path
        The files to begin with.
    named : dict of Path to str, optional
        What the default exports of some are called.
    without : iterable of Path
        Files whose texts are elsewhere already.
    """
    names = {path.resolve(): name for path, name in (named or {}).items()}
    return list(_linked([entry.resolve() for entry in entries], names, frozenset(without)))


def _linked(entries: list[Path], named: Mapping[Path, str], without: frozenset[Path] = frozenset()) -> Iterator[str]:
    """Return the text of each file, in an order in which everything is there before it is used."""
    sources = [source for source in _in_order(entries) if source.path not in without]
    default_names = _default_names(sources, named)
    owners: dict[str, Path] = {}
    for source in sources:
        own = {*source.names, *([default_names[source.path]] if source.path in default_names else [])}
        for name in own:
            if name in owners:
                raise LinkError(
                    f"{source.path.name}: '{name}' is declared here and in {owners[name].name}, and one script takes "
                    "in both. Expected different names."
                )
            owners[name] = source.path
        text = re.sub(r"^export (?!default)", "", source.text, flags=re.MULTILINE)
        if source.path in default_names:
            text = DEFAULT.sub(f"const {default_names[source.path]} = ", text)
        yield text.strip()


def _default_names(sources: list[Source], named: Mapping[Path, str]) -> dict[Path, str]:
    """Find what each default export is called: one name, whoever imports it."""
    found = dict(named)
    for source in sources:
        for path, name in source.default_names.items():
            if found.setdefault(path, name) != name:
                raise LinkError(
                    f"{source.path.name}: the default export of {path.name} is called '{name}' here and "
                    f"'{found[path]}' elsewhere. Expected one name."
                )
    for source in sources:
        if "default" in source.exports and source.path not in found:
            raise LinkError(f"{source.path.name}: nothing imports its default export. Expected a name for it.")
    return found


def _in_order(entries: list[Path]) -> list[Source]:
    done: dict[Path, Source] = {}
    for entry in entries:
        _visit(entry, done, [])
    return list(done.values())


def _visit(path: Path, done: dict[Path, Source], way: list[Path]) -> None:
    if path in done:
        return
    if path in way:
        circle = " > ".join(one.name for one in [*way[way.index(path) :], path])
        raise LinkError(f"{path.name}: files import each other in a circle: {circle}. Expected imports one way only.")
    source = read(path)
    for other, names in source.imports.items():
        if not other.is_file():
            raise LinkError(f"{path.name}: it imports from {other.name}, which is not there. Expected {other}.")
        _visit(other, done, [*way, path])
        for name in sorted(names - done[other].exports):
            raise LinkError(f"{path.name}: {other.name} exports no '{name}'.{suggest(name, done[other].exports)}")
    done[path] = source
