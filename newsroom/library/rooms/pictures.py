"""The bytes of pictures, the same ones once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.library import drafts

if TYPE_CHECKING:
    from newsroom.library.engine import Store


class Pictures:
    """Keeps pictures."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, data: bytes, mime: str) -> str:
        """Keep a picture, the same bytes once, and give its SHA-256."""
        with self._store.writing() as connection:
            return drafts.add_picture(connection, data, mime)

    def get(self, sha: str) -> bytes | None:
        """Give the bytes of a picture, or nothing where it is not kept."""
        with self._store.reading() as connection:
            return drafts.picture(connection, sha)
