"""What may not be in the graph of imports: an arrow upwards, or a circle."""

from __future__ import annotations

from collections.abc import Iterator

from .imports import Graph, layer_of

ORDER = (
    "errors.py", "content", "rendering", "workbook", "figures", "exercises", "exercises/base", "exercises/*", "cohort",
    "",
)  # fmt: skip
"""The parts of `widgets/joinedup`, the lowest first. `exercises/*` stands for every family, "" for the public names."""
WIDGETS = "widgets/joinedup"


def mistakes(graph: Graph) -> Iterator[str]:
    """Say which arrows shouldn't be there, a line each.

    Parameters
    ----------
    graph : dict of str to set of str
        For each folder the folders it imports from.
    """
    for one, others in graph.items():
        for other in sorted(others):
            if layer_of(other) > layer_of(one):
                yield f"{one} imports {other}, which is in a layer above it. Expected imports downwards only."
            elif layer_of(one) == 0 and not _is_below(other, one):
                order = ", ".join(filter(None, ORDER))
                yield f"{one} imports {other}, which isn't below it. Expected this order: {order}."
    for circle in circles(graph):
        yield f"{' > '.join(circle)}: these import each other in a circle. Expected imports one way only."


def _is_below(other: str, one: str) -> bool:
    """Tell whether a part lies below another; a family of exercises may build on another family's engine."""
    family = ORDER.index("exercises/*")
    return _rank(other) < _rank(one) or _rank(other) == _rank(one) == family


def _rank(node: str) -> int:
    part = node.removeprefix(WIDGETS).removeprefix("/")
    if part in ORDER:
        return ORDER.index(part)
    return ORDER.index("exercises/*") if part.startswith("exercises/") else len(ORDER)


def circles(graph: Graph) -> list[list[str]]:
    """Return each circle once, beginning and ending with the same folder."""
    found: list[list[str]] = []
    done: set[str] = set()

    def visit(node: str, way: list[str]) -> None:
        if node in way:
            found.append([*way[way.index(node) :], node])
        elif node not in done:
            for other in sorted(graph.get(node, ())):
                visit(other, [*way, node])
            done.add(node)

    for node in graph:
        visit(node, [])
    return found
