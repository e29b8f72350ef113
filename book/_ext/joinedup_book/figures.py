"""Give the figures and stories of the book one style sheet: in a notebook, each brings a copy of its own along."""

from __future__ import annotations

import re
from typing import Any

from sphinx.application import Sphinx

from joinedup.exercises.story.stories import STYLE as STORY_STYLE
from joinedup.figures.figure import STYLES as FIGURE_STYLES
from joinedup.rendering.styles import join

from .assets import add_text

DRAWN = re.compile(r'class="ju-(figure|story)[" ]')
STYLE_OF = {"figure": "figures.css", "story": "story.css"}
RULES = re.compile(r'(<svg class="ju-rules"[^>]*>)<style>(.*?)</style></svg>\n?', re.DOTALL)
OWN = re.compile(r"^#figure-.*$", re.MULTILINE)
"""A rule that is for one figure alone: which part of it to mark while a reader looks at that part."""


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.connect("builder-inited", _add_files)
    app.connect("html-page-context", _leave_out_copies)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _add_files(app: Sphinx) -> None:
    add_text(app, "figures.css", join(*FIGURE_STYLES))
    add_text(app, "story.css", join(STORY_STYLE))


def _leave_out_copies(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any) -> None:
    body = context.get("body", "")
    drawn = set(DRAWN.findall(body))
    context["figure_styles"] = [STYLE_OF[one] for one in sorted(drawn)]
    if drawn:
        context["body"] = RULES.sub(_own_rules, body)


def _own_rules(brought: re.Match[str]) -> str:
    """Return what a figure brought along without what all figures have."""
    own = "\n".join(OWN.findall(brought[2]))
    return f"{brought[1]}<style>{own}</style></svg>\n" if own else ""
