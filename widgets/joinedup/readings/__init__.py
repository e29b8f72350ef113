"""What an exercise makes of its answers: pure functions, each with a JavaScript twin of the same name.

`tests/vectors/*.json` holds both to the same results. None of them gives a total.
"""
