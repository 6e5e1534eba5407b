"""The keys that ask for the menu of what is chosen, where a platform does not turn them into that by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QAbstractItemView


def asks_menu(event: QKeyEvent, view: QAbstractItemView) -> bool:
    """Ask for the menu at the current row with the menu key or Shift+F10, and tell whether it was asked for."""
    shifted = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
    asked = event.key() == Qt.Key.Key_Menu or (event.key() == Qt.Key.Key_F10 and shifted)
    if asked:
        view.customContextMenuRequested.emit(view.visualRect(view.currentIndex()).center())
    return asked
