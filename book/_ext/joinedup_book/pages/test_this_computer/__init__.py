"""The page that tells people whether their computer will do."""
