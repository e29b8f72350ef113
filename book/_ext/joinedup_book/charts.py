"""Put Vega beside the pages, for readers who ask to explore a chart. `vl-convert` carries it, so nothing is fetched."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import vl_convert
from sphinx.application import Sphinx

from joinedup.figures.chart import VEGA_LITE

from .assets import add_text

GIVES = "window.joinedupVega = { embed: vegaEmbed };"


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.connect("builder-inited", _collect_assets)
    app.connect("html-page-context", _add_page_context)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _collect_assets(app: Sphinx) -> None:
    """Take Vega out of `vl-convert`; that takes some seconds, so what came of it is kept beside the book."""
    version = re.sub(r"[^\d.]", "", vl_convert.__version__)
    kept = Path(app.outdir).parent / f"vega-{VEGA_LITE}-{version}.js"
    if not kept.is_file():
        bundle = vl_convert.javascript_bundle(GIVES, vl_version=VEGA_LITE)
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(f"(() => {{\n{bundle}\n}})();\n", encoding="utf-8")
    add_text(app, "vega.js", kept.read_text(encoding="utf-8"), as_is=True)


def _add_page_context(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any) -> None:
    context["has_charts"] = "ju-chart-data" in context.get("body", "")
