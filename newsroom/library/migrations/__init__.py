"""Brings older libraries up to the newest schema; Alembic finds its steps in ``versions``."""
