"""What went out, with exactly the bytes of each file: noted before the files are written, so that writing can be ended."""

from __future__ import annotations

import hashlib
import zlib
from itertools import groupby
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, exists, func, select, update

from newsroom.domain.channel import Channel
from newsroom.domain.errors import NotFound, UnreadableText
from newsroom.domain.publishing import Release, ReleaseKind, SentFile
from newsroom.library.adding import add
from newsroom.library.database import insert
from newsroom.library.rows import RELEASE, RELEASE_FILE, SENT
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import Connection, Row

    from newsroom.translation import Message

_FACTS = (
    "version", "hash", "person", "time", "folder", "pattern", "correction", "written",
)  # fmt: skip


def of(connection: Connection, story: int) -> tuple[Release, ...]:
    """Give what went out of a story, the oldest first."""
    asked = select(*RELEASE.c).where(RELEASE.c.article_id == story).order_by(RELEASE.c.number)
    rows = connection.execute(asked).all()
    listed = select(*RELEASE_FILE.c).where(RELEASE_FILE.c.article_id == story)
    files = connection.execute(listed.order_by(RELEASE_FILE.c.number, RELEASE_FILE.c.position)).all()
    by_release = {
        number: tuple(map(_file, found)) for number, found in groupby(files, lambda row: row.number)
    }
    return tuple(_release(row, by_release.get(row.number, ())) for row in rows)


def _release(row: Row[*tuple[Any, ...]], files: tuple[SentFile, ...]) -> Release:
    facts = {name: getattr(row, name) for name in _FACTS}
    channel, kind = Channel(row.channel), ReleaseKind(row.kind)
    return Release(story=row.article_id, number=row.number, channel=channel, kind=kind, files=files, **facts)


def _file(row: Row[*tuple[Any, ...]]) -> SentFile:
    return SentFile(row.format, row.path, row.sha256, row.size)


def keep(connection: Connection, release: Release, data: Mapping[str, bytes]) -> int:
    """Keep a release with the bytes of its files by their SHA-256; give its number."""
    last = select(func.max(RELEASE.c.number)).where(RELEASE.c.article_id == release.story)
    number = (connection.scalar(last) or 0) + 1
    facts = {name: getattr(release, name) for name in _FACTS}
    row = {"article_id": release.story, "number": number, **facts}
    row |= {"channel": release.channel.value, "kind": release.kind.value}
    connection.execute(RELEASE.insert().values(row))
    _keep_bytes(connection, data)
    add(connection, RELEASE_FILE, [
        {
            "article_id": release.story, "number": number, "position": place, "format": one.format,
            "path": one.path, "sha256": one.sha256, "size": one.size,
        }
        for place, one in enumerate(release.files)
    ])  # fmt: skip
    return number


def _keep_bytes(connection: Connection, data: Mapping[str, bytes]) -> None:
    for name, whole in data.items():
        small = zlib.compress(whole, 6)
        worth = len(small) < len(whole)
        values = {"sha256": name, "small": worth, "data": small if worth else whole}
        connection.execute(insert(connection, SENT).values(values).on_conflict_do_nothing())


def bytes_of(connection: Connection, sha256: str) -> bytes:
    """Give the bytes of a file that went out; raises NotFound, and UnreadableText where they are damaged."""
    row = connection.execute(select(*SENT.c).where(SENT.c.sha256 == sha256)).first()
    if row is None:
        raise NotFound(msg(N_("The bytes of this file are not kept here.")))
    data = _whole(row)
    if hashlib.sha256(data).hexdigest() != sha256:
        raise UnreadableText(
            msg(N_("A file that went out is damaged: {name}. Take it from a backup."), name=sha256[:12])
        )
    return data


def _whole(row: Row[*tuple[Any, ...]]) -> bytes:
    try:
        return zlib.decompress(row.data) if row.small else bytes(row.data)
    except zlib.error:
        return b""


def mark_written(connection: Connection, story: int, number: int, now: datetime) -> None:
    """Note that all files of a release stood."""
    chosen = (RELEASE.c.article_id == story, RELEASE.c.number == number)
    connection.execute(update(RELEASE).where(*chosen).values(written=now))


def forget_unwritten(connection: Connection, story: int) -> None:
    """Forget releases whose files were never written, with bytes that nothing else has."""
    chosen = (RELEASE.c.article_id == story, RELEASE.c.written.is_(None))
    numbers = list(connection.scalars(select(RELEASE.c.number).where(*chosen)))
    files = (RELEASE_FILE.c.article_id == story, RELEASE_FILE.c.number.in_(numbers))
    names = list(connection.scalars(select(RELEASE_FILE.c.sha256).where(*files)))
    connection.execute(delete(RELEASE_FILE).where(*files))
    connection.execute(delete(RELEASE).where(*chosen))
    drop_unused(connection, names)


def drop_unused(connection: Connection, names: Iterable[str]) -> None:
    """Forget bytes, named by their SHA-256, that no release has any more."""
    used = exists().where(RELEASE_FILE.c.sha256 == SENT.c.sha256)
    connection.execute(delete(SENT).where(SENT.c.sha256.in_(tuple(names)), ~used))


def holders(connection: Connection, path: str, but: int) -> Sequence[tuple[int, str]]:
    """Give the stories, but for one, of which a file went out under this name, each with its channel's folder."""
    asked = (
        select(RELEASE.c.article_id, RELEASE.c.folder)
        .join(
            RELEASE_FILE,
            (RELEASE_FILE.c.article_id == RELEASE.c.article_id) & (RELEASE_FILE.c.number == RELEASE.c.number),
        )
        .where(RELEASE_FILE.c.path == path, RELEASE.c.article_id != but)
        .distinct()
    )
    return [(story, folder) for story, folder in connection.execute(asked)]


def damaged(connection: Connection) -> Iterator[Message]:
    """Give a sentence for each file that went out whose kept bytes are not what they were, or are missing."""
    asked = select(*SENT.c).order_by(SENT.c.sha256)
    for row in connection.execute(asked, execution_options={"yield_per": 20}):
        if hashlib.sha256(_whole(row)).hexdigest() != row.sha256:
            yield msg(
                N_("A file that went out is damaged: {name}. Take it from a backup."), name=row.sha256[:12]
            )
    there = exists().where(SENT.c.sha256 == RELEASE_FILE.c.sha256)
    for (path,) in connection.execute(select(RELEASE_FILE.c.path).where(~there).distinct()):
        yield msg(
            N_("The bytes of “{path}”, which went out, are missing. Take them from a backup."), path=path
        )
