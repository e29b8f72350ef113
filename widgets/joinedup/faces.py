"""The HTML templates: what an exercise or a figure looks like before any script runs."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from . import te_reo

_templates = Environment(
    loader=PackageLoader("joinedup", ""),
    autoescape=select_autoescape(),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_templates.filters["te_reo"] = te_reo.mark


def render(template: str, **values: Any) -> str:
    """Fill in one of the package's templates, such as `line.html`; every text in `values` is escaped."""
    return _templates.get_template(template).render(**values).strip()
