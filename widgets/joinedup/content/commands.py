"""The commands that a message tells people to give, as this machine takes them."""

from __future__ import annotations

import os

JOINEDUP = r".venv\Scripts\joinedup" if os.name == "nt" else ".venv/bin/joinedup"
"""The project's own command, as it is given in the workbook's folder."""
WITHOUT_MAKE = {
    "check": r".venv\Scripts\joinedup check",
    "notebooks": r".venv\Scripts\joinedup execute",
    "book": r".venv\Scripts\joinedup build",
}


def command(name: str, system: str = os.name) -> str:
    """Return the command of the workbook with this name: there is no `make` on Windows.

    Parameters
    ----------
    name : str
        "check", "notebooks" or "book".
    system : str
        The operating system, as in `os.name`.
    """
    return WITHOUT_MAKE[name] if system == "nt" else f"make {name}"
