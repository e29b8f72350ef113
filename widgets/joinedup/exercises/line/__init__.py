"""Exercises that place something on a line of levels."""
