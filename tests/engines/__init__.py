"""The walk through the built book, once in each engine."""
