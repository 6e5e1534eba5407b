"""The bar above the story in which one finds and replaces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from newsroom.gui.editor.find.asked import Asked, tool
from newsroom.gui.parts import across, button, down, label, restyle
from newsroom.translation import _

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from newsroom.gui.icons import Icons

_FIELD = 260
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class FindBar(QFrame):
    """One row to find, a second one to replace; Enter goes on, Shift+Enter back, Escape closes."""

    stepped = Signal(int)
    one_asked = Signal()
    all_asked = Signal()
    preview_asked = Signal()
    closed = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self._icons = icons
        self.asked = Asked(self)
        self.inside = button(_("In selection"), look="quiet")
        self.inside.setCheckable(True)
        self.count = label("", "muted")
        self.count.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.back = tool("up", _("Previous find (Shift+Enter)"), self._go_back)
        self.on = tool("down", _("Next find (Enter)"), self._go_on)
        self.end = tool("close", _("Close (Esc)"), self.closed.emit)
        self.one = button(_("Replace"), self.one_asked.emit)
        self.all = button(_("Replace all"), self.all_asked.emit)
        self.preview = button(_("Preview …"), self.preview_asked.emit)
        self._lay_out()
        icons.changed.connect(self._dress)
        self._dress()
        self.hide()

    def _lay_out(self) -> None:
        self.asked.words.setMaximumWidth(_FIELD)
        self.asked.new.setMaximumWidth(_FIELD)
        first = across(gap=4)
        first.addWidget(self.asked.words, 3)
        self.asked.lay_switches(first)
        first.addWidget(self.inside)
        first.addWidget(self.back)
        first.addWidget(self.on)
        first.addSpacing(4)
        first.addWidget(self.count, 2)
        first.addWidget(self.end)
        self.second = QWidget(self)
        second = across(self.second, 8)
        second.setContentsMargins(0, 0, 0, 0)
        second.addWidget(self.asked.new, 3)
        for part in (self.one, self.all, self.preview):
            second.addWidget(part)
        second.addStretch(2)
        rows = down(self, 6)
        rows.setContentsMargins(14, 6, 8, 6)
        rows.addLayout(first)
        rows.addWidget(self.second)

    def _dress(self) -> None:
        for made in (self.back, self.on, self.end):
            made.setIcon(self._icons.icon(made.property("role"), "muted"))
            made.setIconSize(QSize(16, 16))

    def _go_back(self) -> None:
        self.stepped.emit(-1)

    def _go_on(self) -> None:
        self.stepped.emit(1)

    def open(self, *, replacing: bool) -> None:
        """Show the bar, with the row to replace or without, and go to its field."""
        self.second.setVisible(replacing)
        self.show()
        self.asked.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.asked.words.selectAll()

    def say(self, words: str, *, wrong: bool = False) -> None:
        """Say how many there are, or what is wrong."""
        self.count.setText(words)
        self.count.setToolTip(words)
        tone = "bad" if wrong else "muted"
        if self.count.property("tone") != tone:
            self.count.setProperty("tone", tone)
            restyle(self.count)
        self.asked.mark_wrong(wrong)

    def allow(self, *, found: bool, writable: bool) -> None:
        """Enable what can be done with so many finds."""
        self.back.setEnabled(found)
        self.on.setEnabled(found)
        for part in (self.one, self.all, self.preview):
            part.setEnabled(found and writable)
        self.asked.new.setEnabled(writable)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on, go back, replace or close."""
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in _ENTER and self.asked.words.hasFocus():
            self.stepped.emit(-1 if back else 1)
        elif event.key() in _ENTER and self.asked.new.hasFocus():
            self.one_asked.emit()
        else:
            super().keyPressEvent(event)
