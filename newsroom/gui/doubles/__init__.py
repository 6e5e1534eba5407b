"""What a person sees of like stories: the view over the whole library, two beside each other, merging."""
