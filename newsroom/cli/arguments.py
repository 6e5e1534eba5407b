"""The options that every command knows, taken out of the arguments wherever they stand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsroom.cli.failures import Usage
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Sequence

_VALUED = {"--library": "library", "--lang": "lang", "--as": "as_name"}
_FLAGS = {"--json": "json", "--debug": "debug"}


@dataclass(frozen=True, slots=True)
class Common:
    """What was asked for in front of, or behind, any command."""

    library: str = ""
    lang: str = ""
    as_name: str = ""
    json: bool = False
    debug: bool = False


def part(arguments: Sequence[str]) -> tuple[Common, list[str]]:
    """Part the common options from the rest, which keeps its order; raises Usage where a value is missing.

    After ``--`` nothing is an option any more.
    """
    common = Common()
    rest: list[str] = []
    words = iter(arguments)
    for word in words:
        name, equals, value = word.partition("=")
        if word == "--":
            rest += [word, *words]
        elif word in _FLAGS:
            common = replace(common, **{_FLAGS[word]: True})
        elif name in _VALUED:
            given = value if equals else next(words, None)
            if not given or (not equals and given.startswith("--")):
                raise Usage(msg(N_("“{option}” needs a value."), option=name))
            common = replace(common, **{_VALUED[name]: given})
        else:
            rest.append(word)
    return common, rest
