"""The colours as every browser knows them: light-dark() stands in the palette's file alone."""

from __future__ import annotations

import re

import pytest

from joinedup.rendering.palette import colours, device_scheme, for_every_browser, page_palette, palette


@pytest.mark.parametrize("rules", [palette(), page_palette()], ids=["figure", "page"])
def test_no_rule_needs_a_function_that_old_browsers_lack(rules: str) -> None:
    assert "light-dark" not in rules
    for name, light, dark in colours():
        if f"--ju-{name}:" in rules:
            assert f"--ju-{name}: var(--ju-light, {light}) var(--ju-dark, {dark});" in rules


def test_wherever_a_scheme_is_set_its_colours_are() -> None:
    written = for_every_browser("a {\n  color-scheme: dark !important;\n  color: light-dark(#ffffff, #000000);\n}\n")
    assert "--ju-light: !important;" in re.sub(r"\s+", " ", written)
    assert "--ju-dark: initial !important;" in written
    assert "color-scheme: dark !important;" in written
    assert "color: var(--ju-light, #ffffff) var(--ju-dark, #000000);" in written
    assert re.search(r"color-scheme: dark;\s+--ju-light: ;\s+--ju-dark: initial;", palette())


def test_a_choice_counts_more_than_the_device_and_a_page_more_than_a_figure() -> None:
    assert ":root:not([data-appearance])" in device_scheme()
    assert ":where(:root) {\n  --ju-light: initial;\n  --ju-dark: ;" in palette()
