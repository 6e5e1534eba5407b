"""Choosing a story: the ones that belong to the open story and the newest, or what a search finds."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QListWidget, QListWidgetItem, QWidget

from newsroom.gui.browser.times import short
from newsroom.gui.faults import words_of
from newsroom.gui.parts import across, button, down, label
from newsroom.gui.throttle import AfterPause
from newsroom.translation import _

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QKeyEvent

    from newsroom.desk import Desk
    from newsroom.domain.article import Article
    from newsroom.gui.tasks import Tasks

_PAUSE = 120
_MOST = 50
_WALKING = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
Found = tuple[tuple[int, str], ...]


class StoryChoice(QDialog):
    """Typing searches, arrows choose, Return takes."""

    chosen = Signal(int)

    def __init__(
        self, desk: Desk, tasks: Tasks, open_story: Article | None, parent: QWidget, yes: str = ""
    ) -> None:
        super().__init__(parent)
        yes = yes or _("Open beside")
        self.setWindowTitle(yes)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(560, 440)
        self._desk, self._tasks, self._open_story = desk, tasks, open_story
        self._asked = 0
        self.sought = _Sought(self)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Stories"))
        self.told = label("", "muted")
        self._soon = AfterPause(self._search, _PAUSE, self)
        self.sought.textChanged.connect(self._soon.ask)
        self.sought.returnPressed.connect(self._take)
        self.list.itemActivated.connect(self._take)
        ways = across(gap=8)
        ways.addWidget(self.told, 1)
        ways.addWidget(button(_("Cancel"), self.reject))
        ways.addWidget(button(yes, self._take, "primary"))
        column = down(self, 12)
        column.setContentsMargins(20, 18, 20, 16)
        column.addWidget(self.sought)
        column.addWidget(self.list, 1)
        column.addLayout(ways)
        self._search()

    def _search(self) -> None:
        self._asked += 1
        work = partial(found, self._desk, self.sought.text(), self._open_story)
        self._tasks.read(work, partial(self._show, self._asked), self._fail)

    def _show(self, asked: int, stories: Found) -> None:
        if asked != self._asked:
            return  # other words were typed meanwhile
        self.list.clear()
        for story, words in stories:
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, story)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.told.setText("" if stories else _("Nothing found."))

    def _fail(self, error: BaseException) -> None:
        self.told.setText(words_of(error))

    def _take(self, _item: object = None) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.accept()
            self.chosen.emit(int(item.data(Qt.ItemDataRole.UserRole)))


class _Sought(QLineEdit):
    """The field that is typed in; the arrows go through the list below it."""

    def __init__(self, parent: StoryChoice) -> None:
        super().__init__(parent)
        self._choice = parent
        self.setPlaceholderText(_("Find a story …"))
        self.setAccessibleName(_("Find a story"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand the arrows to the list."""
        if event.key() in _WALKING:
            QApplication.sendEvent(self._choice.list, event)
        else:
            super().keyPressEvent(event)


def found(desk: Desk, words: str, open_story: Article | None) -> Found:
    """Give the stories that are offered, with the words they are offered by; never the open one itself."""
    from newsroom.gui.views.beside import linked

    offered: dict[int, str] = {}
    if words.strip():
        cards = [hit.card for hit in desk.lists.search(words).items]
    else:
        near = linked(desk, open_story) if open_story is not None else ()
        offered |= {one.id: _said(one.headline, one.publish_time, desk.zone) for one in near}
        cards = list(desk.lists.page(limit=_MOST).items)
    offered |= {one.id: _said(one.headline, one.publish_time, desk.zone) for one in cards}
    if open_story is not None:
        offered.pop(open_story.id, None)
    return tuple(offered.items())


def _said(headline: str, when: datetime | None, zone: str) -> str:
    return " · ".join(filter(None, (headline or _("No headline"), short(when, zone))))
