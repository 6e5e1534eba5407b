"""A story that was opened before the catalogue changed a name in it is saved all the same."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from newsroom.domain.catalogue import CARRIED, RENAMED
from newsroom.library import versions
from newsroom.library.rows import REVISION

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from newsroom.domain.article import Article


def carried(connection: Connection, article: Article, old: Article) -> Article:
    """Give a story that was opened before the catalogue changed a name in it, as if it were opened now.

    Where anything else was done to it since, it is given as it is: then somebody else was quicker.
    """
    asked = select(REVISION.c.action).where(
        REVISION.c.article_id == old.id, REVISION.c.version > article.version
    )
    if not 0 < article.version < old.version or set(connection.scalars(asked)) != {RENAMED}:
        return article
    base = versions.article(connection, old.id, article.version)
    follow = {name: getattr(old, name) for name in CARRIED if getattr(article, name) == getattr(base, name)}
    return replace(article, version=old.version, **follow)
