r"""The text that takes the place of what was found: plain, or with the groups of a regular expression.

In an expression ``$1``, ``${1}``, ``${name}``, ``\1`` and ``\g<name>`` stand for groups, ``$0`` and ``$&``
for all that was found, ``\n`` for a line break, ``\t`` for a tab, ``$$`` and ``\\`` for the sign itself.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom.domain.errors import WrongValue
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Mapping

    import regex

_GROUP = re.compile(
    r"\$(?:(?P<sign>\$)|(?P<all>&)|(?P<number>\d{1,2})|\{(?P<name>\w+)\})"
    r"|\\(?:(?P<old>\d{1,2})|g<(?P<told>\w+)>|(?P<escape>[nt\\]))"
)
_ESCAPES = {"n": "\n", "t": "\t", "\\": "\\"}


class Template:
    """A replacement made ready; raises WrongValue where it names a group that the expression has not."""

    def __init__(self, text: str, groups: int | None, names: Mapping[str, int]) -> None:
        self._groups, self._names = groups or 0, names
        self._parts = (text,) if groups is None else tuple(self._read(text))

    def filled(self, found: regex.Match) -> str:
        """Give the text for one match; a group that took no part is nothing."""
        return "".join(part if isinstance(part, str) else found[part] or "" for part in self._parts)

    def _read(self, text: str) -> list[str | int]:
        parts: list[str | int] = []
        at = 0
        for sign in _GROUP.finditer(text):
            parts += (text[at : sign.start()], self._part(sign))
            at = sign.end()
        return [*parts, text[at:]]

    def _part(self, sign: re.Match[str]) -> str | int:
        if sign["sign"]:
            return "$"
        if sign["escape"]:
            return _ESCAPES[sign["escape"]]
        if sign["all"]:
            return 0
        return self._group(sign["number"] or sign["name"] or sign["old"] or sign["told"])

    def _group(self, name: str) -> int:
        number = int(name) if name.isdecimal() else self._names.get(name, -1)
        if 0 <= number <= self._groups:
            return number
        raise WrongValue(msg(N_("The expression has no group “{name}”."), name=name))
