"""Newsroom: a story lives here from its first line to the printed page."""

__version__ = "0.1.0"
