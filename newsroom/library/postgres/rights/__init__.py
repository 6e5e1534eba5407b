"""The rights of people on a server: a login each, and a database that keeps the rules whatever program speaks with it."""
