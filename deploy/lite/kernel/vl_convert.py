"""Draw charts in a browser, where the package of this name cannot be: Vega itself does it, in the kernel's worker."""

from __future__ import annotations

import json
from typing import Any

import js
import pyodide_js


def vegalite_to_svg(spec: dict[str, Any], vl_version: str) -> str:
    """Draw a chart.

    Parameters
    ----------
    spec : dict
        The chart in Vega-Lite.
    vl_version : str
        For what version of Vega-Lite it is written. There is one here, the book's.

    Returns
    -------
    str
        The drawing as SVG.
    """
    if not hasattr(js, "joinedupDraw"):
        js.importScripts(f"{pyodide_js._api.config.indexURL}vega.js")
    return js.joinedupDraw(json.dumps(spec))
