"""The address of a library on a server."""

from __future__ import annotations

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from newsroom.domain.errors import LibraryUnusable
from newsroom.translation import N_, msg


def url_of(where: str) -> URL:
    """Give an address in its parts; raises LibraryUnusable where it has none."""
    try:
        return make_url(where).set(drivername="postgresql+psycopg")
    except (ArgumentError, ValueError) as fault:
        raise not_understood() from fault


def not_understood() -> LibraryUnusable:
    """Give what is told of an address that is none; it is not repeated, for a password may stand in it."""
    sentence = N_(
        "This address of a library is not understood. Write postgresql+psycopg://name@server/database."
    )
    return LibraryUnusable(msg(sentence))


def shown(url: URL) -> str:
    """Give an address without its password."""
    bare = url._replace(password=None).difference_update_query(["password", "sslpassword"])
    return bare.render_as_string(hide_password=True)
