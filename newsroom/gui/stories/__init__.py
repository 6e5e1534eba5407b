"""Finding and replacing in many stories at once."""
