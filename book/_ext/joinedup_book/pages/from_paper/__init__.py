"""The page on which filled-in sheets of paper are entered."""
