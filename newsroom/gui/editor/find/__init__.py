"""Finding and replacing in the open story: the bar, the hits in the text, the preview of replacements."""
