"""Fix the exact versions and the hashes of everything that is installed: `make lock`.

Each requirements file is made from another file that says in ranges what is needed. Its first lines hold a digest of
those ranges, so that a test can tell whether it still belongs to them: see `is_current`.
"""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
import tomllib
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).parent.parent
MADE = "requirements.txt"
SOURCES = {
    MADE: "pyproject.toml",
    "deploy/jupyterhub/requirements.txt": "deploy/jupyterhub/requirements.in",
    "deploy/lite/requirements.txt": "deploy/lite/requirements.in",
    "tests/proofs/requirements.txt": "tests/proofs/requirements.in",
}
"""Every requirements file, and what it is made from."""
BESIDE = ("deploy/jupyterhub/requirements.txt", "tests/proofs/requirements.txt")
"""Those that are installed beside the book's own packages, and so must agree with them."""
OPTIONS = (
    "--universal",
    "--python-version",
    "3.11",
    "--generate-hashes",
    "--no-annotate",
    "--no-header",
    "--no-strip-extras",
    "--quiet",
)
WITH_EXTRAS = re.compile(r"^([\w.-]+)(\[[\w,.-]+\])(==.+(?:\n {4}--hash=.+)+)", re.MULTILINE)
"""A package with what it brings along: pip wants a pin for it, and one for the package by itself."""
HEAD = "# Made from {source} by 'make lock': exact versions, and the hashes that pip insists on.\n# {digest}\n"


def digest(source: Path) -> str:
    """Return a digest of what a file asks for, and of nothing else that is in it.

    Parameters
    ----------
    source : Path
        `pyproject.toml`, or a list of requirements.
    """
    text = source.read_text(encoding="utf-8")
    if source.suffix == ".toml":
        project = tomllib.loads(text)["project"]
        asked = [*project["dependencies"], *chain(*project["optional-dependencies"].values())]
    else:
        asked = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return hashlib.sha256("\n".join(sorted(asked)).encode()).hexdigest()


def is_current(made: str, root: Path = ROOT) -> bool:
    """Tell whether a requirements file was made from what its source asks for now."""
    return f"# {digest(root / SOURCES[made])}\n" in (root / made).read_text(encoding="utf-8")


def lock(root: Path = ROOT) -> int:
    """Make every requirements file; give the exit status. It needs the internet, and uv, which it installs.

    A version that is in a file stays as long as it fits. To have a newer one, take its lines out of the file first.
    """
    subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "uv"], check=True)
    for made, source in SOURCES.items():
        agree = ("--constraint", str(root / MADE)) if made in BESIDE else ()
        extras = ("--all-extras",) if made == MADE else ()
        to = ("--output-file", str(root / made))  # of what is in it, uv changes only what no longer fits
        command = [sys.executable, "-m", "uv", "pip", "compile", str(root / source), *to, *extras, *OPTIONS, *agree]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        head = HEAD.format(source=source, digest=digest(root / source))
        pins = WITH_EXTRAS.sub(r"\1\3\n\1\2\3", (root / made).read_text(encoding="utf-8"))
        (root / made).write_text(head + pins, encoding="utf-8", newline="\n")
        print(f"{made}: made from {source}")
    return 0


if __name__ == "__main__":
    sys.exit(lock())
