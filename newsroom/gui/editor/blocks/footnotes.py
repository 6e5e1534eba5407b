"""Footnotes: the small window in which one is written, and where it stands in the text."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QWidget

from newsroom.domain.body import Body, Paragraph
from newsroom.domain.codec import read_content
from newsroom.domain.inline import Footnote, LineBreak, Run, normal, plain
from newsroom.domain.marks import TRACKED, without
from newsroom.gui.editor.bridge.properties import Inset, Prop, marks_of
from newsroom.gui.editor.insets import inset_at
from newsroom.gui.editor.text_edit import TextEdit
from newsroom.gui.parts import across, button, down, label
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.domain.inline import Content

_WIDTH = 380
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


def near(cursor: QTextCursor) -> int | None:
    """Give the position of the footnote right before or behind a cursor, or None."""
    for place in (cursor.position() - 1, cursor.position()):
        if place >= 0 and inset_at(cursor.document(), place) == Inset.FOOTNOTE:
            return place
    return None


def over(edit: TextEdit, position: int) -> QTextCursor:
    """Give a cursor over the character at a position."""
    cursor = QTextCursor(edit.document())
    cursor.setPosition(position)
    cursor.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def content_at(edit: TextEdit, position: int) -> Content:
    """Give the text of the footnote at a position."""
    data = json.loads(over(edit, position).charFormat().stringProperty(Prop.OBJECT))
    return normal(read_content(data["footnote"]))


def inner(content: Content) -> tuple[Run | LineBreak, ...]:
    """Give of a text what a footnote can hold."""
    return tuple(piece for piece in content if isinstance(piece, Run | LineBreak))


def put(edit: TextEdit, content: Content) -> None:
    """Put a footnote behind the selection."""
    cursor = edit.textCursor()
    cursor.setPosition(cursor.selectionEnd())
    edit.hand.put(cursor, Body((Paragraph((Footnote(inner(content)),)),)))
    edit.setTextCursor(cursor)


def change(edit: TextEdit, position: int, content: Content) -> None:
    """Put a footnote with another text in the place of the one at a position."""
    cursor = over(edit, position)
    marks = without(marks_of(cursor.charFormat()), *TRACKED)
    edit.hand.put(cursor, Body((Paragraph((Footnote(inner(content), marks),)),)))


def remove(edit: TextEdit, position: int) -> None:
    """Take the footnote at a position out of the text."""
    cursor = over(edit, position)
    edit.hand.remove(cursor)
    edit.setTextCursor(cursor)


class FootnoteField(QFrame):
    """A small window at its place in the text; emits `written` when it is done, Escape leaves all as it was."""

    written = Signal(object)
    removed = Signal()

    def __init__(self, parent: QWidget, edit: TextEdit, number: int, content: Content | None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("tone", "card")
        self.setFixedWidth(_WIDTH)
        title = _("Footnote {n}", n=number)
        self.setAccessibleName(title)
        self.field = TextEdit(edit.look, title, self, single=True)
        self.field.setPlaceholderText(_("Text of the footnote …"))
        if content:
            self.field.set_body(Body((Paragraph(content),)))
            self.field.moveCursor(QTextCursor.MoveOperation.End)
        self.field.key_takers.append(self._answers)
        self.field.setReadOnly(edit.isReadOnly())
        row = across(gap=8)
        row.addStretch(1)
        self.away = button(_("Remove"), self._remove)
        self.away.setVisible(content is not None and not edit.isReadOnly())
        self.done = button(_("Done"), self._finish, "primary")
        row.addWidget(self.away)
        row.addWidget(self.done)
        column = down(self, 8)
        column.setContentsMargins(14, 12, 14, 12)
        column.addWidget(label(title, "head"))
        column.addWidget(self.field)
        column.addLayout(row)

    def show_at(self, point: QPoint) -> None:
        """Open below a point of the screen, within it."""
        self.adjustSize()
        room = self.screen().availableGeometry()
        left = min(max(point.x() - _WIDTH // 2, room.left()), room.right() - _WIDTH)
        below = point.y() + 8 + self.sizeHint().height() <= room.bottom()
        top = point.y() + 8 if below else point.y() - 32 - self.sizeHint().height()
        self.move(left, top)
        self.show()
        self.field.setFocus()

    def _answers(self, event: QKeyEvent) -> bool:
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._finish()
            return True
        return False

    def _finish(self) -> None:
        content = self.field.content()
        if not self.field.isReadOnly():
            self.written.emit(content if plain(content).strip() else ())
        self.close()

    def _remove(self) -> None:
        self.removed.emit()
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves everything as it was."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)


class Footnotes(QObject):
    """Opens the small window for the footnotes of one field."""

    def __init__(self, edit: TextEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        self.field: FootnoteField | None = None
        edit.viewport().installEventFilter(self)

    def begin(self) -> None:
        """Write a new footnote at the caret, or the one beside it."""
        cursor = self._edit.textCursor()
        place = None if cursor.hasSelection() else near(cursor)
        if place is not None:
            self.open(place)
        elif not self._edit.isReadOnly():
            number = self._edit.insets.footnotes.of(cursor.selectionEnd())
            self._show(number, None, cursor.selectionEnd(), partial(self._put, self._edit))

    def open(self, position: int) -> None:
        """Show the footnote at a position."""
        number = self._edit.insets.footnotes.of(position)
        content = content_at(self._edit, position)
        field = self._show(number, content, position, partial(self._change, position, content))
        field.removed.connect(partial(remove, self._edit, position))

    def _show(
        self, number: int, content: Content | None, position: int, done: Callable[[Content], None]
    ) -> FootnoteField:
        field = self.field = FootnoteField(self._edit, self._edit, number, content)
        field.written.connect(done)
        field.destroyed.connect(self._forget)
        cursor = QTextCursor(self._edit.document())
        cursor.setPosition(position)
        field.show_at(self._edit.viewport().mapToGlobal(self._edit.cursorRect(cursor).bottomLeft()))
        return field

    def _forget(self) -> None:
        self.field = None

    def _put(self, edit: TextEdit, content: Content) -> None:
        if content:
            put(edit, content)

    def _change(self, position: int, before: Content, content: Content) -> None:
        if not content:
            remove(self._edit, position)
        elif content != before:
            change(self._edit, position, content)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the footnote whose number is clicked, and tell it on hovering."""
        from PySide6.QtGui import QHelpEvent, QMouseEvent
        from PySide6.QtWidgets import QToolTip

        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            plainly = (
                event.button() == Qt.MouseButton.LeftButton and not self._edit.textCursor().hasSelection()
            )
            place = self._under(event.position().toPoint()) if plainly else None
            if place is not None:
                self.open(place)
        elif isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self._under(event.pos())
            if place is not None:
                QToolTip.showText(event.globalPos(), plain(content_at(self._edit, place)), self._edit)
                return True
        return super().eventFilter(watched, event)

    def _under(self, point: QPoint) -> int | None:
        from newsroom.gui.editor.insets import inset_under

        place = inset_under(self._edit, point)
        found = place is not None and inset_at(self._edit.document(), place) == Inset.FOOTNOTE
        return place if found else None
