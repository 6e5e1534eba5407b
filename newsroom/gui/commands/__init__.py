"""The command palette: every action, story and place by a few letters."""
