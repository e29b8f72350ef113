"""Read the imports of the project's own Python and JavaScript."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from joinedup.rendering.linker import read

LAYERS = ("widgets/joinedup", "book/_ext/joinedup_book", "authoring")
"""The three layers, the lowest first: each imports only from itself and from those before it."""
PATHS = ("widgets/", "book/_ext/", "")
"""What comes before a package's name in the path of its files."""

Graph = dict[str, set[str]]
"""For each node the nodes it imports from. See `node_of`."""


def python_imports(root: Path) -> Iterator[tuple[str, str]]:
    """Yield each import between two Python files of the project: who imports, and what.

    Parameters
    ----------
    root : Path
        The workbook's folder.

    Yields
    ------
    tuple of str
        Two paths relative to `root`.
    """
    files = {_module_of(path): path for path in _files(root, "py")}
    for module, path in files.items():
        package = module if path.endswith("__init__.py") else module.rpartition(".")[0]
        for node in ast.walk(ast.parse((root / path).read_text(encoding="utf-8"))):
            for name in _imported(node, package, files):
                if name in files and files[name] != path:
                    yield path, files[name]


def javascript_imports(root: Path) -> Iterator[tuple[str, str]]:
    """Yield the same of its JavaScript files."""
    for path in _files(root, "js"):
        for other in read((root / path).resolve()).imports:
            yield path, other.relative_to(root.resolve()).as_posix()


def node_of(path: str) -> str:
    """Return what a file is part of in the graph: its folder, or itself where it lies at the top of a layer.

    A layer's own files are apart, since its lowest (`errors.py`) and its highest (`__init__.py`) lie side by side.
    """
    file = PurePosixPath(path)
    folder = file.parent.as_posix()
    if folder not in LAYERS:
        return folder
    return folder if file.stem == "__init__" else f"{folder}/{file.name}"


def graph(imports: Iterator[tuple[str, str]]) -> Graph:
    """Return the imports by folder. Those inside a folder are left out."""
    found: Graph = {}
    for path, other in imports:
        one, two = node_of(path), node_of(other)
        found.setdefault(one, set())
        found.setdefault(two, set())
        if one != two:
            found[one].add(two)
    return {node: found[node] for node in sorted(found)}


def layer_of(node: str) -> int:
    """Return the number of a node's layer, 0 for the lowest."""
    return next(place for place, layer in enumerate(LAYERS) if node == layer or node.startswith(f"{layer}/"))


def _files(root: Path, ending: str) -> list[str]:
    found = (path.relative_to(root).as_posix() for layer in LAYERS for path in (root / layer).rglob(f"*.{ending}"))
    return sorted(found)


def _module_of(path: str) -> str:
    for before in PATHS:
        if path.startswith(before):
            return path.removeprefix(before).removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    raise ValueError(path)


def _imported(node: ast.AST, package: str, known: dict[str, str]) -> list[str]:
    """Return the modules that a statement imports; of a name in a package, the module of that name, if it is one."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if not isinstance(node, ast.ImportFrom):
        return []
    base = node.module or ""
    if node.level:
        above = package.split(".")[: len(package.split(".")) - node.level + 1]
        base = ".".join([*above, *([node.module] if node.module else [])])
    names = [f"{base}.{alias.name}" for alias in node.names]
    return [name if name in known else base for name in names]
