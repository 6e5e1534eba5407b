"""The command line: one file per family of commands; Typer and rich live here alone, and load late."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom.cli.session import Draw

__all__ = ["run"]


def run(arguments: Sequence[str], draw: Draw | None = None) -> int:
    """Do what the arguments say and give the exit code; draw makes the pictures of the tour.

    0 done, findings included; 1 our fault; 2 wrong usage; 3 some inputs refused; 4 the library cannot be
    used; 5 forbidden by the rules of the newsroom.
    """
    from newsroom.cli.program import perform

    return perform(list(arguments), draw)
