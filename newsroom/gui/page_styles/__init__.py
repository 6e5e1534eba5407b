"""InDesign styles: the table of what each part of a story is set in on the house's pages."""
