"""Versions are stored small."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.exc import NoResultFound

from newsroom.domain.errors import UnreadableText
from newsroom.library.packing import unpack


def upgrade() -> None:
    """Let versions be stored small; those that are there stay plain, so that this takes no time."""
    op.add_column("revision", sa.Column("packed", sa.LargeBinary()))
    op.add_column("revision", sa.Column("base", sa.Integer()))
    plain = sa.text("packed IS NULL")
    op.create_index(
        "ix_revision_plain", "revision", ["article_id"], sqlite_where=plain, postgresql_where=plain
    )


_PLAIN = """UPDATE revision SET story = :story, packed = NULL, base = NULL
WHERE article_id = :article_id AND version = :version"""
_OF_BASE = "SELECT packed, story FROM revision WHERE article_id = :article_id AND version = :base"


def downgrade() -> None:
    """Write versions out again, those that stand beside another one first."""
    connection = op.get_bind()
    for which in ("base IS NOT NULL", "base IS NULL"):
        asked = f"SELECT article_id, version, packed, base FROM revision WHERE packed IS NOT NULL AND {which} LIMIT 500"  # noqa: S608 - our own words
        while rows := connection.execute(sa.text(asked)).mappings().all():
            plain = [{**row, "story": _text(connection, row)} for row in rows]
            connection.execute(sa.text(_PLAIN), plain)
    op.drop_index("ix_revision_plain", "revision")
    op.drop_column("revision", "packed")
    op.drop_column("revision", "base")


def _text(connection: sa.Connection, row: sa.RowMapping) -> str:
    """Give the text of a version; one that is damaged stays so, and is told by a check."""
    base = b""
    try:
        if row["base"] is not None:
            found = connection.execute(sa.text(_OF_BASE), dict(row)).mappings().one()
            base = bytes(unpack(found["packed"]) if found["packed"] else found["story"].encode())
        return unpack(bytes(row["packed"]), base).decode()
    except (UnreadableText, NoResultFound, UnicodeDecodeError):
        return ""
