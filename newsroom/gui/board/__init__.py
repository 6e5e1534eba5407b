"""The board: a column for each state, between which stories are moved."""
