"""One look: sizes, corners and colours are said once, in the tokens and the palette, and there is one button."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from joinedup.rendering.styles import COMPONENTS, TOKENS
from tests.helpers.book import ROOT

PALETTE = ROOT / "widgets" / "joinedup" / "rendering" / "palette.css"
STYLES = sorted(
    path for folder in ("book", "widgets") for path in (ROOT / folder).rglob("*.css") if path not in (TOKENS, PALETTE)
)
SHEETS = ROOT / "book" / "_ext" / "joinedup_book" / "paper" / "styles"
ON_SCREEN = SHEETS / "desk.css"
"""The one part of the sheets to print that is of the book's look; the others are black on white, in points and
millimetres."""
LITERAL = {
    "font-size": re.compile(
        r"^(?!var\(--ju-text-[a-z]+\)( !important)?$|min\(var\(--ju-text-[a-z]+\), \d+vw\)$|inherit$)"
    ),
    "border-radius": re.compile(r"^(?!var\(--ju-radius[a-z-]*\)$|0$)"),
    "font-family": re.compile(r"^(?!var\(--ju-(sans|serif|mono)\)( !important)?$|inherit$)"),
}
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|oklch|oklab|lab|lch|color|color-mix|light-dark)a?\(")


def declarations(text: str) -> list[tuple[str, str, str]]:
    """Return what a style sheet says on screens: selector, property, value."""
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    found, open_blocks = [], []
    for piece in re.finditer(r"([^{};]*)([{};])", text):
        words, mark = piece[1].strip(), piece[2]
        if mark == "{":
            open_blocks.append(words)
            continue
        if words and not any(block.startswith(("@media print", "@page")) for block in open_blocks):
            name, _, value = words.partition(":")
            found.append((open_blocks[-1] if open_blocks else "", name.strip(), value.strip()))
        if mark == "}":
            open_blocks.pop()
    return found


@pytest.mark.parametrize("path", STYLES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_size_corner_or_colour_is_said_outside_the_tokens_and_the_palette(path: Path) -> None:
    if path.parent == SHEETS and path != ON_SCREEN:
        return
    in_drawings = path.name == "figure.css"  # the letters of a drawing: lines were broken by their widths
    for selector, name, value in declarations(path.read_text("utf-8")):
        if name in LITERAL and not (in_drawings and "svg" in selector):
            assert not LITERAL[name].search(value), (selector, name, value)
        assert not COLOUR.search(value), (selector, name, value)


def test_the_type_scale_has_eight_sizes_at_most_and_all_are_used() -> None:
    sizes = set(re.findall(r"^\s*(--ju-text-\w+):", TOKENS.read_text("utf-8"), re.MULTILINE))
    used = {name for path in STYLES for name in re.findall(r"var\((--ju-text-\w+)\)", path.read_text("utf-8"))}
    assert len(sizes) <= 8 and used == sizes


SET_ELSEWHERE = {"--stops", "--size", "--tall", "--ju-marked", "--ju-unmarked"}
"""Set on an element by a template or a script."""


def test_every_variable_that_is_used_is_set() -> None:
    texts = {path: path.read_text("utf-8") for path in (*STYLES, TOKENS, PALETTE)}
    known = {name for text in texts.values() for name in re.findall(r"(--[\w-]+):", text)} | SET_ELSEWHERE
    for path, text in texts.items():
        for name, otherwise in re.findall(r"var\(\s*(--[\w-]+)\s*(,)?", text):
            assert name in known or otherwise, (path, name)


def test_there_is_one_button() -> None:
    """Elsewhere a button may be given a place and a width, and never a look of its own."""
    for path in STYLES:
        if path == COMPONENTS["button"]:
            continue
        for selector, name, _ in declarations(path.read_text("utf-8")):
            if re.search(r"\bbutton\b(?!\[)|ju-button|live-button|ju-explore\b(?!-)|::file-selector", selector):
                assert name not in ("border", "border-radius", "font", "min-height", "cursor"), (path, selector, name)


def test_style_sheets_are_small() -> None:
    for path in STYLES:
        assert len(path.read_text("utf-8").splitlines()) < 200, path


def test_every_style_sheet_reaches_a_reader() -> None:
    """A file that nothing joins would be written for nobody."""
    from joinedup.exercises.base.exercise import STYLES as EXERCISE
    from joinedup.exercises.registry import KINDS
    from joinedup.exercises.story.stories import STYLE
    from joinedup.figures.figure import STYLES as FIGURE
    from joinedup_book.assets import PAGE_STYLES
    from joinedup_book.pages.my_workbook.setup import STYLES as WORKBOOK
    from joinedup_book.paper.setup import STYLES as PAPER
    from joinedup_book.run_sheets.setup import STYLES as RUN_SHEETS

    joined = {*PAGE_STYLES, *EXERCISE, *FIGURE, *WORKBOOK, *PAPER, *RUN_SHEETS, *COMPONENTS.values(), STYLE}
    joined |= {path for kind in KINDS.values() for path in kind.styles}
    for path in STYLES:
        alone = any(path.name in other.read_text("utf-8") for other in path.parent.glob("*.py"))
        assert path in joined or alone or path.stem in ("cover", "whole_book"), path


def test_no_style_of_every_page_makes_chromium_style_a_whole_page_again() -> None:
    """It does so at each new width of a window if key frames are in one style sheet with rules for widths, which takes
    ten seconds on a page as long as the whole book.
    """
    every_page = [path for path in STYLES if path.parent.parent.name == "every_page"]
    assert len(every_page) > 10
    assert [path.name for path in every_page if re.search(r"@keyframes|main:has\(:is\(", path.read_text("utf-8"))] == []
