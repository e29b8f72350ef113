"""The colours of the workbook, all of them from `palette.css` and nowhere else.

There each colour is a pair, `light-dark(#…, #…)`. Browsers before Chrome 123, Firefox 120 and Safari 17.5 don't know
that function, and without it everything would be black on black. What is written into pages says the same in a way
that all of them know: of two switches, `--ju-light` and `--ju-dark`, one is always `initial` and the other empty. A
colour is `var(--ju-light, #…) var(--ju-dark, #…)`, and the one whose switch is `initial` falls back to its value.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("palette.css")
PAGES = re.compile(r"\n/\*[^*]*\*/\n:root \{")
"""Where the colours begin that only the pages of the book have."""
HEX = "(#[0-9A-Fa-f]{6})"
COLOUR = re.compile(rf"^\s*--ju-([\w-]+):\s*light-dark\(\s*{HEX}\s*,\s*{HEX}\s*\);", re.MULTILINE)
PAIR = re.compile(r"light-dark\(\s*(#\w+)\s*,\s*(#\w+)\s*\)")
SCHEME = re.compile(r"^( *)color-scheme: (light|dark|light dark)( !important)?;$", re.MULTILINE)
SWITCHES = {"light": ("initial", ""), "dark": ("", "initial")}


@cache
def palette() -> str:
    """Return the rules that an exercise, a figure or a story brings along.

    Whatever page holds it is light unless it says otherwise: the pages of the book do, and JupyterLab.
    """
    own = for_every_browser(PAGES.split(FILE.read_text(encoding="utf-8"))[0])
    return f":where(:root) {{\n{_switches('light')}}}\n{own}"


@cache
def page_palette() -> str:
    """Return the rules for a page of the book: every colour, for the whole page, and for what is always on paper."""
    lines = (f"  --ju-{name}: {switched(light, dark)};" for name, light, dark in colours())
    on_paper = f".ju-on-paper {{\n{_switches('light')}}}\n"
    return "\n".join([":root,\n.ju-on-paper {", *lines, "}\n"]) + on_paper


def colours() -> list[tuple[str, str, str]]:
    """List every colour: its name without `--ju-`, and what it is on light paper and on dark."""
    return COLOUR.findall(FILE.read_text(encoding="utf-8"))


def switched(light: str, dark: str) -> str:
    """Return a colour as a value that is the one in light and the other in dark."""
    return f"var(--ju-light, {light}) var(--ju-dark, {dark})"


def for_every_browser(rules: str) -> str:
    """Return a style sheet whose pairs of colours every browser knows.

    Parameters
    ----------
    rules : str
        The style sheet. Wherever it sets `color-scheme`, on a line of its own, the switches are set as well; for
        `light dark` they are light here, and the device's wish has to follow: see `device_scheme`.

    Returns
    -------
    str
        The same, without `light-dark()`.
    """
    paired = PAIR.sub(lambda found: switched(found[1], found[2]), rules)
    return SCHEME.sub(lambda found: found[0] + "\n" + _switches(found[2].split()[0], found[1], found[3] or ""), paired)


def device_scheme() -> str:
    """Return the rules by which a page is dark where the device is, and nobody has chosen otherwise or nobody can."""
    dark = _switches("dark")
    return (
        f"@media (prefers-color-scheme: dark) {{\n:root:not([data-appearance]) {{\n{dark}}}\n}}\n"
        f"@media (forced-colors: active) and (prefers-color-scheme: dark) {{\n:root[data-appearance] {{\n{dark}}}\n}}\n"
    )


def _switches(scheme: str, indent: str = "  ", important: str = "") -> str:
    """Return the two switches of a scheme. An empty value is written as a space: without it, old browsers drop it."""
    light, dark = SWITCHES[scheme]
    return f"{indent}--ju-light: {light}{important};\n{indent}--ju-dark: {dark}{important};\n"
