"""What a person keeps at hand in the sidebar: saved searches, pinned stories, stories opened last."""
