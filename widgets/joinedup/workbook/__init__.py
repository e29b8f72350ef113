"""The workbook file: a person's answers, the same format in the book, beside the notebooks and in a short code.

A workbook is a dictionary as `data/workbook.schema.json` describes it: `format`, `version`, `who` and `answers`.

Examples
--------
>>> from joinedup import workbook
>>> mine = workbook.from_text('{"format": "joinedup-workbook", "version": 1, "who": {}, "answers": {}}')
>>> workbook.from_code(workbook.to_code(mine)) == mine
True
"""

from .code import from_code, to_code
from .current_workbook import current, use
from .file import FILE, entries, keep, kept, load, save
from .flatten import merged
from .format import FORMAT, VERSION, Entry, Workbook, WorkbookError, empty, from_text, to_text
from .merging import merge

__all__ = [
    "FILE",
    "FORMAT",
    "VERSION",
    "Entry",
    "Workbook",
    "WorkbookError",
    "current",
    "empty",
    "entries",
    "from_code",
    "from_text",
    "keep",
    "kept",
    "load",
    "merge",
    "merged",
    "save",
    "to_code",
    "to_text",
    "use",
]

in_use = current
"""The name of `current` in the first edition."""
