"""What opening a library gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsroom.library.engine import Store
    from newsroom.translation import Message


@dataclass(frozen=True, slots=True)
class Opened:
    """A library's store, the name it is known by, and what its user should know about it."""

    store: Store
    location: str
    warning: Message | None = None
