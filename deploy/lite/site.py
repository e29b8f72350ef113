"""Put the live part together as a folder to publish: JupyterLite, its Python, the notebooks and their tables."""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from deploy.lite import fetching
from deploy.lite.packages import KERNEL, gather
from joinedup.content.contents import left_out

HERE = Path(__file__).parent
PYODIDE = "static/pyodide"
ENGINE = ("pyodide.js", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip")
EXTENSION = "share/jupyter/labextensions/@jupyterlite/pyodide-kernel-extension"
BROUGHT = ("ipykernel-*", "piplite-*", "pyodide_kernel-*", "widgetsnbextension-4.*")
"""What the notebook's kernel brings with it."""
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self' blob: data:",
        "worker-src 'self' blob:",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
    )
)
"""What a page of the live part may load: looser than the book's, for a notebook runs what a person writes into it. It
holds this page to its own host all the same."""
FRONT_DOOR = """<!DOCTYPE html>
<html lang="en-NZ">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<meta http-equiv="refresh" content="0; url=../index.html">
<title>To the book</title>
<script id="jupyter-config-data" type="application/json" data-jupyter-lite-root=".">{}</script>
</head>
<body>
<main><h1><a href="../index.html">To the book</a></h1></main>
</body>
</html>
"""
"""What the folder itself opens with. JupyterLite looks into it for settings."""


def build(root: Path, tools: Path, to: Path) -> int:
    """Build the live part.

    Parameters
    ----------
    root : Path
        The project.
    tools : Path
        The virtual environment that has JupyterLite. What is fetched is kept in it.
    to : Path
        The folder to write; one that is there is replaced.

    Returns
    -------
    int
        How many bytes a first visit asks for, where the host compresses what it serves.

    Raises
    ------
    FetchError, WheelError
        If something is not to be had, or is not what was tried.
    subprocess.CalledProcessError
        If JupyterLite could not be built.
    """
    python = tools / "bin" / "python"
    scripts = fetching.scripts(tools / "npm", python)
    official = scripts / "pyodide" / "pyodide-lock.json"
    version = ".".join(json.loads(official.read_text(encoding="utf-8"))["info"]["python"].split(".")[:2])
    fetched = fetching.wheels(tools / "wheels", python, version)
    shutil.rmtree(to, ignore_errors=True)
    with TemporaryDirectory() as folder:
        settings, engine = Path(folder) / "settings", Path(folder) / "pyodide"
        engine.mkdir()
        for name in ENGINE:
            shutil.copy(scripts / "pyodide" / name, engine)
        names = gather(fetched, _brought(tools), official, root, engine)
        (engine / "vega.js").write_text(_vega(scripts), encoding="utf-8")
        _write_settings(settings, names)
        _copy_contents(root, settings / "contents")
        _run_jupyterlite(tools, settings, to)
        shutil.move(engine, to / PYODIDE)
    _finish(to)
    return weight(to)


def _brought(tools: Path) -> list[Path]:
    folder = tools / EXTENSION / "static" / "pypi"
    return [next(folder.glob(f"{pattern}.whl")) for pattern in BROUGHT]


def _vega(scripts: Path) -> str:
    """Return what draws charts in the kernel's worker, as one script."""
    built = (scripts / "vega/build/vega.min.js", scripts / "vega-lite/build/vega-lite.min.js")
    pieces = (KERNEL / "prelude.js", *built, KERNEL / "drawing.js")
    whole = "\n".join(piece.read_text(encoding="utf-8") for piece in pieces)
    return re.sub(r"(?m)^//# sourceMappingURL=.*$", "", whole)


def _write_settings(to: Path, packages: list[str]) -> None:
    """Write what JupyterLite is told: where its Python is, what it loads, and to ask nothing of any other host."""
    to.mkdir()
    settings = json.loads((HERE / "jupyter-lite.json").read_text(encoding="utf-8"))
    kernel = settings["jupyter-config-data"]["litePluginSettings"]["@jupyterlite/pyodide-kernel-extension:kernel"]
    kernel["loadPyodideOptions"]["packages"] = packages
    (to / "jupyter-lite.json").write_text(json.dumps(settings), encoding="utf-8")
    shutil.copy(HERE / "overrides.json", to)


def _copy_contents(root: Path, to: Path) -> None:
    """Copy the book's notebooks and the tables, side by side as in the project, and nothing that anybody answered."""
    (to / "notebooks").mkdir(parents=True)
    out = left_out(root)
    for path in (root / "notebooks").glob("[0-9]*.ipynb"):
        if path.stem not in out:
            shutil.copy(path, to / "notebooks")
    shutil.copytree(root / "data", to / "data", ignore=shutil.ignore_patterns(".*"))


def _run_jupyterlite(tools: Path, settings: Path, to: Path) -> None:
    command = [
        str(tools / "bin" / "jupyter-lite"), "build", f"--lite-dir={settings}", f"--output-dir={to}",
        f"--contents={settings / 'contents'}", "--apps=notebooks", "--no-sourcemaps", "--no-unused-shared-packages",
    ]  # fmt: skip
    own = {"PATH": f"{tools / 'bin'}{os.pathsep}{os.environ['PATH']}", "JUPYTER_PREFER_ENV_PATH": "1"}
    subprocess.run(command, check=True, capture_output=True, text=True, cwd=settings, env=os.environ | own)


def _finish(to: Path) -> None:
    """Put its policy into each page, and take away those that lead to parts that are not here."""
    shutil.rmtree(to / "doc")
    charset = '<meta charset="utf-8" />'
    policy = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}" />'
    for page in to.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        page.write_text(text.replace(charset, charset + policy, 1), encoding="utf-8")
    (to / "index.html").write_text(FRONT_DOOR, encoding="utf-8")


def weight(lite: Path) -> int:
    """Return the compressed bytes that a first visit asks for: Python, its packages and the scripts of JupyterLite.

    It is a little too much rather than too little: some of the scripts are asked for only when they are needed.
    """
    scripts = (lite / "build").glob("*.js")
    return sum(len(gzip.compress(path.read_bytes())) for path in (*(lite / PYODIDE).iterdir(), *scripts))
