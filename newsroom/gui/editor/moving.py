"""Moving selected text inside a field, or from one to another, by dragging it.

A drag is begun by our own hands: Qt's would take away what another program was given. A story loses no word
to another program; inside the page what is dragged is moved.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from newsroom.gui.editor.bridge import read_selection
from newsroom.gui.editor.editing import one_step

if TYPE_CHECKING:
    from PySide6.QtCore import QObject, QPoint
    from PySide6.QtGui import QDropEvent, QMouseEvent, QTextCursor

    from newsroom.domain.body import Body
    from newsroom.gui.editor.text_edit import TextEdit

Carrier = Callable[[QDrag], "tuple[Qt.DropAction, QObject | None]"]
"""Carries a drag to where it is let fall, and gives what became of it, and where, if that is in this program."""


def carry(drag: QDrag) -> tuple[Qt.DropAction, QObject | None]:
    """Let the platform carry a drag."""
    action = drag.exec(Qt.DropAction.CopyAction | Qt.DropAction.MoveAction, Qt.DropAction.MoveAction)
    return action, drag.target()


class Dragging:
    """Begins the drags of one field; take_away is called where another field of the page took the words over."""

    def __init__(self, field: QTextEdit, take_away: Callable[[], None]) -> None:
        self._field, self._take_away = field, take_away
        self._from: QPoint | None = None
        self.carry: Carrier = carry

    def press(self, event: QMouseEvent, take: Callable[[QMouseEvent], None]) -> None:
        """Let the field take a press; where its selection stands after that, it may be dragged."""
        before = _ends(self._field)
        take(event)
        left = event.button() == Qt.MouseButton.LeftButton
        held = left and self._field.textCursor().hasSelection() and _ends(self._field) == before
        self._from = event.position().toPoint() if held else None

    def begins(self, event: QMouseEvent) -> bool:
        """Begin a drag where the mouse was moved far enough; tell whether it did."""
        if self._from is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return False
        way = (event.position().toPoint() - self._from).manhattanLength()
        if way >= QApplication.startDragDistance():
            self._from = None
            self._drag()
        return True

    def _drag(self) -> None:
        field = self._field
        drag = QDrag(field.viewport())
        drag.setMimeData(field.createMimeDataFromSelection())
        action, target = self.carry(drag)
        moved = action == Qt.DropAction.MoveAction and not field.isReadOnly()
        if moved and self._is_another(target):
            self._take_away()

    def _is_another(self, target: QObject | None) -> bool:
        """Tell whether a drag ended in another field that is written into."""
        other = target.parent() if target is not None else None
        return other is not self._field and isinstance(getattr(other, "dragging", None), Dragging)


def _ends(field: QTextEdit) -> tuple[int, int]:
    cursor = field.textCursor()
    return cursor.anchor(), cursor.position()


def source_of(event: QDropEvent) -> QObject | None:
    """Give the field that what is dropped was dragged out of, where it is one of this program."""
    source = event.source()
    return source.parent() if isinstance(source, QWidget) and not isinstance(source, QTextEdit) else source


def move(source: TextEdit, edit: TextEdit, point: QPoint) -> None:
    """Move the selection of a field to a point in it or in another."""
    if source is edit:
        move_to(edit, point)
        return
    chosen = source.textCursor()
    body, whole = read_selection(chosen), source.seams.whole(chosen)
    source.seams.cut()
    _put(edit, edit.cursorForPosition(point), body, whole=whole)


def move_to(edit: TextEdit, point: QPoint) -> None:
    """Move the selection to a point, as one undo step; onto itself it stays."""
    chosen = edit.textCursor()
    target = edit.cursorForPosition(point)
    if chosen.selectionStart() <= target.position() <= chosen.selectionEnd():
        return
    body, whole = read_selection(chosen), edit.seams.whole(chosen)
    with one_step(edit.document()):
        edit.seams.cut()
        _put(edit, target, body, whole=whole)


def _put(edit: TextEdit, target: QTextCursor, body: Body, *, whole: bool) -> None:
    edit.setTextCursor(target)
    with edit.seams.parted(body, target, whole=whole) as piece:
        edit.insert_body(piece)
