"""The newsroom's nouns: frozen, typed, and made of the standard library alone."""
