"""Nobody reads bytes from outside but through here: limits first, then a reader in a process that can be lost."""

from newsroom.formats.guard.pool import LOST, SLOW, Guard, Outcome, Source

__all__ = ["LOST", "SLOW", "Guard", "Outcome", "Source"]
