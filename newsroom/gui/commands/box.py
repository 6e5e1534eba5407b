"""The palette's box: a field over the window, and under it what is offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QWidget

from newsroom.gui.commands.offer_list import OfferList
from newsroom.gui.parts import down, label
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from newsroom.gui.commands.rows import Offer
    from newsroom.gui.theme.tokens import Palette

WIDTH, TALLEST = 620, 440
_TOP = 64
_MOVES = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
}
_BRIEFLY = frozenset({Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason})
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class CommandBox(QFrame):
    """Arrows choose, Enter does it, Escape and a click elsewhere close."""

    typed = Signal(str)
    taken = Signal(object)
    """The offer that was chosen; the box is closed by then and the focus where it was."""

    def __init__(self, palette: Palette, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("commandBox")
        self._window = window
        self._before: QWidget | None = None
        self.field = QLineEdit(placeholderText=_("Command or story …"))
        self.field.setObjectName("commandField")
        self.field.setAccessibleName(_("Command or story"))
        self.list = OfferList(palette)
        self.none = label("", "muted")
        self.none.setContentsMargins(14, 6, 14, 12)
        self.hint = label(_("↑↓ choose · Enter does it · Esc closes · > for commands alone"), "tiny")
        self.hint.setContentsMargins(14, 4, 14, 8)
        column = self._column = down(self, 4)
        column.setContentsMargins(1, 8, 1, 1)
        for part in (self.field, self.list, self.none, self.hint):
            column.addWidget(part)
        self.field.textEdited.connect(self.typed)
        self.list.clicked.connect(self._clicked)
        self.field.installEventFilter(self)
        window.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Show the empty box and go there."""
        self._before = QApplication.focusWidget()
        self.field.clear()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_up(self) -> None:
        """Hide the box and give the focus back."""
        if self.isVisible():
            self.hide()
            if self._before is not None:
                self._before.setFocus()

    def show_offers(self, offers: Sequence[Offer], none: str) -> None:
        """Show rows, the first chosen; where there are none, say so."""
        self.list.show_offers(offers)
        self.list.setVisible(bool(offers))
        self.none.setVisible(not offers)
        self.none.setText(none)
        self._choose(0, 1)
        self._fit()

    def current(self) -> Offer | None:
        """Give the row that is chosen."""
        return self.list.current

    def _choose(self, row: int, step: int) -> None:
        """Choose a row, or the next one that is no heading."""
        row = min(max(row, 0), self.list.count - 1)
        self.list.choose(row, step)
        if self.list.currentIndex().row() == 1:
            self.list.scrollToTop()

    def _fit(self) -> None:
        """Make the box as tall as its rows, at most so tall, in the middle of the window."""
        window = self._window
        self.list.fit(min(TALLEST, window.height() - _TOP - 140))
        width = min(WIDTH, window.width() - 48)
        self.setFixedWidth(width)
        self.adjustSize()
        self.move((window.width() - width) // 2, _TOP)

    def sizeHint(self) -> QSize:
        """Give the size that the parts need."""
        return self._column.sizeHint()

    def _clicked(self, _index: QModelIndex) -> None:
        self._take()

    def _take(self) -> None:
        offer = self.current()
        if offer is not None:
            self.close_up()
            self.taken.emit(offer)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer the keys of the field; close on a click elsewhere, stay in the middle of the window."""
        if not self.isVisible():
            return False
        if watched is self.field:
            if event.type() == QEvent.Type.KeyPress:
                return self._answer(event)  # type: ignore[arg-type]  # a key press is a QKeyEvent
            if event.type() == QEvent.Type.FocusOut and self._left(event):  # type: ignore[arg-type]  # as above
                self.hide()
        elif event.type() == QEvent.Type.Resize:
            self._fit()
        elif event.type() == QEvent.Type.MouseButtonPress:
            self.close_up()
        return False

    def _left(self, event: QFocusEvent) -> bool:
        """Tell whether somebody went elsewhere, and did not just open a menu or another program."""
        return event.reason() not in _BRIEFLY

    def _answer(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.close_up()
        elif key in _ENTER:
            self._take()
        elif key in _MOVES:
            self._choose(self.list.currentIndex().row() + _MOVES[key], _MOVES[key])
        else:
            return False
        return True
