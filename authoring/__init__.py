"""Commands for people who change the book: `joinedup check`, `joinedup new` and the rest."""
