"""Thresholds and limits that Python and JavaScript share. The twin of limits.js; `limits.json` is the one source."""

from __future__ import annotations

import json
from pathlib import Path

_LIMITS = json.loads((Path(__file__).with_suffix(".json")).read_text(encoding="utf-8"))

COHORT: dict[str, int] = _LIMITS["cohort"]
"""What the picture of a group shows at most, and of how many people at the least."""
WORKBOOK: dict[str, int] = _LIMITS["workbook"]
"""How much a workbook file may hold."""
