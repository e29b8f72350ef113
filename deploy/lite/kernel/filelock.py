"""Locks where there is nobody to lock out: in a browser each notebook has a Python and a folder of its own."""

from __future__ import annotations

from contextlib import AbstractContextManager


class Timeout(TimeoutError):  # noqa: N818 - the name it is asked for by
    """Never raised: no lock is held by anybody else."""


class FileLock(AbstractContextManager):
    """Hold a lock on a file; it is always to be had.

    Parameters
    ----------
    path : Path
        The file.
    timeout : float, optional
        How long to wait for it, in seconds.
    """

    def __init__(self, path: object, timeout: float = -1):
        self.path = path

    def __exit__(self, *_: object) -> None:
        """Let go of it."""
