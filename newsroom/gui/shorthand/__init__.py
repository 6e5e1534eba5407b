"""Snippets and story templates in the window: kept, used, begun from."""
