"""The part of the context menu that stands over a misspelt word; suggestions come when they are found."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QTextCursor

from newsroom.gui.editor.text_edit import TextEdit
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtWidgets import QMenu

    from newsroom.gui.editor.spelling.marking import Field
    from newsroom.gui.tasks import Tasks
    from newsroom.text.spelling import Doubt

_MOST = 6


class Way(NamedTuple):
    """What may be done about a word, beside writing it otherwise."""

    label: str
    act: Callable[[], None]
    possible: bool


class Suggestions(QObject):
    """Fills the head of one menu; it lives and dies with it."""

    def __init__(self, menu: QMenu, put: Callable[[str], None], ways: Iterable[Way]) -> None:
        super().__init__(menu)
        self._menu, self._put = menu, put
        self._waiting = menu.addAction(_("Looking for suggestions …"))
        self._waiting.setEnabled(False)
        menu.addSeparator()
        for way in ways:
            action = menu.addAction(way.label)
            action.triggered.connect(partial(_act, way.act))
            action.setEnabled(way.possible)
        menu.addSeparator()

    def ask(self, tasks: Tasks, suggest: Callable[[], tuple[str, ...]]) -> None:
        """Look on a worker; a menu that is gone by then is not filled."""
        task = tasks.read(suggest, self._fill, self._fail)
        self._menu.aboutToHide.connect(task.cancel)

    def _fill(self, found: tuple[str, ...]) -> None:
        if not found:
            self._waiting.setText(_("No suggestions"))
            return
        for word in found[:_MOST]:
            action = QAction(word.replace("&", "&&"), self._menu)
            font = action.font()
            font.setBold(True)
            action.setFont(font)
            action.triggered.connect(partial(_act, partial(self._put, word)))
            self._menu.insertAction(self._waiting, action)
        self._menu.removeAction(self._waiting)

    def _fail(self, _error: BaseException) -> None:
        self._fill(())


def _act(act: Callable[[], None], _checked: bool = False) -> None:
    act()


def over(cursor: QTextCursor, doubt: Doubt) -> QTextCursor:
    """Give a cursor over a mistake in the block of another cursor."""
    chosen = QTextCursor(cursor)
    base = cursor.block().position()
    chosen.setPosition(base + doubt.start)
    chosen.setPosition(base + doubt.end, QTextCursor.MoveMode.KeepAnchor)
    return chosen


def put(field: Field, cursor: QTextCursor, word: str) -> None:
    """Write a word in the place of a mistake."""
    if isinstance(field, TextEdit):
        field.hand.insert(cursor, word)
    else:
        cursor.insertText(word)
