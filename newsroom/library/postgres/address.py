"""The address of a library on a server."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from newsroom.domain.errors import LibraryUnusable
from newsroom.translation import N_, msg

_HERE = frozenset({"", "localhost", "127.0.0.1", "::1"})
_VOUCHING = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/cert.pem",
)
"""Where systems keep the certificates of those who vouch for servers."""


def url_of(where: str) -> URL:
    """Give an address in its parts; raises LibraryUnusable where it has none."""
    try:
        return make_url(where).set(drivername="postgresql+psycopg")
    except (ArgumentError, ValueError) as fault:
        raise not_understood() from fault


def is_here(url: URL) -> bool:
    """Tell whether a server is this machine, so that nobody can listen on the way."""
    host = url.host or str(url.query.get("host", ""))
    return host in _HERE or host.startswith("/")


def named(url: URL) -> dict[str, Any]:
    """Give an address as the driver wants it; a server on another machine must prove who it is.

    Only ``sslmode`` in the address asks for less.
    """
    asked = {**url.translate_connect_args(username="user", database="dbname"), **url.query}
    if is_here(url) or "sslmode" in asked:
        return asked
    known = next((file for file in _VOUCHING if Path(file).exists()), "system")
    return {"sslmode": "verify-full", "sslrootcert": known, **asked}


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
