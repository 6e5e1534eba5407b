"""What is done with many stories at once."""
