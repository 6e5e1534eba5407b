"""The window: what a journalist sees and touches. Qt lives here and nowhere else."""
