"""From mistake to mistake through the fields of the page, and around its ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newsroom.gui.editor.spelling.marking import Field, Marking


class Spot(NamedTuple):
    """A mistake: the number of its field, and where it stands in the document."""

    field: int
    start: int
    end: int


def next_spot(markings: Mapping[Field, Marking], focused: Field, step: int) -> Spot | None:
    """Give the next mistake behind the caret, or the last one before it, or from the page's other end."""
    spots = list(_spots(markings))
    cursor = focused.textCursor()
    number = list(markings).index(focused)
    if step > 0:
        here = (number, cursor.selectionEnd())
        return next((spot for spot in spots if (spot.field, spot.start) >= here), spots[0] if spots else None)
    here = (number, cursor.selectionStart())
    before = (spot for spot in reversed(spots) if (spot.field, spot.end) <= here)
    return next(before, spots[-1] if spots else None)


def _spots(markings: Mapping[Field, Marking]) -> Iterator[Spot]:
    for number, (field, marking) in enumerate(markings.items()):
        block = field.document().begin()
        while block.isValid():
            base = block.position()
            yield from (Spot(number, base + one.start, base + one.end) for one in marking.all_in(block))
            block = block.next()


def select(field: Field, spot: Spot) -> None:
    """Select a mistake in its field, which has the focus then."""
    cursor = field.textCursor()
    cursor.setPosition(spot.start)
    cursor.setPosition(spot.end, cursor.MoveMode.KeepAnchor)
    field.show()
    field.setFocus(Qt.FocusReason.ShortcutFocusReason)
    field.setTextCursor(cursor)
