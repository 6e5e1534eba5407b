"""The faults of a server told in a sentence, each with a way out; none repeats an address or a password.

What the server says while a story is written carries a code. What it says at the door does not, and may be in
its own language: there the words decide, English and German ones.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoneFree

from newsroom.domain.errors import LibraryAway, LibraryDamaged, LibraryUnusable, LoginRefused
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    Told = tuple[type[LibraryUnusable], str]

_GONE = (
    LibraryAway,
    N_("The library's server does not answer. Nothing that was saved is lost: try again in a moment."),
)
_BUSY = (LibraryUnusable, N_("Another program is writing to the library. Try again in a moment."))
_CROWDED = (LibraryAway, N_("The library's server has no connection left. Try again in a moment."))
_NAME = (LoginRefused, N_("The library's server refuses this name or password. Check both."))
_RIGHTS = (
    LibraryUnusable,
    N_("Your account on the library's server may not do this. Ask whoever keeps the server."),
)
_CODES: dict[str, Told] = {
    "28P01": _NAME,
    "28000": _NAME,
    "40001": _BUSY,
    "40P01": _BUSY,
    "55P03": _BUSY,
    "42501": _RIGHTS,
    "25006": (LibraryUnusable, N_("The library can only be read on this server. Save the story elsewhere.")),
    "42P01": (LibraryDamaged, N_("The library is damaged. Open the newest backup.")),
    "53100": (LibraryUnusable, N_("The disk of the library's server is full. Ask whoever keeps it to make room.")),
    "53300": _CROWDED,
    "54000": (
        LibraryUnusable,
        N_("A name or keyword is too long for a library on a server, which takes some 600 characters. Shorten it."),
    ),
    "57P01": _GONE,
    "57P02": _GONE,
    "57P03": _GONE,
    "57P05": _GONE,
    "25P03": _GONE,
    "XX001": (LibraryDamaged, N_("The library is damaged. Open the newest backup.")),
    "XX002": (LibraryDamaged, N_("The library is damaged. Open the newest backup.")),
}  # fmt: skip
_DATABASE = (
    LibraryUnusable,
    N_(
        "There is no such database on the server. Check its name, or ask whoever keeps the server to make it."
    ),
)
_NOT_LET_IN = (
    LibraryUnusable,
    N_("The library's server does not let this computer in. Ask whoever keeps the server."),
)
_OPEN_WIRE = (
    LibraryUnusable,
    N_("The library's server does not speak TLS, without which others could listen. Ask whoever keeps it."),
)
_NAMED = re.compile(r'["„»][^"“«]*["“«]')
"""A name in quotes, which may hold any word."""

_AT_THE_DOOR: tuple[tuple[str, Told], ...] = (
    ("support ssl", _OPEN_WIRE),
    ("pg_hba.conf", _NOT_LET_IN),
    ("permission", _RIGHTS),
    ("berechtigung", _RIGHTS),
    ("passwor", _NAME),
    ("authenti", _NAME),
    ("role", _NAME),
    ("rolle", _NAME),
    ("user", _NAME),
    ("too many", _CROWDED),
    ("zu viele", _CROWDED),
    ("connection slots", _CROWDED),
    ("starting up", _GONE),
    ("startet", _GONE),
    ("shutting down", _GONE),
    ("fährt", _GONE),
    ("recovery", _GONE),
    ("database", _DATABASE),
    ("datenbank", _DATABASE),
    ("certificate", (LibraryUnusable, N_("The certificate of the library's server is not trusted. Check its address, or name its root certificate."))),
    ("fatal", _NOT_LET_IN),
)  # fmt: skip


def told(fault: Exception) -> LibraryUnusable | None:
    """Give the world's fault behind an error of the server or its driver, or None where it is ours."""
    import psycopg

    if isinstance(fault, NoneFree):
        return _made(_BUSY)
    cause = fault.orig if isinstance(fault, DBAPIError) else fault
    if not isinstance(cause, psycopg.Error):
        return None
    if cause.sqlstate:
        known = _CODES.get(cause.sqlstate) or (_GONE if cause.sqlstate.startswith("08") else None)
        return _made(known) if known else None
    if not isinstance(cause, psycopg.OperationalError):
        return None
    return _made(_at_the_door(str(cause)))


def _at_the_door(said: str) -> Told:
    """Give what is behind a connection that was not made or that broke."""
    words = said.lower()
    if not any(sign in words for sign in ("fatal", "certificate", "password", "support ssl")):
        return _GONE
    reason = _NAMED.sub("", words.rpartition("fatal:")[2])
    return next((known for sign, known in _AT_THE_DOOR if sign in reason), _NOT_LET_IN)


def _made(known: Told) -> LibraryUnusable:
    kind, sentence = known
    return kind(msg(sentence))
