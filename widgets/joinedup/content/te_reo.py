"""Mark te reo Māori words in a text, so that a screen reader can say them as they are said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any
from unicodedata import normalize

from markupsafe import Markup, escape

from .tables import as_written


@cache
def words() -> tuple[str, ...]:
    """List the words and names of `data/te_reo.csv`, the longest first."""
    return tuple(sorted(as_written("te_reo")["word"], key=lambda word: (-len(word), word)))


@cache
def pattern(known: tuple[str, ...]) -> re.Pattern[str]:
    """Match any of the words, whole, whatever the case of its first letter."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, known))})(?!\w)", re.IGNORECASE)


def found_in(texts: Iterable[str]) -> list[str]:
    """List the words of `data/te_reo.csv` that stand in any of the texts."""
    whole = normalize("NFC", "\n".join(texts)).lower()
    return [word for word in words() if word.lower() in whole]


def mark(text: str) -> Markup:
    """Escape a text for HTML and wrap each te reo Māori word in a span with `lang="mi"`."""
    text = normalize("NFC", text)
    out, end = Markup(""), 0
    for match in pattern(words()).finditer(text):
        out += escape(text[end : match.start()]) + Markup('<span lang="mi">{}</span>').format(match.group())
        end = match.end()
    return out + escape(text[end:])


def texts_in(value: Any) -> list[str]:
    """Return every text in a value made of dictionaries, lists and texts."""
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else []
    return [text for item in inner for text in texts_in(item)]
