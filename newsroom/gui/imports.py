"""Spares each import a look into its source.

PySide reads the source of every module that is imported after it, and keeps it, to learn whether the module
asks for another spelling of Qt's names. Nothing here asks for that; reading costs a tenth of all later imports
and 20 MB.
"""

from __future__ import annotations

import sys

_SPELLING = "shibokensupport.feature"
_LOOK = "_mod_uses_pyside"


def hasten() -> bool:
    """Let PySide import without reading sources, and tell whether this version of it could be asked to."""
    spelling = sys.modules.get(_SPELLING)
    if not hasattr(spelling, _LOOK):
        return False
    setattr(spelling, _LOOK, _plain)
    return True


def _plain(_module: object) -> bool:
    """Answer for any module that it takes Qt's names as they are."""
    return False
