"""The command `joinedup graph`: prints who imports whom, by folder, and says whether it is in order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from .imports import LAYERS, Graph, graph, javascript_imports, layer_of, python_imports
from .judging import mistakes

TITLES = (
    "widgets: what a notebook imports",
    "book: the pages around it",
    "authoring: commands for those who change it",
)


def run(root: Path, *, picture: bool = False) -> int:
    """Print the graph and what is wrong with it; return the exit status, 1 if anything is.

    Parameters
    ----------
    root : Path
        The workbook's folder.
    picture : bool
        Print a Mermaid flowchart of both languages together instead, as CONTRIBUTING.md has it.
    """
    graphs = {"Python": graph(python_imports(root)), "JavaScript": graph(javascript_imports(root))}
    if picture:
        print("\n".join(flowchart(together(*graphs.values()))))
        return 0
    wrong = []
    for language, found in graphs.items():
        print(f"{language}\n")
        print("\n".join(_lines(found)))
        wrong += [f"{language}: {one}" for one in mistakes(found)]
    print("\n".join(wrong) or "Three layers, no arrow upwards, and no circle.")
    return 1 if wrong else 0


def together(*graphs: Graph) -> Graph:
    """Return the arrows of several graphs."""
    nodes = sorted({node for one in graphs for node in one})
    return {node: set().union(*(one.get(node, set()) for one in graphs)) for node in nodes}


def _lines(found: Graph) -> Iterator[str]:
    """Write the graph layer by layer, the highest first, each folder with those it imports from."""
    for place in reversed(range(len(LAYERS))):
        own = {node: others for node, others in found.items() if layer_of(node) == place}
        if own:
            yield TITLES[place]
            for node, others in own.items():
                yield f"  {node}" + (
                    f"  ->  {', '.join(sorted(_short(other, place) for other in others))}" if others else ""
                )
            yield ""


def _short(node: str, place: int) -> str:
    """Return a folder's name as seen from a layer: its own parts without the layer's path."""
    return node.removeprefix(f"{LAYERS[place]}/")


def flowchart(found: Graph) -> Iterator[str]:
    """Draw the graph for Mermaid: a box for each layer, and only arrows that no longer way makes plain."""
    yield "flowchart TD"
    for place in reversed(range(len(LAYERS))):
        yield f'  subgraph {LAYERS[place].split("/")[0]}["{TITLES[place]}"]'
        for node in (node for node in found if layer_of(node) == place and not _is_file(node)):
            yield f'    {_id(node)}["{_short(node, place)}"]'
        yield "  end"
    for node, others in _plain(found).items():
        for other in sorted(others):
            yield f"  {_id(node)} --> {_id(other)}"


def _is_file(node: str) -> bool:
    return "." in node


def _id(node: str) -> str:
    return node.replace("/", "_").replace(".", "_")


def _plain(found: Graph) -> Graph:
    """Leave out single files, and each arrow that a longer way already draws."""
    folders = {node: {o for o in others if not _is_file(o)} for node, others in found.items() if not _is_file(node)}

    def reached(node: str) -> set[str]:
        return set().union(*({other} | reached(other) for other in folders[node]))

    return {
        node: {one for one in others if not any(one in reached(other) for other in others if other != one)}
        for node, others in folders.items()
    }
