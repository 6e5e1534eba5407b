"""A legal block where a story is seen: nothing of it is copied, cut or dragged out, and who tries is told why."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QToolTip,
    QWidget,
)

from newsroom.translation import _, tell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from newsroom.desk import Desk
    from newsroom.domain.publishing import LegalBlock
    from newsroom.gui.review.stand_bar import StandBar
    from newsroom.gui.tasks import Task, Tasks

Texts = QTextEdit | QPlainTextEdit | QLineEdit
KINDS = (QTextEdit, QPlainTextEdit, QLineEdit)
_TAKES = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut)
_OFFERING = ("menu_makers", "row_asked")
"""What fields have that show a menu of their own."""
_READ = 8_000
"""Milliseconds for which a sentence stands beside a field of a dialog."""


class Seal(QObject):
    """Stands over a part of the window; while it has words, they are the answer to whoever copies there.

    A field of ours that makes what is dragged or copied out of it has an attribute `sealed`, which is set too.
    """

    known = Signal(str)
    """Whether a block stands was found out: its sentence, or nothing."""

    def __init__(self, root: QWidget) -> None:
        super().__init__(root)
        self._root = root
        self._asked: Task | None = None
        self.words = ""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focused)

    def put(self, words: str) -> None:
        """Let nothing be copied there from now on, and say this; without words let everything."""
        self._drop()
        self.words = words
        for field in self._texts():
            self._hold(field)

    def ask(self, desk: Desk, tasks: Tasks, uids: Iterable[str]) -> None:
        """Find out whether a block stands on one of these stories; until that is known, nothing is copied."""
        self.put(
            _("It is being looked up whether a legal block stands on this story. Try again in a moment.")
        )
        self._asked = tasks.read(partial(desk.blocking.among, tuple(uids)), self._know)

    def _drop(self) -> None:
        if self._asked is not None:
            self._asked.cancel()
            self._asked = None

    def _know(self, found: Mapping[str, LegalBlock]) -> None:
        from newsroom.desk.blocking import said

        self._asked = None
        self.put(tell(said(next(iter(found.values())))) if found else "")
        self.known.emit(self.words)

    # The fields

    def _texts(self) -> Iterator[Texts]:
        if isinstance(self._root, KINDS):
            yield self._root
        yield from self._root.findChildren(QTextEdit)
        yield from self._root.findChildren(QPlainTextEdit)
        yield from self._root.findChildren(QLineEdit)

    def _focused(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Hold a field that came after the seal, as soon as somebody is in it."""
        if self.words and isinstance(now, KINDS) and self._root.isAncestorOf(now):
            self._hold(now)

    def _hold(self, field: Texts) -> None:
        if hasattr(field, "sealed"):
            field.sealed = bool(self.words)
        for watched in (field, field.viewport()) if isinstance(field, QAbstractScrollArea) else (field,):
            watched.removeEventFilter(self)
            if self.words:
                watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer the keys that copy, offer a menu without copying, and keep the mouse from leaving copies behind."""
        field = watched if isinstance(watched, KINDS) else watched.parent()
        if not isinstance(field, KINDS) or not self.words:
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if any(event.matches(key) for key in _TAKES):
                self.refuse(field)
                return True
        elif isinstance(event, QContextMenuEvent) and not any(hasattr(field, name) for name in _OFFERING):
            self._offer(field, event.globalPos())
            return True
        elif isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            # a line edit puts what was selected onto the clipboard of the middle button when it is let go
            return isinstance(field, QLineEdit) and event.button() == Qt.MouseButton.LeftButton
        return False

    def _offer(self, field: Texts, at: QPoint) -> None:
        """Offer the usual menu, with the sentence in the place of copying."""
        found: QMenu | None = field.createStandardContextMenu()  # none where nothing can be done
        if found is None:
            self.refuse(field)
            return
        for action in found.actions():
            if action.objectName() in {"edit-cut", "edit-copy"}:
                action.setEnabled(False)
        found.addAction(_("Why nothing may be copied …"), partial(self.refuse, field))
        found.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        found.popup(at)

    def refuse(self, field: QWidget) -> None:
        """Say why nothing is copied: in the window's bar, or beside the field of a dialog."""
        notice = getattr(field.window(), "notice", None)
        if notice is not None:
            notice.say("warn", self.words, ())
        else:
            at = field.mapToGlobal(QPoint(0, field.height()))
            QToolTip.showText(at, f"<p>{escape(self.words)}</p>", field, field.rect(), _READ)


def cover(root: QWidget, desk: Desk, tasks: Tasks, uids: Iterable[str], bar: StandBar | None = None) -> None:
    """Seal a part of the window in which stories are read, where a block stands on one of them; a bar says so."""
    seal = next((one for one in root.children() if isinstance(one, Seal)), None)
    if seal is None:
        seal = Seal(root)
        if bar is not None:
            seal.known.connect(lambda words: bar.say("bad", words, ""))
    seal.ask(desk, tasks, uids)


def refused(field: QWidget) -> bool:
    """Tell whether nothing may be taken of a field, and say why to who tries."""
    over: QWidget | None = field
    while over is not None:
        for seal in over.children():
            if isinstance(seal, Seal) and seal.words:
                seal.refuse(field)
                return True
        over = over.parentWidget()
    return False
