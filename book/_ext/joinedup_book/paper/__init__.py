"""The workbook on paper: a sheet for every exercise, made from the same tables.

Examples
--------
>>> from joinedup_book.paper import packs
>>> sum(pack.pages for pack in packs()) > 0
True
"""

from .drawing.sheet import Pack, Sheet
from .packs import exercises, packs
from .sheet_form import form, keys

__all__ = ["Pack", "Sheet", "exercises", "form", "keys", "packs"]
