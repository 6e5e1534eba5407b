"""The catalogue in the window: sections, genres, people and keywords, kept in order in one dialog."""
