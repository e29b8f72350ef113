"""The HTML templates: what an exercise or a figure looks like before any script runs."""

from __future__ import annotations

from typing import Any

from jinja2 import BaseLoader, Environment, PackageLoader, StrictUndefined, select_autoescape

from ..content import te_reo


def environment(loader: BaseLoader) -> Environment:
    """Return an environment in which templates escape every text and know the filter `te_reo`.

    Parameters
    ----------
    loader : jinja2.BaseLoader
        Where the templates are.
    """
    made = Environment(
        loader=loader, autoescape=select_autoescape(), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters["te_reo"] = te_reo.mark
    return made


_templates = environment(PackageLoader("joinedup", ""))


def render(template: str, **values: Any) -> str:
    """Fill in one of the package's templates, such as `exercises/line/line.html`; every text in `values` is escaped."""
    return _templates.get_template(template).render(**values).strip()
