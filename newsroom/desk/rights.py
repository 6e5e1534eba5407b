"""Who may log in to a library on a server, and whether the server itself keeps the rules."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsroom.desk import Desk
    from newsroom.domain.login import Login, RightsReport

_SIGNS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Letters and digits that nobody takes for another one when a password is read from a sheet."""
_PARTS, _LENGTH = 4, 5


def new_password() -> str:
    """Give a password nobody can guess, in parts that can be read out."""
    return "-".join("".join(secrets.choice(_SIGNS) for _ in range(_LENGTH)) for _ in range(_PARTS))


class Rights:
    """Puts rights on the library and takes them off, and gives people their logins; whoever keeps the server may."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def on(self) -> RightsReport:
        """Put the rights on; raises NotAllowed for a library in a file, and for whoever does not keep the server."""
        return self._desk.library.rights.put_on()

    def off(self) -> RightsReport:
        """Take the rights off."""
        return self._desk.library.rights.take_off()

    def report(self) -> RightsReport:
        """Tell what stands about the rights."""
        return self._desk.library.rights.report()

    def give(self, person: str, login: str = "", password: str = "") -> tuple[Login, str]:
        """Give a person a login, and the password that was made where none is given.

        Raises NotFound for somebody who is not here, and WrongValue for a name that is none.
        """
        chosen = password or new_password()
        return self._desk.library.rights.add(person, login, chosen), chosen

    def renew(self, login: str, password: str = "") -> str:
        """Give a login another password, made where none is given; raises NotFound."""
        chosen = password or new_password()
        self._desk.library.rights.password(login, chosen)
        return chosen

    def retire(self, login: str) -> None:
        """Take a login away for good; what its person wrote stays. Raises NotFound."""
        self._desk.library.rights.retire(login)
