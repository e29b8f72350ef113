"""One notebook at a time writes a workbook file, on file systems that can lock a file and on those that can't."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

PATIENCE = 5
"""How long, in seconds, to wait for another notebook that is just writing the file."""
LEFT_BEHIND = 30
"""From how many seconds on a lock file is one that a killed kernel left: writing takes a moment."""
PAUSE = 0.02
CANNOT_LOCK = {errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EINVAL, errno.EIO}
"""What network file systems say that know no locks."""


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Keep every other notebook from writing a workbook file.

    Parameters
    ----------
    path : Path
        The workbook file; the lock lies beside it.

    Raises
    ------
    Timeout
        If another notebook held the lock for all of `PATIENCE`.
    OSError
        If nothing can be written beside the file.
    """
    name = path.with_name(f".{path.name}.lock")
    if _can_lock(name):
        with FileLock(name, timeout=PATIENCE):
            yield
        return
    mark = path.with_name(f".{path.name}.held")
    _make(mark)
    try:
        yield
    finally:
        mark.unlink(missing_ok=True)


def _can_lock(name: Path) -> bool:
    """Tell whether the file system can lock a file: `filelock` would wait for one that can't as if it were in use."""
    try:
        import fcntl
    except ImportError:  # Windows, which locks in another way, and a browser, where there is nobody to lock out
        return True
    handle = os.open(name, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in CANNOT_LOCK  # held by somebody, then
    finally:
        os.close(handle)
    return True


def _make(mark: Path) -> None:
    """Make a file that only one notebook can make. One that a killed kernel left behind is taken away."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            os.close(os.open(mark, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644))
            return
        except FileExistsError:
            _take_away_if_left(mark)
        if time.monotonic() > end:
            raise Timeout(str(mark))
        time.sleep(PAUSE)


def _take_away_if_left(mark: Path) -> None:
    try:
        age = time.time() - mark.stat().st_mtime
    except FileNotFoundError:
        return
    if age > LEFT_BEHIND:
        mark.unlink(missing_ok=True)
