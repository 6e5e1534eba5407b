"""What a list is narrowed to, as chips above it."""
