"""Write the service worker, which lets the book be read without a connection, and clear out what nobody asks for."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from ..smaller import smaller

HERE = Path(__file__).parent

SHELL = ("index.html", "offline.html", "_static/page.js", "_static/workbook.css", "_static/favicon.svg")
"""What is fetched for every reader: all that the page needs which says that another is not there."""
NOT_KEPT = ("404.html", "service-worker.js", "sitemap.xml", "robots.txt", "_static/card.png")
"""What no reader without a connection needs."""
VERSIONED = re.compile(r'"(?:\.\./)*([^"?]+)\?v=[0-9a-f]{10}"')


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.connect("build-finished", _clear_out, priority=900)
    app.connect("build-finished", _write, priority=910)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _clear_out(app: Sphinx, error: Exception | None) -> None:
    """Take away the theme's files that no page of this book asks for, so that no copy of it carries them."""
    if error is not None or app.builder.format != "html":
        return
    out = Path(app.outdir)
    pages = [path for path in out.rglob("*.html") if "_static" not in path.parts]
    named = "".join(path.read_text(encoding="utf-8") for path in (*pages, out / "manifest.webmanifest"))
    for path in list((out / "_static").rglob("*")):
        if path.is_file() and path.relative_to(out).as_posix() not in named:
            path.unlink()
    for folder in sorted((out / "_static").rglob("*"), reverse=True):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
    for name in ("objects.inv", ".buildinfo"):
        (out / name).unlink(missing_ok=True)


def _write(app: Sphinx, error: Exception | None) -> None:
    if error is not None or app.builder.format != "html":
        return
    out = Path(app.outdir)
    book = as_text(out)
    script = (HERE / "service-worker.js").read_text(encoding="utf-8")
    (out / "service-worker.js").write_text(
        f"const BOOK = {book};\n{smaller('service-worker.js', script)}", encoding="utf-8"
    )


def contents(out: Path) -> dict[str, Any]:
    """Return what the service worker has to know of a built book: see service-worker.js."""
    paths = [path for path in sorted(out.rglob("*")) if path.is_file()]
    kept = {path.relative_to(out).as_posix(): path.read_bytes() for path in paths}
    kept = {name: body for name, body in kept.items() if name not in NOT_KEPT}
    files = {name: hashlib.sha256(body).hexdigest() for name, body in kept.items()}
    pages = "".join(body.decode("utf-8") for name, body in kept.items() if name.endswith(".html"))
    megabytes = sum(len(gzip.compress(body)) for body in kept.values()) / 1e6
    return {
        "version": hashlib.sha256(json.dumps(files).encode()).hexdigest()[:10],
        "files": files,
        "fixed": sorted(set(VERSIONED.findall(pages)) & files.keys()),
        "shell": [name for name in SHELL if name in files],
        "size": f"{megabytes:.1f} MB",
    }


def as_text(out: Path) -> str:
    """Return the same as JavaScript."""
    return json.dumps(contents(out), separators=(",", ":"))
