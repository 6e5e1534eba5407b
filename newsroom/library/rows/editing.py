"""The table of who edits which story."""

from __future__ import annotations

from sqlalchemy import Column, Table, TypedColumns

from newsroom.library.rows import columns as of
from newsroom.library.rows.columns import METADATA


class EditingColumns(TypedColumns):
    """A session that edits a story: since when, and when it last said so."""

    uid = Column(of.short(36), primary_key=True)
    session = of.words()
    since = of.time()
    seen = of.time()


EDITING = Table("editing", METADATA, EditingColumns)
