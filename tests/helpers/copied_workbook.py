"""Do what the page "Make it yours" says, step by step, as somebody would who has nothing but the page."""

from __future__ import annotations

import csv
import hashlib
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import nbformat

from tests.helpers.book import ROOT

PAGE = ROOT / "book" / "instructors" / "extending.md"
LEFT_BEHIND = shutil.ignore_patterns(
    ".git", ".venv", "_build", "__pycache__", "tests", "*.egg-info", "my-workbook.json"
)
PART = re.compile(r"^\(([\w-]+)\)=$", re.MULTILINE)
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"`([\w./-]+\.(?:csv|py|js|css|yml|yaml|ipynb))`")
NEW = ".venv/bin/joinedup new "


def parts() -> dict[str, str]:
    """Return the text of each part of the page by its anchor."""
    _, *found = PART.split(PAGE.read_text(encoding="utf-8"))
    return dict(zip(found[::2], found[1::2], strict=True))


def guide(title: str) -> str:
    """Return a part of CONTRIBUTING.md by its title."""
    _, _, rest = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition(f"\n## {title}\n")
    assert rest, title
    return rest.partition("\n## ")[0]


def steps(text: str) -> Iterator[tuple[str, str, str]]:
    """Return each block of a part: the words before it, its language, and what is in it."""
    end = 0
    for block in BLOCK.finditer(text):
        yield " ".join(text[end : block.start()].split()), block[1], block[2]
        end = block.end()


@dataclass
class Copy:
    """A copy of the workbook, and what has been done in it."""

    root: Path
    file: str = ""
    """The file that is open."""
    notebook: str = ""
    """The notebook that was made last."""
    table: str = ""
    old: str = ""
    said: list[str] = field(default_factory=list)
    """What the commands said."""

    def __post_init__(self) -> None:
        shutil.copytree(ROOT, self.root, ignore=LEFT_BEHIND)
        self.run_before = self.digests()

    def digests(self) -> dict[Path, str]:
        found = sorted((self.root / "notebooks").glob("*.ipynb"))
        return {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in found}

    def follow(self, anchor: str) -> None:
        """Do one recipe of the page, but for the three steps at its end: several recipes share them."""
        self.follow_text(parts()[anchor])

    def follow_text(self, text: str) -> None:
        """Do what a text says."""
        for words, language, block in steps(text):
            named = FILE.findall(words)
            if named:
                self.file = named[-1]
            if "In its notebook" in words:
                self.file = self.notebook
            if language == "bash":
                for line in block.splitlines():
                    if line.startswith(NEW):
                        self.make(shlex.split(line.removeprefix(NEW)))
                    else:
                        assert line in ("make check", "make notebooks", "make book"), line
            elif words.lower().endswith("replace"):
                self.old = block
            elif words.endswith("with"):
                self.replace(self.old, block)
            elif "into the column" in words:
                self.put(words, block.strip())
            elif "replace our rows with your own" in words:
                self.write_rows(block, keep=1)
            elif "at the end" in words:
                self.write_rows(block)
            else:
                assert re.search(r"\b[Mm]ake `|\band `", words), f"a step nobody can follow: {words} {block}"
                path = self.root / self.file
                assert not path.exists()
                path.parent.mkdir(exist_ok=True)
                path.write_text(block, encoding="utf-8")

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run a program in the copy, with the copy's own code."""
        own_code = os.pathsep.join(str(self.root / part) for part in ("widgets", "book/_ext", ""))
        own = os.environ | {"PYTHONPATH": own_code}
        return subprocess.run(
            command, cwd=self.root, env=own, capture_output=True, text=True, encoding="utf-8", check=False
        )

    def command(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Return a command of the workbook."""
        return self.run(sys.executable, "-m", "authoring", *arguments)

    def make(self, arguments: list[str]) -> None:
        done = self.command("new", *arguments)
        assert (done.returncode, done.stderr) == (0, ""), done.stderr
        self.said.append(done.stdout)
        for name in re.findall(r"^  (?:new|changed)\s+(\S+)$", done.stdout, re.MULTILINE):
            assert (self.root / name).is_file()
            self.notebook = name if name.endswith(".ipynb") else self.notebook
        self.run_before = {**self.run_before, self.root / self.notebook: self.digests()[self.root / self.notebook]}

    def replace(self, old: str, new: str) -> None:
        path = self.root / self.file
        if path.suffix != ".ipynb":
            text, old, new = path.read_text(encoding="utf-8"), old.rstrip("\n"), new.rstrip("\n")
            assert text.count(old) == 1, f"{self.file} has {text.count(old)} of: {old}"
            path.write_text(text.replace(old, new), encoding="utf-8")
            return
        notebook, old = nbformat.read(path, as_version=4), old.strip()
        cells = [cell for cell in notebook.cells if old in cell.source]
        assert len(cells) == 1, f"{self.file} has {len(cells)} cells with: {old}"
        cells[0].source = cells[0].source.replace(old, new.strip())
        nbformat.write(notebook, path)

    def rows(self, name: str) -> list[list[str]]:
        return list(csv.reader(io.StringIO((self.root / name).read_text(encoding="utf-8-sig"), newline="")))

    def write(self, name: str, rows: list[list[str]]) -> None:
        """Save a table as a spreadsheet does: with a byte-order mark and the line ends of Windows."""
        with (self.root / name).open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file, lineterminator="\r\n").writerows(rows)

    def write_rows(self, block: str, keep: int | None = None) -> None:
        added = list(csv.reader(io.StringIO(block)))
        self.write(self.file, self.rows(self.file)[:keep] + added)

    def put(self, words: str, value: str) -> None:
        rows = self.rows(self.file)
        column = rows[0].index(re.search(r"into the column `(\w+)`", words)[1])
        named = re.search(r"[Ii]n the row (?:whose `id` ends in )?`([\w-]+)`", words)[1]
        (row,) = (row for row in rows if row[0].endswith(named))
        row[column] = value
        self.write(self.file, rows)

    def translate(self, language: str) -> None:
        """Stand in for a translator: every cell with words gets marks around them, and no word of any language."""
        for path in (self.root / "data" / language).glob("*.csv"):
            name = f"data/{language}/{path.name}"
            header, *rows = self.rows(name)
            keys = 1 if header[0] in ("id",) else 2
            self.write(name, [header, *([*row[:keys], *(f"«{cell}»" for cell in row[keys:])] for row in rows)])

    def run_notebooks(self) -> None:
        """`make notebooks`, but only those that somebody wrote in, or whose exercises have other words by now."""
        said = self.command("check").stdout
        old = re.findall(r"^Note: (notebooks/\S+) shows older words", said, re.MULTILINE)
        written = [path for path, digest in self.digests().items() if digest != self.run_before.get(path)]
        done = self.command("execute", *dict.fromkeys([*old, *(str(path.relative_to(self.root)) for path in written)]))
        assert done.returncode == 0, done.stderr

    def build(self) -> Path:
        """`make book`; give the folder it is in."""
        jupyter_book = Path(sys.executable).with_name("jupyter-book")
        done = self.run(
            str(jupyter_book), "build", ".", "--all", "--warningiserror", "--nitpick", "--keep-going", "--quiet"
        )
        assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
        return self.root / "_build" / "html"
