"""Two versions of a story beside each other: unsaved and saved, mine and theirs."""
