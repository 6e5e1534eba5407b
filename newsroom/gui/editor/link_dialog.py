"""Asking for a link's address, and asking before a link is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMessageBox, QWidget

from newsroom.domain.marks import MarkKind, link, value_of
from newsroom.gui.editor import editing
from newsroom.translation import _

if TYPE_CHECKING:
    from newsroom.gui.editor.text_edit import TextEdit

SCHEMES = frozenset({"http", "https", "mailto"})


def completed(address: str) -> str:
    """Give an address with its scheme, as a journalist types it without; empty where it is unsafe."""
    address = address.strip()
    if "@" in address and ":" not in address:
        return f"mailto:{address}"
    if (
        address
        and "://" not in address
        and not address.startswith(("mailto:", "javascript:", "data:", "file:"))
    ):
        address = f"https://{address}"
    return address if QUrl(address).scheme().lower() in SCHEMES else ""


def ask_for_link(edit: TextEdit, parent: QWidget) -> None:
    """Ask for the address of the selected text, or take the link off where it is emptied."""
    if edit.isReadOnly():
        return
    cursor = edit.textCursor()
    now = value_of(editing.common_marks(cursor), MarkKind.LINK) or ""
    typed, answered = QInputDialog.getText(
        parent, _("Link"), _("Address, empty takes the link off:"), QLineEdit.EchoMode.Normal, now
    )
    if answered:
        set_link(edit, typed)


def set_link(edit: TextEdit, typed: str) -> None:
    """Link the selected text, or without a selection insert the address as linked text."""
    address = completed(typed)
    cursor = edit.textCursor()
    if not cursor.hasSelection() and address:
        start = cursor.position()
        cursor.insertText(typed.strip())
        cursor.setPosition(start, cursor.MoveMode.KeepAnchor)
    editing.change_marks(
        cursor,
        edit.look,
        lambda marks: editing.toggled(marks, link(address), on=bool(address)),
    )


def ask_to_open(address: str, parent: QWidget) -> None:
    """Ask whether a link shall be opened outside, and open it if it is of a safe kind."""
    if QUrl(address).scheme().lower() not in SCHEMES:
        return
    asked = QMessageBox.question(
        parent, _("Link"), _("Open this address outside Newsroom?\n{address}", address=address)
    )
    if asked == QMessageBox.StandardButton.Yes:
        QDesktopServices.openUrl(QUrl(address))
