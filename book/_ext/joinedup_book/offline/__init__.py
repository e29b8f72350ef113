"""Reading the book without a connection."""
