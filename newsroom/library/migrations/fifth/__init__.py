"""The steps of the fifth schema, each a module that can go up and down."""
