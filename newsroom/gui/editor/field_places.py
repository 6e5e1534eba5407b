"""Where a place of a story is on its page: which field, and which characters of its document."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom.domain.apart import APART
from newsroom.domain.finding import HEADER, Field
from newsroom.domain.inline import NOT_TEXT
from newsroom.gui.editor.bridge.places import code_points, units
from newsroom.gui.editor.bridge.properties import LINE_SEPARATOR
from newsroom.gui.editor.text_edit import TextEdit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QTextCursor

    from newsroom.domain.finding import Place, Replacement
    from newsroom.gui.editor.line_field import LineField


class FieldPlaces:
    """The fields of a page by what they hold."""

    def __init__(self, fields: Mapping[Field, LineField | TextEdit]) -> None:
        self._fields = fields

    def field(self, field: Field) -> LineField | TextEdit | None:
        """Give the widget of a field, where the page has one."""
        return self._fields.get(field)

    def widget(self, place: Place) -> LineField | TextEdit:
        """Give the widget in which a place is seen; the field must be one of the page."""
        if place.field in APART:
            return self._fields[Field.LEAD if place.block == HEADER else Field.BODY]
        return self._fields[place.field]

    def shows(self, field: LineField | TextEdit, place: Place) -> bool:
        """Tell whether a place is seen in a field of the page."""
        known = place.field in self._fields or place.field in APART
        return known and self.widget(place) is field

    def cursor_over(self, place: Place) -> QTextCursor:
        """Give a cursor over a place; the field must be one of the page."""
        widget = self.widget(place)
        if isinstance(widget, TextEdit) and place.field in APART:
            from newsroom.gui.editor import apart_places

            return apart_places.cursor_over(widget, place)
        if isinstance(widget, TextEdit):
            return widget.select(max(place.block, 0) if place.block != HEADER else 0, place.start, place.end)
        cursor = widget.textCursor()
        text = widget.text()
        cursor.setPosition(units(text[: place.start]))
        cursor.setPosition(units(text[: place.end]), cursor.MoveMode.KeepAnchor)
        return cursor

    def place_of(self, field: Field, position: int) -> tuple[int, int]:
        """Give block and offset of a position in a field's document."""
        widget = self._fields[field]
        if isinstance(widget, TextEdit):
            block, offset = widget.place(position)
            return (block if field is Field.BODY else HEADER), offset
        return HEADER, code_points(widget.document().firstBlock().text(), position)

    def put(self, replacement: Replacement) -> None:
        """Put a text in the place of a stretch; a line feed becomes a line break, in a single line a space."""
        widget = self.widget(replacement.place)
        text = NOT_TEXT.sub("", replacement.text)
        if isinstance(widget, TextEdit) and replacement.place.field in APART:
            from newsroom.gui.editor import apart_places

            apart_places.put(widget, replace(replacement, text=text))
            return
        cursor = self.cursor_over(replacement.place)
        if not isinstance(widget, TextEdit):
            cursor.insertText(text.replace("\n", " "))
        elif text:
            widget.hand.insert(cursor, text.replace("\n", LINE_SEPARATOR))
        else:
            widget.hand.remove(cursor)
