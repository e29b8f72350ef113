"""What every page of the book does."""
