"""Pages that are tools, each in a folder of its own."""
