"""The letters a reader may have: a browser that finds the fonts of one family and no others."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserType

from tests.helpers.browser import QUIET, chromium_path

INSTALLED = Path("/usr/share/fonts")
FAMILIES = {
    "Liberation Sans": "LiberationSans-*.ttf",
    "Liberation Mono": "LiberationMono-*.ttf",
    "DejaVu Sans": "DejaVuSans*.ttf",
    "Comfortaa": "Comfortaa-*.ttf",
    "Yanone Kaffeesatz": "YanoneKaffeesatz-*.otf",
}
"""What a bare Debian installs with Chromium (where no other font is there, it may even take the mono-spaced one for
everything), what most have besides, a wide family and a narrow one."""
CONFIGURED = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
  <match target="pattern">
    <edit name="family" mode="append" binding="strong"><string>{family}</string></edit>
  </match>
</fontconfig>
"""


def configuration(family: str, folder: Path) -> Path:
    """Write a fontconfig file into a folder by which every text is set in one family; its absence is a failure."""
    files = sorted(INSTALLED.rglob(FAMILIES[family]))
    if not files:
        pytest.fail(f"No font {family} here. 'make test' installs it, and so does 'make fonts' by itself.")
    fonts = folder / "fonts"
    fonts.mkdir()
    for file in files:
        (fonts / file.name).symlink_to(file)
    path = folder / "fonts.conf"
    path.write_text(CONFIGURED.format(fonts=fonts, cache=folder / "cache", family=family), "utf-8")
    return path


@contextmanager
def browser_with(family: str, folder: Path, chromium: BrowserType) -> Iterator[Browser]:
    """Start a browser in which a page finds one family of fonts."""
    settings = os.environ | {"FONTCONFIG_FILE": str(configuration(family, folder))}
    browser = chromium.launch(executable_path=chromium_path(), args=list(QUIET), env=settings)
    yield browser
    browser.close()
