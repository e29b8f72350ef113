"""Exercises made of statements, each answered with a word of a scale."""
