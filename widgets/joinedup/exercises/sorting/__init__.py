"""Exercises that sort cards into places."""
