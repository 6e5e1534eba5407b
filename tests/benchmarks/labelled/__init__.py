"""Pairs of headlines and of stories, each labelled by what was done to one of the two; all text is invented."""
