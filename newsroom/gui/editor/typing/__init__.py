"""What the editor makes of typed text: typography, Markdown's signs, snippets; one Backspace takes it back."""
