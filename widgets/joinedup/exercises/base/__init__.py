"""What every exercise shares."""
