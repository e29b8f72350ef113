"""Data that a page's script reads from the page itself."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from joinedup.content import te_reo


def json_in_page(data: Mapping[str, Any]) -> str:
    """Return data as JSON that can be part of a page, with the te reo Māori words found in it.

    Parameters
    ----------
    data : mapping of str to any
        What the script needs. The words are added to "mi", so that the script can mark their language.
    """
    words = {"mi": [*dict.fromkeys([*data.get("mi", []), *te_reo_in(data)])]}
    return json.dumps({**data, **words}, ensure_ascii=False).replace("<", "\\u003c")


def te_reo_in(data: Any) -> list[str]:
    """List the te reo Māori words in any text of some data."""
    return te_reo.found_in([json.dumps(data, ensure_ascii=False)])
