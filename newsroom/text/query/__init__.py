"""The language of the search field: read, taken apart for chips, completed."""
