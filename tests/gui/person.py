"""Somebody at a window in a story told as a test."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from newsroom.domain.body import plain_text
from newsroom.domain.changes import final

Key, LEFT, CONTROL = Qt.Key, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


class Person:
    """Somebody at a window: eyes, hands, and a look into what the window holds."""

    def __init__(self, program, qtbot):
        self.program, self._qtbot = program, qtbot
        self.window, self.session, self.page = program.window, program.wiring.session, program.wiring.editor
        self.text = self.page.body_edit

    def wait(self, told):
        self._qtbot.waitUntil(told, timeout=15_000)

    def come(self, field=None):
        self.window.activateWindow()
        self.wait(self.window.isActiveWindow)
        if field is not None:
            field.setFocus()
            self.wait(field.hasFocus)

    def press(self, key, *modifiers):
        held = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            held |= modifier
        QTest.keyClick(QApplication.focusWidget() or self.window, key, held)

    def asked(self):
        """Wait for a question or a card that takes the keys."""
        self.wait(lambda: QApplication.focusWidget() not in {None, self.text})

    def type(self, words):
        for letter in words:
            field = QApplication.focusWidget()
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = Key.Key_Return if letter == "\n" else 0
                QApplication.sendEvent(field, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter))

    def over(self, words):
        found = self.text.document().find(words)
        assert found.hasSelection(), words
        self.text.setTextCursor(found)

    def behind(self, words):
        self.over(words)
        caret = self.text.textCursor()
        caret.setPosition(caret.selectionEnd())
        self.text.setTextCursor(caret)

    def do(self, action):
        self.window.actions_[action].trigger()

    def click(self, parent, words):
        made = next(
            one for one in parent.findChildren(QPushButton) if one.text() == words and one.isVisible()
        )
        QTest.mouseClick(made, LEFT)

    @property
    def body(self):
        return self.session.current().body

    @property
    def read(self):
        """Give the text as readers would have it, no-break spaces as °."""
        return plain_text(final(self.body)).replace("\u00a0", "°")

    def save(self):
        self.come()
        self.press(Key.Key_S, CONTROL)
        self.wait(lambda: not self.session.dirty and not self.session.sending)
