"""Put style sheets together: the palette and the measures first, then what is shared, then what a kind adds."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from .palette import for_every_browser, palette

HERE = Path(__file__).parent
TOKENS = HERE / "tokens.css"
COMPONENTS = {path.stem: path for path in sorted((HERE / "components").glob("*.css"))}
"""What exercises, figures and pages share, by name: the one button, a field, a notice, a card, a table, a picture."""


@cache
def read_style(path: Path) -> str:
    """Read one style sheet of the project."""
    return path.read_text(encoding="utf-8")


def join(*paths: Path) -> str:
    """Join style sheets, each once, in the order in which they are given, for every browser the book works in."""
    return for_every_browser("\n".join(read_style(path) for path in dict.fromkeys(paths)))


def style(*paths: Path) -> str:
    """Join style sheets after the palette, the measures and all that is shared: what stands alone in a notebook."""
    return "\n".join([palette(), join(TOKENS, *COMPONENTS.values(), *paths)])


def style_of_figure(*paths: Path) -> str:
    """Join the style sheets of a figure or a story, which share only what looks like a button or a table."""
    return "\n".join([palette(), join(TOKENS, COMPONENTS["button"], COMPONENTS["table"], *paths)])
