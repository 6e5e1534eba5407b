"""The list in columns."""
