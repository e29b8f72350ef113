"""Python in the reader's browser, offered on each chapter of a book that is built for it."""
