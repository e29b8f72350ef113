"""What several tests of the built book share: the book as it is built to be published."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.publishing import SITE, build


@pytest.fixture(scope="package")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The book, built for the address `SITE` and beside a live part of 23 MB; the part itself is not there."""
    folder = tmp_path_factory.mktemp("published")
    described = folder / "lite.json"
    described.write_text('{"size": "23 MB"}')
    done = build(folder, BOOK_URL=SITE, BOOK_LIVE=str(described))
    assert done.returncode == 0, done.stderr
    return folder / "_build" / "html"
