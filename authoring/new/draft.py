"""Files that are about to be made or changed: all of them are written, or none is."""

from __future__ import annotations

import shutil
from pathlib import Path

from joinedup.errors import JoinedUpError

STAGED = ("data/**/*", "notebooks/*.ipynb", "book/**/*.md", "_toc.yml", "_config.yml")
"""What a copy of the workbook needs so that notebooks run and the check can look at it."""


class NewError(JoinedUpError):
    """Something new could not be made. Nothing was changed."""


class Draft:
    """What is to be written in a workbook, kept in memory until all of it is known to be sound.

    Parameters
    ----------
    root : Path
        The workbook's folder.
    """

    def __init__(self, root: Path):
        self.root = root
        self.made: dict[str, bytes] = {}
        self.changed: dict[str, bytes] = {}

    def read(self, name: str) -> str:
        """Return a file's text as it will be, with its own line ends and byte-order mark.

        Parameters
        ----------
        name : str
            The file's path in the workbook, with slashes.

        Raises
        ------
        NewError
            If there is no such file, or it is not UTF-8.
        """
        data = self.changed.get(name) or self.made.get(name)
        try:
            return (data if data is not None else (self.root / name).read_bytes()).decode("utf-8")
        except FileNotFoundError:
            raise NewError(f"{name} does not exist. Run the command in the workbook's folder.") from None
        except UnicodeDecodeError:
            raise NewError(f"{name} is not saved as UTF-8. Run the check and fix the problem first.") from None

    def make(self, name: str, text: str | bytes) -> None:
        """Plan a new file.

        Raises
        ------
        NewError
            If a file with this name is there already, perhaps with other capitals.
        """
        path = self.root / name
        there = {one.name.lower() for one in path.parent.glob("*")} if path.parent.is_dir() else set()
        if path.name.lower() in there or name in self.made:
            raise NewError(f"{name} already exists and wasn't changed. Choose another title, or give --name.")
        self.made[name] = text if isinstance(text, bytes) else text.encode("utf-8")

    def change(self, name: str, text: str | bytes) -> None:
        """Plan another content of a file that is there, or of one that is planned."""
        planned = self.made if name in self.made else self.changed
        planned[name] = text if isinstance(text, bytes) else text.encode("utf-8")

    def stage(self, folder: Path) -> None:
        """Copy the workbook as it will be into an empty folder."""
        for pattern in STAGED:
            for path in self.root.glob(pattern):
                if path.is_file():
                    copy = folder / path.relative_to(self.root)
                    copy.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(path, copy)
        for name, data in {**self.made, **self.changed}.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(data)

    def keep(self) -> None:
        """Write everything. If that cannot be done to the end, put everything back as it was.

        Raises
        ------
        NewError
            If a file cannot be written; a spreadsheet may have it open.
        """
        before = {name: (self.root / name).read_bytes() for name in self.changed}
        written: list[str] = []
        folders: list[Path] = []
        try:
            for name, data in {**self.made, **self.changed}.items():
                path = self.root / name
                if not path.parent.is_dir():
                    folders.append(path.parent)
                    path.parent.mkdir(parents=True)
                written.append(name)
                _write(path, data)
        except BaseException as error:  # a key pressed in the middle too
            for name in written:
                if name in before:
                    _write(self.root / name, before[name])
                else:
                    (self.root / name).unlink(missing_ok=True)
            for folder in reversed(folders):
                folder.rmdir()
            if isinstance(error, OSError):
                why = f"{written[-1]} cannot be written ({error.strerror})."
                raise NewError(f"{why} If it is open in a spreadsheet, close it there.") from None
            raise


def _write(path: Path, data: bytes) -> None:
    """Put a file in its place in one step."""
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
