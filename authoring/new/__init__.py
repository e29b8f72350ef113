"""Make a chapter, an exercise or a translation to begin from: `python -m joinedup new`."""
