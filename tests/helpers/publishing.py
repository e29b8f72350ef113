"""The book, built for another place than this machine."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.helpers.book import ROOT

SITE = "https://example.org/learning/better-connected/"


def build(folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Build the book into a folder, with variables of the environment that say what is to be different."""
    jupyter_book = Path(sys.executable).with_name("jupyter-book")
    command = [str(jupyter_book), "build", str(ROOT), "--all", "--path-output", str(folder)]
    return subprocess.run(command, env={**os.environ, **variables}, capture_output=True, text=True, check=False)
