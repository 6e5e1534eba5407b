"""Publishing in the window: channels, what went out, the schedule, legal blocks, erasure."""
