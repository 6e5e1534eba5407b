"""The rooms of an open library: each answers for one kind of thing, in domain words."""
