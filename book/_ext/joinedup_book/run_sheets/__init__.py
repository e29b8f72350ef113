"""Run sheets: what an instructor needs in the room, made of the notes at the end of each chapter and of three tables.

`notes` reads a chapter's notes, `sessions` puts their steps in order and on the clock, and `telling` picks what of the
notes belongs to a session. `book/_ext/run_sheets.py` makes pages of them; `checks/instructors.py` says what is wrong.
"""
