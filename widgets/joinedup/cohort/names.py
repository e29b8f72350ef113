"""Groups that people named by hand: the same name, however it was typed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence


def named_alike(names: Sequence[str], known: Sequence[str]) -> list[str]:
    """Return each name as most people typed it, blanks and capital letters aside.

    Parameters
    ----------
    names : sequence of str
        What each person typed.
    known : sequence of str
        The names that are known beforehand, which stay as they are.
    """
    typed = [" ".join(name.split()) for name in names]
    count = Counter(typed)
    spelling = {name.casefold(): name for name in sorted(count, key=lambda name: (count[name], name))}
    spelling.update({name.casefold(): name for name in known})
    return [spelling[name.casefold()] for name in typed]
