"""The Sphinx extension that makes the book out of its pages, its tables and the exercises.

Each module or folder is one thing the book has, with a `setup` of its own.
"""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx


def setup(app: Sphinx) -> dict[str, Any]:
    """Register every part with Sphinx, in the order in which they hear of what happens in a build.

    They are imported here: whoever wants one of them, as the check does, is spared the rest.
    """
    from . import (
        assets,
        book_name,
        charts,
        exercises,
        figures,
        front_door,
        glossary,
        left_out,
        page_context,
        plain_html,
        publishing,
        te_reo_marks,
        whole_book,
    )
    from .gallery import setup as gallery
    from .live import setup as live
    from .offline import setup as offline
    from .pages import asked
    from .pages.from_paper import setup as from_paper
    from .pages.group_picture import setup as group_picture
    from .pages.my_workbook import setup as my_workbook
    from .pages.test_this_computer import setup as test_this_computer
    from .paper import setup as paper
    from .run_sheets import setup as run_sheets
    from .search import index as search

    in_order = (
        assets,
        exercises,
        te_reo_marks,
        plain_html,
        figures,
        page_context,
        glossary,
        asked,
        my_workbook,
        group_picture,
        test_this_computer,
        search,
        charts,
        publishing,
        whole_book,
        offline,
        front_door,
        book_name,
        left_out,
        paper,
        from_paper,
        run_sheets,
        gallery,
        live,
    )
    parallel = [part.setup(app) for part in in_order]
    return {key: all(one[key] for one in parallel) for key in ("parallel_read_safe", "parallel_write_safe")}
