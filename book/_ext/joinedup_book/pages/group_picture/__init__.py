"""The page that pools the answers of a group."""
