"""The strips above, between and below the panes."""
