"""Tracked changes in the editor: the hand that marks what it does, how changes are shown, and judging them."""
