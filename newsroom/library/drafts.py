"""Drafts: what a session typed and has not saved, kept within a second; and pictures, kept once each."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from sqlalchemy import delete, select, update

from newsroom.domain.errors import UnreadableText
from newsroom.domain.listing import Draft
from newsroom.library import database, tombs
from newsroom.library.database import insert
from newsroom.library.fields import fields_of, story_of, story_text
from newsroom.library.next_version import clean
from newsroom.library.rows import DRAFT, PICTURE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from sqlalchemy import Connection

    from newsroom.domain.article import Article


def keep_draft(connection: Connection, session: str, article: Article, now: datetime) -> None:
    """Keep what a session typed in a story; it replaces what it typed there before."""
    tombs.refuse(connection, (article.uid,))
    values = {"time": now, "story": story_text(fields_of(clean(article)))}
    statement = insert(connection, DRAFT).values(session=session, uid=article.uid, **values)
    connection.execute(statement.on_conflict_do_update(index_elements=["session", "uid"], set_=values))


def drafts(connection: Connection, but_of: str) -> Iterator[Draft]:
    """Give the drafts of all sessions but one, newest first; one that cannot be read is left where it is."""
    columns = (DRAFT.c.session, DRAFT.c.uid, DRAFT.c.time, DRAFT.c.story)
    asked = select(*columns).where(DRAFT.c.session != but_of)
    asked = asked.order_by(DRAFT.c.time.desc())
    for session, uid, time, story in connection.execute(asked):
        try:
            yield Draft(session, uid, time, story_of(story))
        except UnreadableText:
            continue


def renew_drafts(connection: Connection, session: str, heir: str, now: datetime) -> None:
    """Give a session's drafts the time now, and their heir's name."""
    connection.execute(update(DRAFT).where(DRAFT.c.session == session).values(session=heir, time=now))


def drop_draft(connection: Connection, session: str, uid: str) -> None:
    """Forget a draft."""
    connection.execute(delete(DRAFT).where(DRAFT.c.session == session, DRAFT.c.uid == uid))


def add_picture(connection: Connection, data: bytes, mime: str) -> str:
    """Keep a picture and give its SHA-256; the same bytes are kept once."""
    name = hashlib.sha256(data).hexdigest()
    statement = insert(connection, PICTURE).values(sha256=name, mime=mime, data=data)
    connection.execute(statement.on_conflict_do_nothing())
    return name


def picture(connection: Connection, name: str) -> bytes | None:
    """Give the bytes of a picture, or nothing where it is not kept."""
    if (guard := database.of(connection).guard) is not None:
        return guard.picture(connection, name)
    return connection.scalar(select(PICTURE.c.data).where(PICTURE.c.sha256 == name))
