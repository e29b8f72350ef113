"""Carry the built book to where it is read."""
