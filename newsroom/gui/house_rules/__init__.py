"""House rules: the table of what the house writes and how, and the words it has taught."""
