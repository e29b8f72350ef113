"""Whether one participant can reach what another wrote, tried as that participant."""

from __future__ import annotations

import pwd
import subprocess
from pathlib import Path


def leaks(person: str, other_home: Path, other_copy: Path) -> list[str]:
    """Try as one person, with that person's rights, to reach what another wrote.

    Parameters
    ----------
    person
        Name of the system user who tries.
    other_home
        Home of another.
    other_copy
        What the other put into the drop folder; its name is given away, to be strict.

    Returns
    -------
    list of str
        What worked and should not have. Empty when all is well.
    """
    workbook = other_home / "notebooks/my-workbook.json"
    tries = {
        "list the home": ["ls", other_home],
        "read the workbook": ["cat", workbook],
        "list the drop folder": ["ls", other_copy.parent],
        "read what was handed in": ["cat", other_copy],
        "write over what was handed in": ["sh", "-c", 'printf "" >> "$0"', other_copy],
        "move what was handed in": ["mv", other_copy, f"{other_copy}.moved"],
    }
    for needed in (workbook, other_copy):
        if not needed.exists():
            raise FileNotFoundError(f"{needed} is not there, so nothing would be shown by failing to read it.")
    return [what for what, command in tries.items() if can(person, command)]


def can(person: str, command: list[str | Path]) -> bool:
    """Tell whether a command works for a system user."""
    user = pwd.getpwnam(person)
    done = subprocess.run(
        command, user=user.pw_uid, group=user.pw_gid, extra_groups=[], cwd="/", capture_output=True, check=False
    )
    return done.returncode == 0
