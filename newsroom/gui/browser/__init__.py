"""The left of the window: sidebar, story list, search."""
