"""The kinds of columns that tables are made of, and the times they hold."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    Boolean,
    Column,
    DateTime,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Text,
)
from sqlalchemy.types import TypeDecorator

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Dialect

CONVENTION = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


_STORED = len("2026-01-01 00:00:00.000000")


class Utc(TypeDecorator[datetime]):
    """An aware datetime, kept in UTC and given back in UTC; a naive one is our fault and is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Callable[[datetime | None], str | datetime | None]:
        """Give what makes the stored time; one plain function, for it runs for every time of every row."""
        return stored_time if dialect.name == "sqlite" else aware

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], datetime | None]:  # noqa: ARG002 - SQLAlchemy calls it so
        """Give what makes a time of the stored one."""
        return _read if dialect.name == "sqlite" else _in_utc


def aware(value: datetime | None) -> datetime | None:
    """Give a time as it is; a naive one is our fault and is refused."""
    if value is not None and value.tzinfo is None:
        raise TypeError("a time without zone cannot be stored")
    return value


def _in_utc(value: datetime | None) -> datetime | None:
    return None if value is None else value.astimezone(UTC)


def stored_time(value: datetime | None) -> str | None:
    """Give the text that a time is stored as; a naive one is our fault and is refused."""
    if value is None:
        return None
    if value.tzinfo is None:
        raise TypeError("a time without zone cannot be stored")
    return value.astimezone(UTC).isoformat(" ", "microseconds")[:_STORED]


def _read(value: str | None) -> datetime | None:
    return None if value is None else datetime.fromisoformat(value + "+00:00")


METADATA = MetaData(naming_convention=CONVENTION)

WORDS = Text().with_variant(Text(collation="C"), "postgresql")
"""Text that every database sorts and compares as SQLite does, by code points."""


def short(length: int) -> String:
    """Give the type of a text of a length known beforehand; no database cuts or refuses a longer one."""
    return String(length).with_variant(Text(collation="C"), "postgresql")


def words(**options: Any) -> Column[str]:
    """Give a column of text."""
    return Column(WORDS, nullable=False, **options)


def number(**options: Any) -> Column[int]:
    """Give a column of a whole number."""
    return Column(Integer, nullable=False, **options)


def perhaps_number() -> Column[int | None]:
    """Give a column of a whole number or none."""
    return Column(Integer)


def flag() -> Column[bool]:
    """Give a column of yes or no."""
    return Column(Boolean, nullable=False)


def time() -> Column[datetime]:
    """Give a column of a time."""
    return Column(Utc, nullable=False)


def perhaps_time() -> Column[datetime | None]:
    """Give a column of a time or none."""
    return Column(Utc)


def octets() -> Column[bytes]:
    """Give a column of bytes."""
    return Column(LargeBinary, nullable=False)


def perhaps_octets() -> Column[bytes | None]:
    """Give a column of bytes or none."""
    return Column(LargeBinary)


def story_number(**options: Any) -> Column[int]:
    """Give a column that names a story and goes with it."""
    return Column(ForeignKey("article.id", ondelete="CASCADE"), nullable=False, **options)
