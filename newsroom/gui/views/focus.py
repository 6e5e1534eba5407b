"""Only the text: everything around it away, and the line that is written in the middle of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from newsroom.gui.room import Room

KEPT = "view"
_UNBOUND = (1 << 24) - 1
"""The height that Qt takes for no bound."""


class Focus(QObject):
    """Goes into the focus view and out of it, and into full screen and out of that."""

    def __init__(self, room: Room) -> None:
        super().__init__(room.session)
        self._room, self._window, self._editor = room, room.window, room.editor
        self.on = False
        self._away: list[QWidget] = []
        self._middle = QTimer(self, singleShot=True, interval=0)
        self._middle.timeout.connect(self._to_middle)
        self._back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self._editor)
        self._back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._back.setEnabled(False)
        self._back.activated.connect(self.leave)
        for field in self._editor.fields:
            field.cursorPositionChanged.connect(self._moved)
            field.textChanged.connect(self._moved)
        self._editor.verticalScrollBar().rangeChanged.connect(self._moved)
        room.session.closed.connect(self.leave)
        room.session.opened.connect(self._resume)
        self._show_full(self._window.isFullScreen())

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Give what the actions do."""
        return {"focus": self.toggle, "full-screen": self.toggle_full_screen}

    # Focus

    def toggle(self) -> None:
        """Go into the focus view, or out of it."""
        if self.on:
            self.leave()
        else:
            self.enter()

    def enter(self) -> None:
        """Show only the text."""
        if self.on or self._room.session.article is None:
            self._say()
            return
        self.on = True
        window = self._window
        around = (window.menuBar(), window.top, window.status, window.story.format_bar)
        self._away = [part for part in around if part.isVisibleTo(window)]
        for part in self._away:
            part.hide()
        window.columns.show_story_alone(True)
        self._editor.page.set_bare(True)
        self._editor.notice.setMaximumHeight(0)
        self._editor.focused().setFocus(Qt.FocusReason.OtherFocusReason)
        self._back.setEnabled(True)
        self._say()
        self._middle.start()

    def leave(self) -> None:
        """Show everything again that was shown before."""
        if not self.on:
            return
        self.on = False
        for part in self._away:
            part.show()
        self._window.columns.show_story_alone(False)
        self._editor.page.set_air(0)
        self._editor.page.set_bare(False)
        self._editor.notice.setMaximumHeight(_UNBOUND)
        self._back.setEnabled(False)
        self._say()

    def _say(self) -> None:
        self._window.actions_["focus"].setChecked(self.on)
        if self._room.session.article is not None:
            self._window.kept.keep(KEPT, "focus" if self.on else "")

    def _resume(self, _opened: object) -> None:
        """Go on in the view that was left open the day before."""
        self._room.session.opened.disconnect(self._resume)
        if self._window.kept.word(KEPT) == "focus":
            self.enter()

    def _moved(self, *_where: int) -> None:
        if self.on:
            self._middle.start()

    def _to_middle(self) -> None:
        """Scroll so that the line of the caret stands in the middle."""
        if not self.on:
            return
        editor, field = self._editor, self._editor.focused()
        half = editor.viewport().height() // 2
        editor.page.set_air(half)
        caret = field.mapTo(editor.page, field.cursorRect().center())
        bar = editor.verticalScrollBar()
        if bar.maximum() < caret.y() - half:  # the page has not grown yet
            bar.setMaximum(caret.y() - half)
        bar.setValue(caret.y() - half)

    # Full screen

    def toggle_full_screen(self) -> None:
        """Fill the screen, or stand in a window again."""
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)
        self._show_full(self._window.isFullScreen())

    def _show_full(self, full: bool) -> None:
        self._window.actions_["full-screen"].setChecked(full)
