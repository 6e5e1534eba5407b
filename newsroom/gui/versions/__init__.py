"""A story beside its other version, in print or on the web: what is not taken over yet."""
