"""The built book in other engines than Chromium: one interface to them, and one walk that each has to do."""
