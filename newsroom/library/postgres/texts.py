"""Texts on their way to the server, which keeps every character but one."""

from __future__ import annotations

from psycopg.types.string import StrDumper


class StoredText(StrDumper):
    """Sends a text with a visible sign for the character NUL, which PostgreSQL cannot keep."""

    def dump(self, obj: str) -> bytes | bytearray | memoryview | None:
        """Give the bytes of a text."""
        return super().dump(obj.replace("\0", "\ufffd") if "\0" in obj else obj)
