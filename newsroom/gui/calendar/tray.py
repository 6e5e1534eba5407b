"""The tray beside the calendar: stories that have no publish time yet."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QStackedWidget

from newsroom.gui.board.card_delegate import CardDelegate
from newsroom.gui.board.column_list import ColumnList
from newsroom.gui.browser.listing import Listing
from newsroom.gui.browser.story_list_model import Loading
from newsroom.gui.bulk.bar import said
from newsroom.gui.faults import words_of
from newsroom.gui.parts import across, down, label, named, restyle
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from newsroom.desk.agenda import Asked
    from newsroom.gui.board.dress import Dress
    from newsroom.gui.room import Room

WIDTH = 220


class Tray(QFrame):
    """A column of cards that can be carried into the calendar, and be given back to."""

    def __init__(self, room: Room, dress: Dress) -> None:
        super().__init__()
        self._room = room
        self.setObjectName("boardColumn")
        self.setFixedWidth(WIDTH)
        self.list = ColumnList(room.tasks, CardDelegate(dress, self))
        self.title, self.count = label("", "columnTitle"), label("", "muted")
        self.words = label("", "muted", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.words.setContentsMargins(8, 24, 8, 8)
        self._stack = named(QStackedWidget(), "columnStack")
        for part in (self.list, self.words):
            self._stack.addWidget(part)
        head = across(gap=6)
        head.setContentsMargins(4, 0, 4, 0)
        head.addWidget(self.title)
        head.addWidget(self.count)
        head.addStretch(1)
        column = down(self, 6)
        column.setContentsMargins(6, 8, 6, 6)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        self.list.stories.turned.connect(self._turned)
        self.list.choice.changed.connect(self._say)
        self.list.choice.failed.connect(room.fail)
        self._say()

    def show_asked(self, asked: Asked) -> None:
        """Show those stories of a list that have no time."""
        agenda = self._room.desk.agenda
        self.list.stories.show(Listing(partial(agenda.tray, asked), numbers=partial(agenda.tray_ids, asked)))

    def refresh(self) -> None:
        """Show what changed."""
        self.list.stories.refresh()

    def _turned(self) -> None:
        stories = self.list.stories
        if stories.loading is Loading.FIRST:
            return
        self._say()
        if stories.loading is Loading.FAILED and stories.error is not None:
            self.words.setText(words_of(stories.error))
        self._stack.setCurrentIndex(0 if stories.items else 1)

    def _say(self) -> None:
        stories = self.list.stories
        count = len(stories.items)
        several = self.list.choice.number > 1
        self.title.setText(said(self.list.choice, column=True) if several else _("Without a time"))
        self.count.setText("" if several else str(count) if stories.complete else f"{count}+")
        self.words.setText(_("Every story has its time. Drop one here to take it away."))
        number = ngettext("{n} story", "{n} stories", count)
        self.list.setAccessibleName(f"{_('Without a time')}, {number}")

    def set_drop(self, look: str) -> None:
        """Look as a place where stories may be dropped, or as always."""
        if self.property("drop") != look:
            self.setProperty("drop", look)
            restyle(self)
