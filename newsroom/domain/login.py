"""Who may log in to a library on a server, and what stands about its rights."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsroom.domain.person import Role


@dataclass(frozen=True, slots=True)
class Login:
    """A login of a person: its name on the server, whose it is, the role that the server lets it have at most."""

    name: str
    person: str
    role: Role
    allowed: Role | None
    """None where the server gives it no role any more."""


@dataclass(frozen=True, slots=True)
class RightsReport:
    """What stands about the rights of a library on a server."""

    on: bool
    logins: tuple[Login, ...] = ()
    without: tuple[str, ...] = ()
    """People who have no login."""
    everything: tuple[str, ...] = ()
    """Logins that may do everything, past all rules."""
    quick_search: bool = True
    """Searches of people's own logins may use the index of words."""
