"""Erasure: a story goes out of every table, and a tombstone ends its journal, so that the chain still verifies.

Of the words nothing stays: versions, drafts, notes, indexes, kept files, pictures that no other story shows, and names
that only this story used. `scrub` of the database then takes what is deleted out of its files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, or_, select

from newsroom.domain.article import LinkKind
from newsroom.domain.body import assets
from newsroom.domain.errors import UnreadableText
from newsroom.domain.publishing import Erased
from newsroom.library import articles, database, indexes, journal, releases, schema, tally, usage, versions
from newsroom.library.database import insert
from newsroom.library.fields import article_of, story_of
from newsroom.library.ordering import sort_key
from newsroom.library.rows import (
    ARTICLE,
    BLOCK,
    DRAFT,
    EDITING,
    ERASED,
    LINK,
    PART,
    PICTURE,
    RELEASE_FILE,
    RENAMED_STORY,
    REVISION,
    SHINGLE,
    SOURCE,
    TALLY,
    TEXT,
    TOPIC,
    USAGE,
    VERDICT,
)
from newsroom.library.verifying import ERASED_ACTION

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from newsroom.domain.article import Article

_TWINS = LinkKind.PRINT_VERSION_OF.value


def together(connection: Connection, story: int) -> tuple[int, ...]:
    """Give a story and its print or web versions, which hold each other's words and go together; raises NotFound."""
    uid = articles.read(connection, story).uid
    known, waiting = {story}, [uid]
    while waiting:
        one = waiting.pop()
        named = select(LINK.c.uid).join(ARTICLE, ARTICLE.c.id == LINK.c.article_id)
        named = named.where(ARTICLE.c.uid == one, LINK.c.kind == _TWINS)
        naming = select(LINK.c.article_id).where(LINK.c.uid == one, LINK.c.kind == _TWINS)
        twins = or_(ARTICLE.c.uid.in_(named), ARTICLE.c.id.in_(naming))
        for number, other in connection.execute(select(ARTICLE.c.id, ARTICLE.c.uid).where(twins)):
            if number not in known:
                known.add(number)
                waiting.append(other)
    return tuple(sorted(known))


def erase(
    connection: Connection, ids: Sequence[int], person: str, reason: str, now: datetime
) -> tuple[Erased, ...]:
    """Erase stories, all of them or none; give what is known of them from now on."""
    done: list[Erased] = []
    found = articles.rows_of(connection, ids)
    pictures = _pictures(connection, ids)
    unreadable = False
    with database.of(connection).unguarded(connection):
        for story, row in found.items():
            unreadable |= not _unindex(connection, row)
            _bury(connection, story, row["uid"], (person, reason), now)
            done.append(Erased(row["uid"], story, person, now, reason))
    _drop_pictures(connection, pictures)
    if unreadable:
        schema.rebuild_indexes(connection)
        usage.rebuild(connection)
    database.of(connection).settle(connection)
    schema.next_sequence(connection)
    return tuple(done)


def _unindex(connection: Connection, row: dict[str, Any]) -> bool:
    """Take a story out of indexes and counts; tell whether it could be read for that."""
    try:
        article = article_of(row)
    except (UnreadableText, ValueError):
        return False
    indexes.take(connection, [indexes.indexed(article, sort_key(article))])
    tally.add(connection, tally.gone(article))
    connection.execute(delete(TALLY).where(TALLY.c.number == 0, TALLY.c.kind.like("person:%")))
    usage.add(connection, usage.gone(article))
    _forget_names(connection, article)
    return True


def _forget_names(connection: Connection, article: Article) -> None:
    """Forget names that only this story used, and nobody decided to keep."""
    for kind, name in usage.gone(article):
        unused = (USAGE.c.live == 0, USAGE.c.trashed == 0, ~USAGE.c.kept, ~USAGE.c.retired)
        connection.execute(delete(USAGE).where(USAGE.c.kind == kind, USAGE.c.name == name, *unused))


def _bury(connection: Connection, story: int, uid: str, told: tuple[str, str], now: datetime) -> None:
    """Delete all rows of a story, and leave a tombstone."""
    person, reason = told
    files = select(RELEASE_FILE.c.sha256).where(RELEASE_FILE.c.article_id == story)
    sent = list(connection.scalars(files))
    for named in (DRAFT.c.uid, EDITING.c.uid, BLOCK.c.uid, TOPIC.c.uid, PART.c.uid):
        connection.execute(delete(named.table).where(named == uid))
    connection.execute(delete(VERDICT).where(or_(VERDICT.c.uid == uid, VERDICT.c.other == uid)))
    for table in (SHINGLE, SOURCE, RENAMED_STORY, REVISION, RELEASE_FILE):
        owner = table.c.article_id
        connection.execute(delete(owner.table).where(owner == story))
    connection.execute(delete(ARTICLE).where(ARTICLE.c.id == story))
    releases.drop_unused(connection, sent)
    entry = {"id": story, "uid": uid, "version": 0, "digest": "", "action": ERASED_ACTION, "note": reason}
    journal.bury(connection, {**entry, "person": person, "time": now.isoformat()})
    values = {"article_id": story, "person": person, "time": now, "reason": reason}
    statement = insert(connection, ERASED).values(uid=uid, **values)
    connection.execute(statement.on_conflict_do_update(index_elements=["uid"], set_=values))


def _pictures(connection: Connection, ids: Sequence[int]) -> frozenset[str]:
    """Give the pictures that any version of these stories shows."""
    texts = versions.Texts(connection)
    asked = select(*versions.TEXT).where(REVISION.c.article_id.in_(ids)).order_by(*REVISION.primary_key)
    found: set[str] = set()
    for row in connection.execute(asked).all():
        try:
            found.update(assets(story_of(texts.of(row).decode()).body))
        except (UnreadableText, ValueError):
            continue
    return frozenset(found)


def _drop_pictures(connection: Connection, names: Iterable[str]) -> None:
    """Forget those of these pictures that no story shows any more."""
    for name in names:
        shown = select(TEXT.c.article_id).where(TEXT.c.body.contains(name)).limit(1)
        drafted = select(DRAFT.c.uid).where(DRAFT.c.story.contains(name)).limit(1)
        if connection.execute(shown).first() is None and connection.execute(drafted).first() is None:
            connection.execute(delete(PICTURE).where(PICTURE.c.sha256 == name))
