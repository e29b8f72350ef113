"""A few words for drawing SVG: shapes, arrows and text that breaks into lines."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import quoteattr

from ..content import te_reo

WIDTH = {"normal": 0.52, "bold": 0.56}
"""How wide a letter of Arial and its kin is on average, in parts of its size."""
LEADING = 1.35


def tag(name: str, content: str = "", **attributes: object) -> str:
    """Return one SVG element; underscores in attribute names become hyphens, and `klass` is `class`."""
    named = {"class" if key == "klass" else key.replace("_", "-"): value for key, value in attributes.items()}
    text = "".join(f" {key}={quoteattr(str(value))}" for key, value in named.items() if value is not None)
    return f"<{name}{text}>{content}</{name}>" if content else f"<{name}{text}/>"


def drawing(klass: str, width: float, height: float, parts: Iterable[str]) -> str:
    """Return a whole drawing, hidden from screen readers: the figure around it has the words."""
    return tag(
        "svg",
        "".join(parts),
        klass=f"ju-{klass}",
        viewBox=f"0 0 {width:g} {height:g}",
        width=f"{width:g}",
        height=f"{height:g}",
        aria_hidden="true",
        focusable="false",
    )


def lines_of(text: str, width: float, size: float, weight: str = "normal") -> list[str]:
    """Break a text into lines of at most `width` units at a font size."""
    room = max(1, int(width / (size * WIDTH[weight])))
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def text_height(text: str, width: float, size: float, weight: str = "normal") -> float:
    """How tall a text is once it is broken into lines."""
    return len(lines_of(text, width, size, weight)) * size * LEADING


def balanced(text: str, width: float, size: float, weight: str = "normal") -> float:
    """Return the least width at which a text needs no more lines than at `width`, so that its lines are of a length."""
    fewest = len(lines_of(text, width, size, weight))
    return next(least for least in range(1, int(width) + 2) if len(lines_of(text, least, size, weight)) <= fewest)


def words(
    text: str, x: float, y: float, *, width: float, size: float = 14, weight: str = "normal", anchor: str = "middle",
    klass: str = "ju-ink",
) -> str:  # fmt: skip
    """Draw a text from its top edge `y` down, broken to `width`, around or from `x`."""
    spans = " ".join(
        tag("tspan", with_te_reo(line), x=f"{x:g}", y=f"{y + size * (0.95 + LEADING * n):g}")
        for n, line in enumerate(lines_of(text, width, size, weight))
    )
    return tag("text", spans, klass=klass, font_size=f"{size:g}", font_weight=weight, text_anchor=anchor)


def with_te_reo(text: str) -> str:
    """Escape a text for a drawing and mark its te reo Māori words as such."""
    return str(te_reo.mark(text)).replace("<span ", "<tspan ").replace("</span>", "</tspan>")


def apart(text: str, x: float, y: float, *, width: float, size: float = 14, weight: str = "normal", **how: str) -> str:
    """Draw a text as `words` does, each line by itself: so no space at a line's end moves it off its middle or end."""
    return "".join(
        words(line, x, y + size * LEADING * n, width=width, size=size, weight=weight, **how)
        for n, line in enumerate(lines_of(text, width, size, weight))
    )


def box(x: float, y: float, width: float, height: float, klass: str = "ju-box", radius: float = 6) -> str:
    """Draw a rectangle with soft corners."""
    return tag("rect", x=f"{x:g}", y=f"{y:g}", width=f"{width:g}", height=f"{height:g}", rx=f"{radius:g}", klass=klass)


def arrow(points: str, klass: str = "ju-arrow", *, end: tuple[float, float], turn: float) -> str:
    """Draw a path with an arrow head at `end`, turned by `turn` degrees (0 points right)."""
    head = tag(
        "path",
        d="M -9 -5 L 0 0 L -9 5 z",
        klass=f"{klass}-head",
        transform=f"translate({end[0]:g} {end[1]:g}) rotate({turn:g})",
    )
    return tag("path", d=points, klass=klass) + head


def at(x: float, y: float, radius: float, turn: float) -> tuple[float, float]:
    """Return the point `radius` away from (x, y), turned by `turn` degrees (0 points right, 90 down)."""
    return x + radius * math.cos(math.radians(turn)), y + radius * math.sin(math.radians(turn))


def ring(x: float, y: float, inner: float, outer: float, classes: Sequence[str], *, first: float, gap: float) -> str:
    """Draw a ring cut into equal parts, clockwise, the middle of the first at `first` degrees, `gap` apart."""
    step, parts = 360 / len(classes), []
    for n, klass in enumerate(classes):
        # The gap is as wide at the inner edge as at the outer one, so its angle differs.
        far, near = (math.degrees(math.asin(gap / 2 / radius)) for radius in (outer, inner))
        start, stop = first + step * (n - 0.5), first + step * (n + 0.5)
        corners = [
            at(x, y, outer, start + far),
            at(x, y, outer, stop - far),
            at(x, y, inner, stop - near),
            at(x, y, inner, start + near),
        ]
        a, b, c, d = (f"{right:.1f} {down:.1f}" for right, down in corners)
        path = f"M {a} A {outer:g} {outer:g} 0 0 1 {b} L {c} A {inner:g} {inner:g} 0 0 0 {d} Z"
        parts.append(tag("path", d=path, klass=klass))
    return "".join(parts)
