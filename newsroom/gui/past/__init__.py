"""What a story was: its timeline, two versions beside each other, the way back."""
