"""The exercises, a folder for each family of kinds."""
