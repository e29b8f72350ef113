"""Who imports whom, by folder, in Python and in JavaScript."""
