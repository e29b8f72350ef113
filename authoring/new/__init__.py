"""Make a chapter, an exercise or a translation to begin from: `joinedup new`."""
