"""The texts of versions: what is written of a new one, and any of them read again.

A version is packed beside the key version of its story, the last one that was packed alone. Rows of older
libraries hold their text as it is, and are read as well.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import select, tuple_

from newsroom.domain.errors import NotFound, UnreadableText
from newsroom.library.fields import story_of
from newsroom.library.packing import pack, steps, unpack
from newsroom.library.rows import REVISION
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection, Row

    from newsroom.domain.article import Article

TEXT = (
    REVISION.c.article_id,
    REVISION.c.version,
    REVISION.c.story,
    REVISION.c.packed,
    REVISION.c.base,
)
"""The columns `Texts` reads a text from; whoever asks for rows asks for these first."""

_APART = 6
"""A version that packs to less than this part of its text stays beside its key without a second thought."""
_ASKED = 400
_QUOTED, _NUMBER = 3, 3
"""What words and a number take in steps besides, about."""

Key = tuple[int, int]


class Packed(NamedTuple):
    """What is stored of a version's text; base is the key version it is packed beside, None where there is none."""

    packed: bytes
    base: int | None


class Texts:
    """Reads texts of versions; those of one story after each other read their key once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._at: tuple[Key, bytes] | None = None

    def of(self, row: Row[*tuple[Any, ...]]) -> bytes:
        """Give the text of a row that has the columns `TEXT`; raises UnreadableText."""
        if row.packed is None:
            return str(row.story).encode()
        if row.base is not None:
            return unpack(row.packed, self._key((row.article_id, row.base)))
        text = unpack(row.packed)
        self._at = (row.article_id, row.version), text
        return text

    def sound(self, row: Row[*tuple[Any, ...]]) -> bool:
        """Tell whether the text of a row is the one its digest names."""
        try:
            return bool(hashlib.sha256(self.of(row)).hexdigest() == row.digest)
        except UnreadableText:
            return False

    def _key(self, place: Key) -> bytes:
        if self._at is None or self._at[0] != place:
            row = _row(self._connection, *place)
            if row is None or row.base is not None:
                raise UnreadableText(msg(N_("The stored text is damaged.")))
            self._at = place, self.of(row)
        return self._at[1]


def _row(connection: Connection, story: int, version: int) -> Row[*tuple[Any, ...]] | None:
    asked = select(*TEXT).where(REVISION.c.article_id == story, REVISION.c.version == version)
    return connection.execute(asked).first()


def article(connection: Connection, story: int, version: int) -> Article:
    """Give a story as it was in one version; raises NotFound, and UnreadableText where it is damaged."""
    row = _row(connection, story, version)
    if row is None:
        raise NotFound(msg(N_("Story {id} has no version {version}."), id=story, version=version))
    try:
        return story_of(Texts(connection).of(row).decode())
    except (UnreadableText, UnicodeDecodeError) as fault:
        sentence = N_(
            "Version {version} of story {id} cannot be read. Choose another one, or take it from a backup."
        )
        raise UnreadableText(msg(sentence, version=version, id=story)) from fault


def packed(connection: Connection, wanted: Sequence[tuple[int, int, str]]) -> list[Packed]:
    """Give what is stored of new versions: each with its story, the version before it (or 0) and its text."""
    keys = _keys(connection, [(story, before) for story, before, _text in wanted if before])
    return [beside(text.encode(), keys.get(story)) for story, _before, text in wanted]


def beside(text: bytes, key: tuple[int, bytes] | None) -> Packed:
    """Pack a text beside its key version, or alone where that takes not much more."""
    if key is None:
        return Packed(pack(text), None)
    small = pack(text, key[1])
    if len(small) * _APART > len(text):
        alone = pack(text)
        if len(alone) < 2 * len(small):
            return Packed(alone, None)
    return Packed(small, key[0])


def _keys(connection: Connection, before: list[Key]) -> dict[int, tuple[int, bytes]]:
    """Give for stories their key version with its text; none where that is not what was saved."""
    texts = Texts(connection)
    found: dict[int, tuple[int, bytes]] = {}
    for row in _key_rows(connection, before):
        if texts.sound(row):
            found[row.article_id] = row.version, texts.of(row)
    return found


def plain_keys(connection: Connection, before: list[Key]) -> dict[int, tuple[int, str]]:
    """Give for stories their key version with its text, where a server can read it: none where it is deflated."""
    rows = _key_rows(connection, before)
    return {row.article_id: (row.version, row.story) for row in rows if row.packed is None}


def told_small(text: str, key: tuple[int, str] | None) -> list[str | int] | None:
    """Give the steps that make a text of its key version; None where that is not much shorter, and it is kept whole."""
    if key is None:
        return None
    told = steps(text, key[1])
    length = sum(len(one) + _QUOTED if isinstance(one, str) else _NUMBER for one in told)
    return told if length * _APART < len(text) else None


def _key_rows(connection: Connection, before: list[Key]) -> list[Row[*tuple[Any, ...]]]:
    last = _rows(connection, before)
    far = [(row.article_id, row.base) for row in last if row.base is not None]
    return [row for row in last if row.base is None] + _rows(connection, far)


def _rows(connection: Connection, places: Sequence[Key]) -> list[Row[*tuple[Any, ...]]]:
    named = tuple_(REVISION.c.article_id, REVISION.c.version)
    found: list[Row[*tuple[Any, ...]]] = []
    for start in range(0, len(places), _ASKED):
        among = named.in_(places[start : start + _ASKED])
        found += connection.execute(select(*TEXT, REVISION.c.digest).where(among))
    return found
