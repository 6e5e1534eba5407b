"""Where a library on a server is, and as whom it is opened; the password is no part of it.

The address is written as one line, ``postgresql+psycopg://user@host:port/database``, with what TLS needs
behind a question mark. A host that is a folder is a socket on this machine.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from newsroom.domain.errors import WrongValue
from newsroom.domain.words import Labelled
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from urllib.parse import SplitResult

SCHEME = "postgresql+psycopg"
PORT = 5432
_SCHEMES = frozenset({SCHEME, "postgresql", "postgres"})
_HERE = frozenset({"", "localhost", "127.0.0.1", "::1"})
_NO_ADDRESS = N_("This is no address of a library on a server: {where}.")


class Tls(Labelled):
    """How the way to the server is kept secret, and whether the server must prove who it is."""

    FULL = "verify-full", N_("Encrypted, the server’s certificate is checked")
    OPEN = "require", N_("Encrypted, whoever answers")
    OFF = "disable", N_("Not encrypted")


@dataclass(frozen=True, slots=True)
class Server:
    """A database on a server and the login for it; an empty host is this machine."""

    host: str = ""
    database: str = ""
    user: str = ""
    port: int = PORT
    tls: Tls = Tls.FULL
    certificate: str = ""
    """A file with the certificate of whoever vouches for the server, where that is not known to all."""

    @property
    def here(self) -> bool:
        """Tell whether the server is this machine, so that nobody can listen on the way."""
        return self.host.casefold() in _HERE or self.host.startswith("/")

    @property
    def place(self) -> str:
        """Give the address that this server has for everybody; user and TLS are no part of it."""
        return f"{self.host or 'localhost'}:{self.port}/{self.database}"

    @property
    def spoken(self) -> str:
        """Give how people call it: the database, and where."""
        return f"{self.database} @ {self.host or 'localhost'}"

    @property
    def address(self) -> str:
        """Give the address as one line, without a password; it is read again by `server_of`."""
        return self.with_password("")

    def with_password(self, password: str) -> str:
        """Give the address with a password, for the driver alone: never shown, kept or logged."""
        login = quote(self.user, safe="")
        if password:
            login += ":" + quote(password, safe="")
        folder = self.host.startswith("/")
        host = "" if folder else f"[{self.host}]" if ":" in self.host else self.host
        port = f":{self.port}" if host and self.port != PORT else ""
        options = urlencode(self._options(folder=folder), safe="/")
        at = f"{login}@" if login else ""
        path = quote(self.database, safe="")
        return f"{SCHEME}://{at}{host}{port}/{path}" + (f"?{options}" if options else "")

    def _options(self, *, folder: bool) -> dict[str, str]:
        found = {"host": self.host} if folder else {}
        if folder and self.port != PORT:
            found["port"] = str(self.port)
        if self.tls is not _natural(self):
            found["sslmode"] = self.tls.value
        if self.certificate:
            found["sslrootcert"] = self.certificate
        return found


def is_address(where: str) -> bool:
    """Tell whether a place is meant as a library on a server."""
    return where.partition("://")[0] in _SCHEMES and "://" in where


def server_of(address: str) -> Server:
    """Read an address; raises WrongValue without repeating what may be a password."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as fault:
        raise _wrong(address) from fault
    if parts.scheme not in _SCHEMES or not parts.path.strip("/"):
        raise _wrong(address)
    options = dict(parse_qsl(parts.query))
    host = options.get("host") or parts.hostname or ""
    given = options.get("port", "")
    read = Server(
        host,
        unquote(parts.path.strip("/")),
        unquote(parts.username or ""),
        port or (int(given) if given.isdecimal() else PORT),
        certificate=options.get("sslrootcert", ""),
    )
    return replace(read, tls=_tls(options.get("sslmode", ""), read))


def password_of(address: str) -> str:
    """Give the password that somebody wrote into an address, or nothing."""
    return unquote(urlsplit(address).password or "")


def bare(address: str) -> str:
    """Give a place without the password that may stand in it; a file's path as it is."""
    if not is_address(address):
        return address
    parts: SplitResult = urlsplit(address)
    login, at, host = parts.netloc.rpartition("@")
    return parts._replace(netloc=f"{login.partition(':')[0]}{at}{host}").geturl()


def spoken(place: str) -> str:
    """Give a place as people call it: the database and where it is, or a file's path."""
    return server_of(place).spoken if is_address(place) else place


def _natural(server: Server) -> Tls:
    return Tls.OFF if server.here else Tls.FULL


def _tls(named: str, server: Server) -> Tls:
    """Give what an address asks for; what is no better than asking for nothing counts as not named."""
    if named in {"verify-full", "verify-ca"}:
        return Tls.FULL
    if named == "require":
        return Tls.OPEN
    return Tls.OFF if named == "disable" else _natural(server)


def _wrong(address: str) -> WrongValue:
    return WrongValue(msg(_NO_ADDRESS, where=f"{address.partition('://')[0]}://…"))
