"""Say what is in a cell or a row of a table, and what was expected there."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ..errors import suggest

LONGEST = 60
BLANK = "the row is blank. Expected something in it, or no row."
CURLY = ("“", "”", "„")
FORMULA = re.compile(r"#(NAME\?|REF!|VALUE!|N/A|NULL!|NUM!|DIV/0!|SPILL!)")
"""What a spreadsheet writes where it took a text for a formula."""
JOINERS = "\u200d\ufe0f"
"""What several signs are joined to one with, such as a family of emoji."""
AN_ID = "lower-case letters and figures, with hyphens between words, such as first-step"

Field = Mapping[str, Any]
"""A column as `data/datapackage.yaml` describes it: name, type, constraints and the rest."""


def fits_an_id(value: str) -> bool:
    """Whether a row can go by this name: in a page, in kept answers and in a workbook file."""
    return bool(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value))


def expected(field: Field) -> str:
    """Say what belongs in a column.

    Returns
    -------
    str
        The end of a sentence that begins with "Expected", such as "a whole number from 1 to 9".
    """
    rules = field.get("constraints", {})
    if "enum" in rules:
        return f"one of: {', '.join(map(str, rules['enum']))}"
    if field.get("type") == "integer":
        least, most = rules.get("minimum"), rules.get("maximum")
        if least is not None and most is not None:
            return f"a whole number from {least} to {most}"
        return "a whole number" + (f", {least} or more" if least is not None else "")
    return field.get("patternMeans", "some text")


def odd_sign(value: str) -> str:
    """Name a sign that looks like a space or a hyphen and is another one, or nothing if there is none."""
    for letter in value:
        if not letter.isascii() and unicodedata.category(letter) in ("Zs", "Pd"):
            return f" It has a {unicodedata.name(letter).lower()} (U+{ord(letter):04X}): type it again."
    return ""


def unexpected(value: str, field: Field) -> str:
    """Say what is in a cell, and what belongs there."""
    if words := field.get("constraints", {}).get("enum"):
        return f"{shown(value)}.{odd_sign(value)}{suggest(value, map(str, words))}"
    return f"{shown(value)}.{odd_sign(value)} Expected {expected(field)}."


def empty(field: Field) -> str:
    """Say that a cell is empty that must not be, and what belongs in it."""
    return f"the cell is empty. Expected {expected(field)}."


def spoilt(value: str) -> str:
    """Say that a spreadsheet has replaced a text with one of its own error marks, or nothing if it hasn't."""
    if not FORMULA.fullmatch(value.strip()):
        return ""
    return (
        f"{shown(value)} is what a spreadsheet writes when it mistakes a text for a formula. "
        "Type the text again; if it begins with a dash, a plus or an equals sign, begin it with a word."
    )


def garbled(value: str) -> str:
    """Say that a text was read as something else than UTF-8 and saved so, or nothing if it was not."""
    if value.isascii():
        return ""
    try:
        meant = value.encode("cp1252", errors=AS_BYTES).decode("utf-8")
    except UnicodeDecodeError:
        return ""
    first = next(place for place, letter in enumerate(value) if not letter.isascii())
    begin = max(0, first - LONGEST // 3)
    wrong, right = (f"{'…' if begin else ''}{text[begin:]}" for text in (value, meant))
    return (
        f"{shown(wrong)}. Expected {shown(right)}. The spreadsheet didn't read the file as UTF-8. "
        "Go back to the last good copy, and open it with 'Data', 'From Text/CSV' and '65001: Unicode (UTF-8)'."
    )


def invisible(value: str) -> str:
    """Say that a text holds a sign that nobody sees, with its code point, or nothing if it holds none.

    Such signs come along when a text is copied from a web page or a chat. They part words, turn lines around and keep
    two texts that look the same from being the same. Only the ones that emoji are joined with are left alone.
    """
    if value.isprintable():
        return ""
    for place, letter in enumerate(value):
        if letter in JOINERS and not (place and value[place - 1].isascii()):
            continue
        if letter not in "\r\n\t" and unicodedata.category(letter) in ("Cc", "Cf", "Co", "Cn"):
            name = unicodedata.name(letter, "a control character")
            before = value[max(0, place - 20) : place]
            where = f"after {shown(before)}" if before.strip() else "at its beginning"
            return (
                f"it has an invisible character (U+{ord(letter):04X}, {name}) {where}. "
                "Delete it: type the words around it again instead of copying them."
            )
    return ""


def _as_bytes(error: UnicodeError) -> tuple[bytes, int]:
    """Give for letters that a Western Windows has no byte for their own number, or a byte that UTF-8 never has."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    letters = error.object[error.start : error.end]
    return bytes(ord(letter) if ord(letter) < 256 else 0xFF for letter in letters), error.end


AS_BYTES = "joinedup-as-bytes"
codecs.register_error(AS_BYTES, _as_bytes)


def too_long(value: str, field: Field) -> str:
    """Say that a cell has more words than its column allows, or nothing if it has not."""
    limit = field.get("maxWords")
    if not limit:
        return ""
    words = sum(any(map(str.isalnum, word)) for word in value.split())
    return f"it has {words} words. Expected {limit} or fewer." if words > limit else ""


def shape(cells: Sequence[str], columns: int) -> str:
    """Say what is wrong with a row as a whole: it is blank, or has too many cells or too few."""
    if not any(cells):
        return BLANK
    curly = any(cell.strip()[:1] in CURLY or cell.strip()[-1:] in CURLY for cell in cells if cell.strip())
    hold = 'quotation marks (", and not curly ones)' if curly else "quotation marks"
    return (
        f"the row has {len(cells)} cells. Expected {columns}, one for each column. "
        f"If there is a comma in a text, put the whole text between {hold}."
    )


def not_found(value: str, known: Iterable[str], column: str, table: str) -> str:
    """Say that the table a value points to has no such row."""
    return (
        f"{shown(value)} is not in the column '{column}' of data/{table}.csv.{odd_sign(value)}{suggest(value, known)}"
    )


def shown(value: str) -> str:
    """Put a value between quotation marks, on one line and not too long."""
    line = re.sub(r"[\r\n]+", " ", value)
    return f"'{line}'" if len(line) <= LONGEST else f"'{line[:LONGEST]}…'"
