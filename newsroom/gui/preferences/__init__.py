"""Preferences: a dialog made from what each setting says of itself."""
