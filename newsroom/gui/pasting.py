"""What is pasted into a story as HTML, read as any other that comes from outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.domain.body import EMPTY, Body

if TYPE_CHECKING:
    from newsroom.desk import Desk


def read_html(desk: Desk, data: bytes) -> Body:
    """Give the body of pasted HTML; raises Refused with the reason."""
    from newsroom.formats import Reading

    read = desk.guard.read(("clipboard.html", data), Reading(house=desk.house), "html")
    return read[0].article.body if read else EMPTY
