"""The menu at a place in the text: what others add for that place, then the usual commands."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from newsroom.gui.editor.clipboard import can_paste
from newsroom.gui.sealing import refused
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QContextMenuEvent

    from newsroom.gui.editor.line_field import LineField
    from newsroom.gui.editor.pasting import Pasting
    from newsroom.gui.editor.text_edit import TextEdit


def show(edit: TextEdit | LineField, event: QContextMenuEvent) -> None:
    """Show the menu for the place that was clicked, or for the caret where a key asked for it."""
    menu = QMenu(edit)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    by_key = event.reason() is event.Reason.Keyboard
    place = edit.textCursor() if by_key else edit.cursorForPosition(event.pos())
    for make in edit.menu_makers:
        make(menu, place)
    _add_usual(menu, edit)
    corner = edit.cursorRect().bottomLeft() if by_key else event.pos()
    menu.popup(edit.viewport().mapToGlobal(corner))


def _add_usual(menu: QMenu, edit: TextEdit | LineField) -> None:
    writable, chosen = not edit.isReadOnly(), edit.textCursor().hasSelection()
    out = chosen and not edit.sealed
    held: QMimeData | None = QGuiApplication.clipboard().mimeData()  # none where it never held anything
    data = QMimeData() if held is None else held
    document = edit.document()
    if not menu.isEmpty():
        menu.addSeparator()
    _add(menu, _("Undo"), edit.undo, writable and document.isUndoAvailable())
    _add(menu, _("Redo"), edit.redo, writable and document.isRedoAvailable())
    menu.addSeparator()
    _add(menu, _("Cut"), edit.take_out, writable and out)
    _add(menu, _("Copy"), edit.copy, out)
    if edit.sealed:
        _add(menu, _("Why nothing may be copied …"), partial(refused, edit), True)
    _add(menu, _("Paste"), edit.paste, writable and can_paste(data))
    pasting = getattr(edit, "pasting", None)  # a line has plain text alone
    if pasting is not None:
        _add(menu, _("Paste as plain text"), partial(_paste_plain, pasting), writable and data.hasText())
    menu.addSeparator()
    _add(menu, _("Select all"), edit.selectAll, not document.isEmpty())


def _add(menu: QMenu, words: str, act: Callable[[], object], possible: bool) -> None:
    action = menu.addAction(words)
    action.triggered.connect(lambda _checked=False: act())
    action.setEnabled(possible)


def _paste_plain(pasting: Pasting) -> None:
    pasting.paste_plain(QGuiApplication.clipboard().mimeData())
