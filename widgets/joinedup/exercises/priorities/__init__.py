"""Exercises that weigh ideas against each other."""
