"""Groups that people named by hand: the same name, however it was typed. The twin of names.js."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence

BLANKS = re.compile(r"[\s\ufeff]+")
ALIKE = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201b\u02bb\u02bc\u2032`", "'"),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014", "-"),
    }
)
MACRONS = re.compile("[\u0101\u0113\u012b\u014d\u016b\u0100\u0112\u012a\u014c\u016a]")


def plainly(text: str) -> str:
    """Return a text that was typed with single blanks, composed letters, and nothing that can't be seen."""
    seen = "".join(one for one in text if unicodedata.category(one) != "Cf")
    return unicodedata.normalize("NFC", BLANKS.sub(" ", seen).strip(" "))


def folded(name: str) -> str:
    """Return a name for comparing: blanks, capitals, macrons and other marks, kinds of apostrophe and dash aside."""
    apart = unicodedata.normalize("NFKD", plainly(name)).translate(ALIKE)
    return BLANKS.sub(
        " ", "".join(one for one in apart if not unicodedata.category(one).startswith("M")).lower()
    ).strip()


def named_alike(names: Sequence[str], known: Sequence[str], given: Mapping[str, str] | None = None) -> list[str]:
    """Return each name as it is shown: names that are folded alike are one, as most people typed it with its macrons.

    Parameters
    ----------
    names : sequence of str
        What each person typed.
    known : sequence of str
        The names that are known beforehand, which stay as they are.
    given : dict of str to str, optional
        What a name is to be called instead, by how it was typed: the same name for two joins them, and another name for
        one way of typing parts it from the others.
    """
    instead = {plainly(typed): plainly(name) for typed, name in (given or {}).items()}
    typed = [plainly(name) for name in names]
    count = Counter(name for name in typed if name not in instead)
    in_order = sorted(count, key=lambda name: (bool(MACRONS.search(name)), count[name], name))
    spelling = {folded(name): name for name in in_order}
    spelling.update({folded(name): name for name in known})
    return [instead[name] if name in instead else spelling[folded(name)] for name in typed]
