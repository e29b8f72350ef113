"""Exercises made of questions to write on."""
