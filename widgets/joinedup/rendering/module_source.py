"""Read one ES module: what it imports, declares and exports.

It reads the forms the source files keep to: `import name from "./file.js"`, `import { a, b } from "./file.js"`, and
`export` before a declaration or `export default` before an expression. Anything else is refused by file and line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ..errors import JoinedUpError

IMPORT = re.compile(
    r'^import\s+(?:(?P<default>[\w$]+)|\{(?P<names>[^}]*)\})\s+from\s+"(?P<file>\.[^"]+)";\n?', re.MULTILINE
)
DECLARED = re.compile(
    r"^(?P<export>export )?(?:async )?"
    r"(?:(?:function\*?|class|const|let) (?P<name>[\w$]+)|const [\[{](?P<several>[^\]}]*)[\]}])",
    re.MULTILINE,
)
DEFAULT = re.compile(r"^export default ", re.MULTILINE)
OTHER = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)


class LinkError(JoinedUpError):
    """The source files cannot be linked: says which file, which line and what was expected."""


@dataclass(frozen=True)
class Source:
    """One source file, read.

    Attributes
    ----------
    path : Path
        The file, resolved.
    imports : dict of Path to set of str
        The names it imports from each other file; "default" stands for the default export.
    default_names : dict of Path to str
        What it calls the default exports that it imports.
    names : frozenset of str
        Every name it declares at its top level.
    exports : frozenset of str
        Those it exports, "default" included.
    text : str
        The file without its imports.
    """

    path: Path
    imports: Mapping[Path, frozenset[str]]
    default_names: Mapping[Path, str]
    names: frozenset[str]
    exports: frozenset[str]
    text: str


@cache
def read(path: Path) -> Source:
    """Read one source file: what it imports, declares and exports.

    Parameters
    ----------
    path : Path
        The file, resolved.

    Raises
    ------
    LinkError
        For an import or an export in a form that the linker does not know.
    """
    text = path.read_text(encoding="utf-8")
    imports: dict[Path, set[str]] = {}
    default_names = {}
    for found in IMPORT.finditer(text):
        other = (path.parent / found["file"]).resolve()
        names = imports.setdefault(other, set())
        if found["default"]:
            names.add("default")
            default_names[other] = found["default"]
        for name in filter(None, (piece.strip() for piece in (found["names"] or "").split(","))):
            if not name.isidentifier():
                raise LinkError(f"{path.name}: 'import {{ {name} }}'. Expected a name as it is exported.")
            names.add(name)
    rest = IMPORT.sub("", text)
    declared, exports = set(), set()
    for one in DECLARED.finditer(rest):
        own = {one["name"]} if one["name"] else set(re.findall(r"[\w$]+(?=\s*(?:,|$))", one["several"]))
        declared |= own
        exports |= own if one["export"] else set()
    if DEFAULT.search(rest):
        exports.add("default")
    known = {match.start() for pattern in (DECLARED, DEFAULT) for match in pattern.finditer(rest)}
    for odd in OTHER.finditer(rest):
        if odd.start() not in known:
            raise LinkError(f"{path.name}: '{odd[0]}'. Expected one of the forms that linker.py describes.")
    frozen = {other: frozenset(names) for other, names in imports.items()}
    return Source(path, frozen, default_names, frozenset(declared), frozenset(exports), rest)
