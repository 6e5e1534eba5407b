"""The options that every command knows, taken out of the arguments wherever they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.cli.failures import Usage
from newsroom.translation import LANGUAGES, N_, msg

if TYPE_CHECKING:
    from collections.abc import Sequence


VALUED = ("--library", "--lang", "--as")
LARGEST_ID = 2**63 - 1
"""No library numbers further."""
FLAGS = ("--json", "--debug")


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
    flags: set[str] = set()
    values: dict[str, str] = {}
    rest: list[str] = []
    words = iter(arguments)
    for word in words:
        name, equals, value = word.partition("=")
        if word == "--":
            rest += [word, *words]
        elif word in FLAGS:
            flags.add(word)
        elif name in VALUED:
            given = value if equals else next(words, None)
            if not given or (not equals and given.startswith("--")):
                raise Usage(msg(N_("“{option}” needs a value."), option=name))
            values[name] = _fitting(name, given)
        else:
            rest.append(word)
    common = Common(
        values.get("--library", ""),
        values.get("--lang", ""),
        values.get("--as", ""),
        *(flag in flags for flag in FLAGS),
    )
    return common, rest


def _fitting(option: str, value: str) -> str:
    if option == "--lang" and value.replace("_", "-").split("-")[0].lower() not in LANGUAGES:
        raise Usage(msg(N_("“{value}” is no language of the program: de or en."), value=value))
    return value
