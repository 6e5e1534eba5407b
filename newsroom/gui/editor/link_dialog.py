"""Asking for a link's address, and asking before a link is opened."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from newsroom.domain.marks import MarkKind, link, value_of
from newsroom.gui.dialogs.line_question import LineQuestion
from newsroom.gui.dialogs.question import Question
from newsroom.gui.editor import editing
from newsroom.translation import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

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
    title = _("Link")
    question = LineQuestion(parent, title, _("Address, empty takes the link off:"), title, now=now)
    question.ask(partial(set_link, edit))


def set_link(edit: TextEdit, typed: str) -> None:
    """Link the selected text, or without a selection insert the address as linked text."""
    address = completed(typed)
    cursor = edit.textCursor()
    if not cursor.hasSelection() and address:
        start = cursor.position()
        edit.hand.insert(cursor, typed.strip())
        cursor.setPosition(start, cursor.MoveMode.KeepAnchor)
    edit.hand.change_marks(cursor, lambda marks: editing.toggled(marks, link(address), on=bool(address)))


def ask_to_open(address: str, parent: QWidget) -> None:
    """Ask whether a link shall be opened outside, and open it if it is of a safe kind."""
    if QUrl(address).scheme().lower() not in SCHEMES:
        return
    words = _("Open this address outside Newsroom?\n{address}", address=address)
    Question(parent, _("Link"), words, _("Open")).ask(lambda _reason: _open(address))


def _open(address: str) -> None:
    QDesktopServices.openUrl(QUrl(address))
