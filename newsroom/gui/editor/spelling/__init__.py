"""Spelling on the page: what is marked, how it is looked for beside the typing, and what may be done about it."""
