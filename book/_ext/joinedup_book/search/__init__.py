"""Searching the book."""
