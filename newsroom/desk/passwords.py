"""Passwords of libraries on servers, in the keyring of this computer's user and nowhere else.

Where there is no keyring, nothing is kept: the password is asked for, or found by the driver itself in
PGPASSWORD or .pgpass.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from newsroom.domain.server import is_address, password_of, server_of

if TYPE_CHECKING:
    from newsroom.domain.server import Server

_SERVICE = "newsroom library"


def kept(server: Server) -> str:
    """Give the password that is kept for a login, or nothing."""
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return ""
    try:
        return keyring.get_password(_SERVICE, _login(server)) or ""
    except (KeyringError, OSError, RuntimeError):
        return ""


def keep(server: Server, password: str) -> bool:
    """Keep the password of a login; an empty one is forgotten. Tell whether that was possible."""
    try:
        import keyring
        from keyring.errors import KeyringError, PasswordDeleteError
    except ImportError:
        return False
    try:
        if password:
            keyring.set_password(_SERVICE, _login(server), password)
        else:
            keyring.delete_password(_SERVICE, _login(server))
    except PasswordDeleteError:  # there was none
        return True
    except (KeyringError, OSError, RuntimeError):
        return False
    return True


def keeping() -> bool:
    """Tell whether this computer has a keyring that can keep passwords."""
    try:
        import keyring
        from keyring.backends import fail, null
    except ImportError:
        return False
    return not isinstance(keyring.get_keyring(), (fail.Keyring, null.Keyring))


def dial(place: str, password: str = "") -> str:
    """Give a place as the driver takes it: an address with the password given, written there, or kept.

    A file's path stays as it is. A password in the environment goes before one that is kept.
    """
    if not is_address(place):
        return place
    server = server_of(place)
    known = password or password_of(place)
    if not known and not os.environ.get("PGPASSWORD"):
        known = kept(server)
    return trusting(server).with_password(known)


def trusting(server: Server) -> Server:
    """Give a server with the certificates this computer trusts, where it must prove itself and names none."""
    from dataclasses import replace

    from newsroom.domain.server import Tls

    if server.tls is Tls.FULL and not server.certificate and not os.environ.get("PGSSLROOTCERT"):
        return replace(server, certificate=_trusted())
    return server


def _trusted() -> str:
    return next((file for file in _BUNDLES if os.path.exists(file)), "system")  # noqa: PTH110 - no Path is needed


_BUNDLES = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/cert.pem",
    "/opt/homebrew/etc/openssl@3/cert.pem",
)
"""Where systems keep the certificates they trust; the driver brings none and looks elsewhere."""


def _login(server: Server) -> str:
    return f"{server.user}@{server.place}"
