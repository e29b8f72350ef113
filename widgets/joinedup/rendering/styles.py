"""Put style sheets together: the palette first, then what every exercise has, then what a kind adds."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from .palette import palette


@cache
def read_style(path: Path) -> str:
    """Read one style sheet of the project."""
    return path.read_text(encoding="utf-8")


def style(*paths: Path) -> str:
    """Join style sheets, each once, after the palette."""
    return "\n".join([palette(), *(read_style(path) for path in dict.fromkeys(paths))])
