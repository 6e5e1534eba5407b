"""Discovers what is one file: a format or a family of checks, our own and those of plug-ins.

A module of the package named offers itself by an attribute (``FORMAT``, ``RULES``); a plug-in offers an
object by an entry point of the same group name (``newsroom.formats``, ``newsroom.checks``). A plug-in that
cannot be loaded is named in its place and stops nothing.
"""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass
from importlib.metadata import entry_points
from typing import TYPE_CHECKING

from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.metadata import EntryPoint

    from newsroom.translation import Message


@dataclass(frozen=True, slots=True)
class Broken:
    """A plug-in that is not usable, and why not."""

    name: str
    reason: Message

    @property
    def message(self) -> Message:
        """Give one sentence on it."""
        return msg(N_("The extension “{name}” is left out: {reason}."), name=self.name, reason=self.reason)


def discover(package: str, attribute: str) -> Iterator[object]:
    """Give the attribute of each module of the package that has it, by name, then each plug-in's object.

    In the place of a plug-in that fails to load a `Broken` is given.
    """
    home = importlib.import_module(package)
    for module in sorted(pkgutil.iter_modules(home.__path__, package + "."), key=lambda found: found.name):
        loaded = importlib.import_module(module.name)
        if hasattr(loaded, attribute):
            yield getattr(loaded, attribute)
    for plug in entry_points(group=package):
        yield _loaded(plug)


def _loaded(plug: EntryPoint) -> object:
    try:
        return plug.load()
    except Exception as fault:  # noqa: BLE001 - foreign code may fail in any way when it is loaded
        package = plug.dist.name if plug.dist else plug.value.partition(":")[0]
        reason = msg(N_("it cannot be loaded ({fault})"), fault=f"{type(fault).__name__}: {fault}")
        return Broken(package, reason)
