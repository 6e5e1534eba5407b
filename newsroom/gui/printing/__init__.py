"""Print in the window: a story on paper after a preview, and the house's print profiles."""
