"""The short code: a workbook that fits into a message."""

from __future__ import annotations

import base64
import binascii
import re
import zlib

from .format import MAX_BYTES, Workbook, WorkbookError, from_text, to_text

MARK = "JU1."
DASHES = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
"""What a word processor or a chat makes of a hyphen."""


def to_code(workbook: Workbook) -> str:
    """Return a workbook as a short code: `JU1.` and its deflated text in base64url, which any chat lets through."""
    packed = zlib.compress(to_text(workbook).encode(), 9)
    return MARK + base64.urlsafe_b64encode(packed).decode().rstrip("=")


def from_code(code: str, name: str = "The code") -> Workbook:
    """Read a workbook from a short code.

    What a message puts around it or into it does no harm: quotation marks, line breaks, the signs of a reply.

    Parameters
    ----------
    code : str
        The code.
    name : str
        What to call it in a message.

    Raises
    ------
    WorkbookError
        If it is not a code, is not whole, or holds no workbook. See `from_text`.
    """
    _, mark, given = code[: 2 * MAX_BYTES].partition(MARK)
    packed = DASHES.sub("-", re.sub(r"[\s\ufeff\u200b\u00ad>]+", "", given)).rstrip("\"'’”»).,;")
    if mark and not re.fullmatch(r"[A-Za-z0-9_-]+", packed):
        raise _damaged(name)
    if not mark:
        problem = f"{name} is not a code from this workbook. Expected one that begins with {MARK}"
        raise WorkbookError("not-code", problem)
    try:
        unpacking = zlib.decompressobj()
        text = unpacking.decompress(base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4)), MAX_BYTES + 1)
    except (binascii.Error, zlib.error):
        raise _damaged(name) from None
    if len(text) <= MAX_BYTES and (not unpacking.eof or unpacking.unused_data):
        raise _damaged(name)
    return from_text(text, name)


def _damaged(name: str) -> WorkbookError:
    return WorkbookError("part-code", f"{name} is damaged or incomplete. Copy all of it again.")
