"""The page that shows every kind of exercise, each with the table and the line of code that make it."""
