"""Build the part of the book in which a chapter's notebook runs, Python and all, in the reader's own browser."""
