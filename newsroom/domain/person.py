"""The people of a newsroom: who acts, and in which role."""

from __future__ import annotations

from dataclasses import dataclass

from newsroom.domain.words import Labelled
from newsroom.translation import N_


class Role(Labelled):
    """What a person is in the newsroom; a later role may do all that an earlier one may."""

    JOURNALIST = "journalist", N_("Journalist")
    EDITOR = "editor", N_("Editor")
    CHIEF = "chief", N_("Duty editor")

    @property
    def rank(self) -> int:
        """Give the role's place among the roles, 0 the least."""
        return list(Role).index(self)


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who acts; id is 0 until the library keeps them."""

    name: str
    role: Role = Role.JOURNALIST
    sign_off: str = ""
    id: int = 0
    retired: bool = False
    former: tuple[str, ...] = ()
    """Names that this person had, in small letters."""

    @property
    def names(self) -> frozenset[str]:
        """Give the person's names, those of before too, in small letters."""
        return frozenset((self.name.casefold(), *self.former))

    def may_act_as(self, role: Role) -> bool:
        """Tell whether this person may do what the role may."""
        return self.role.rank >= role.rank
