"""Replacing many finds without holding the window up: in slices, and yet one undo."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextCursor

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QTextEdit

    from newsroom.domain.finding import Replacement
    from newsroom.gui.editor.pane import EditorPane
    from newsroom.text.searching import Find

SLICE = 0.03
"""So many seconds the window may wait for one slice."""


class Replacing(QObject):
    """Replaces finds from the last to the first; emits `done` with how many finds there were."""

    done = Signal(int)

    def __init__(self, editor: EditorPane) -> None:
        super().__init__(editor)
        self._editor = editor
        self._left: list[Replacement] = []
        self._begun: set[QTextEdit] = set()
        self._count = 0

    @property
    def busy(self) -> bool:
        """Tell whether some are left to be replaced."""
        return bool(self._left)

    def begin(self, finds: Iterable[Find]) -> None:
        """Replace these finds; nobody can write meanwhile."""
        chosen = tuple(finds)
        if self._left or not chosen:
            return
        self._count = len(chosen)
        self._left = sorted((one for find in chosen for one in find.replacements), key=_place)
        self._begun.clear()
        self._before = self._editor.joint.depths()
        self._go_on()

    def stop(self) -> None:
        """Leave what is left as it is; another text is shown."""
        self._left.clear()
        self._editor.page.setEnabled(True)

    def _go_on(self) -> None:
        """Replace until the time of a slice is up, and go on after the window had its turn."""
        if not self._left:
            return  # it was stopped meanwhile
        end = perf_counter() + SLICE
        while self._left and perf_counter() < end:
            self._slice(self._editor.places.widget(self._left[-1].place), end)
        if self._left:
            self._editor.page.setEnabled(False)
            QTimer.singleShot(0, self, self._go_on)
        else:
            self._end()

    def _slice(self, field: QTextEdit, end: float) -> None:
        """Replace in one field until the time is up, as a part of one undo step."""
        cursor, places = QTextCursor(field.document()), self._editor.places
        cursor.joinPreviousEditBlock() if field in self._begun else cursor.beginEditBlock()
        self._begun.add(field)
        try:
            while self._left and places.widget(self._left[-1].place) is field and perf_counter() < end:
                places.put(self._left.pop())
        finally:
            cursor.endEditBlock()

    def _end(self) -> None:
        self._editor.page.setEnabled(True)
        self._editor.joint.add(self._before)
        self.done.emit(self._count)


def _place(one: Replacement) -> tuple[str, int, int]:
    return (one.place.field.value, one.place.block, one.place.start)
