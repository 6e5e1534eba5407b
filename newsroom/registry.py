"""Discovers what is one file: a format or a family of checks, our own and those of plug-ins.

A module of the package named offers itself by an attribute (``FORMAT``, ``RULES``); a plug-in offers an
object by an entry point of the same group name (``newsroom.formats``, ``newsroom.checks``).
"""

from __future__ import annotations

import importlib
import pkgutil
from importlib.metadata import entry_points
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def discover(package: str, attribute: str) -> Iterator[object]:
    """Give the attribute of each module of the package that has it, by name, then each plug-in's object."""
    home = importlib.import_module(package)
    for module in sorted(pkgutil.iter_modules(home.__path__, package + "."), key=lambda found: found.name):
        loaded = importlib.import_module(module.name)
        if hasattr(loaded, attribute):
            yield getattr(loaded, attribute)
    for plug in entry_points(group=package):
        yield plug.load()
