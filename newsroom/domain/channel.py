"""The channels that stories go out by."""

from __future__ import annotations

from newsroom.domain.words import Labelled
from newsroom.translation import N_


class Channel(Labelled):
    """A way to readers."""

    WEB = "web", N_("Web")
    PRINT = "print", N_("In print")
    PARTNER = "partner", N_("Partners")
