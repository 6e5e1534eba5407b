"""The tables of the house's lists and settings."""

from __future__ import annotations

from sqlalchemy import Table, TypedColumns

from newsroom.library.rows import columns as of
from newsroom.library.rows.columns import METADATA


class SectionColumns(TypedColumns):
    """A section of the house."""

    id = of.number(primary_key=True)
    name = of.words(unique=True)
    colour = of.words()
    position = of.number()
    retired = of.flag()


SECTION = Table("section", METADATA, SectionColumns)


class GenreColumns(TypedColumns):
    """A genre of the house."""

    id = of.number(primary_key=True)
    key = of.words(unique=True)
    name = of.words()
    wants_lead = of.flag()
    position = of.number()


GENRE = Table("genre", METADATA, GenreColumns)


class PersonColumns(TypedColumns):
    """Someone who acts; their name is theirs alone, however it is written."""

    id = of.number(primary_key=True)
    name = of.words()
    name_key = of.words(unique=True)
    role = of.words()
    sign_off = of.words()


PERSON = Table("person", METADATA, PersonColumns)


class FactColumns(TypedColumns):
    """What the library knows about itself: running number, forms of its indexes, settings of the house."""

    name = of.words(primary_key=True)
    value = of.words()


FACT = Table("fact", METADATA, FactColumns)
