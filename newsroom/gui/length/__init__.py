"""How long the open story is: counted while it is written, shown in the status bar and beside the text."""
