"""Reviewing: what changed since the last approval, the checklist, the history, and the decision."""
