"""Put a copy of one's workbook into the drop folder, where only facilitators can read it."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def hand_in(workbook: Path, drop: Path, remembered: Path) -> Path:
    """Copy a workbook file into the drop folder; a second time, replace one's own copy.

    Parameters
    ----------
    workbook
        The participant's workbook file.
    drop
        The drop folder.
    remembered
        A file of the participant's that keeps the name of their copy. It holds no name of theirs and cannot be guessed.

    Returns
    -------
    pathlib.Path
        The copy.

    Raises
    ------
    FileNotFoundError
        When there is no workbook file yet.
    """
    if not workbook.exists():
        raise FileNotFoundError(f"{workbook} is not there yet. Open a chapter, run it, and answer something first.")
    words = workbook.read_bytes()
    if not remembered.exists():
        remembered.write_text(f"workbook-{secrets.token_hex(16)}.json", encoding="utf-8")
    copy = drop / remembered.read_text(encoding="utf-8")
    new = not copy.exists()
    flags = os.O_WRONLY | os.O_NOFOLLOW | (os.O_CREAT | os.O_EXCL if new else os.O_TRUNC)
    with os.fdopen(os.open(copy, flags, 0o640), "wb") as file:
        os.fchmod(file.fileno(), 0o640)  # whatever the umask is
        file.write(words)
    return copy


if __name__ == "__main__":
    home = Path.home()
    hand_in(home / "notebooks/my-workbook.json", Path(os.environ["WORKSHOP"]) / "drop", home / ".handed-in")
    print("Your workbook is handed in. Facilitators can read it; other participants cannot. You can hand in again.")
