"""The page that shows all of a reader's answers."""
