"""What is done about stories that are alike: compare, decide, merge, and look through the whole library."""
