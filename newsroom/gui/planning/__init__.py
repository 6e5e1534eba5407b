"""Planning in the window: the story list, editions, who does what until when, and quiet notices."""
