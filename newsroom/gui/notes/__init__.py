"""Notes in the window: on cards beside the text, in the panel, and over all stories in a list."""
