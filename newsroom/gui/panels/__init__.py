"""The right of the window: what is known about the open story."""
