"""Bylines are put in order as a German reader looks them up."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from newsroom.library.ordering import word_key

_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_SHORT = sa.text("substr(byline, 1, 400)")
_SOME = sa.text("SELECT DISTINCT byline FROM article WHERE byline > :last ORDER BY byline LIMIT 1000")
_KEPT = sa.text(
    "UPDATE article SET byline_key = :key"
    " WHERE in_trash IN (:yes, :no) AND substr(byline, 1, 400) = substr(:byline, 1, 400) AND byline = :byline"
)


def upgrade() -> None:
    """Give every byline its key; the index of the bylines themselves finds the stories of each."""
    op.add_column("article", sa.Column("byline_key", _TEXT, nullable=False, server_default=""))
    connection, last = op.get_bind(), ""
    while found := connection.scalars(_SOME, {"last": last}).all():
        rows = [{"byline": one, "key": word_key(one), "yes": True, "no": False} for one in found]
        connection.execute(_KEPT, rows)
        last = found[-1]
    op.drop_index("ix_article_by_byline", "article")
    op.create_index("ix_article_by_author", "article", ["in_trash", "byline_key", "sort_key"])


def downgrade() -> None:
    """Put bylines in order by their letters again."""
    op.drop_index("ix_article_by_author", "article")
    op.create_index("ix_article_by_byline", "article", ["in_trash", _SHORT, "sort_key"])
    op.drop_column("article", "byline_key")
