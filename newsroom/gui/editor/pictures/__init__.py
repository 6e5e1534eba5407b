"""Pictures in a story: brought in, shown, described, cut."""
