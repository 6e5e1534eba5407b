"""One column of the board: its state, how many stories stand in it, and their cards."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from newsroom.domain.workflow import State
from newsroom.gui.board.card_delegate import CardDelegate
from newsroom.gui.board.column_list import ColumnList
from newsroom.gui.browser.listing import Listing
from newsroom.gui.browser.story_list_model import Loading
from newsroom.gui.faults import words_of
from newsroom.gui.parts import across, button, down, label, named, restyle
from newsroom.translation import N_, _, ngettext

if TYPE_CHECKING:
    from newsroom.desk.agenda import Asked
    from newsroom.gui.board.dress import Dress
    from newsroom.gui.room import Room

TITLES = {
    State.DRAFT: N_("Drafts"),
    State.RETURNED: N_("Returned"),
    State.FOR_REVIEW: N_("For review"),
    State.APPROVED: N_("Approved"),
    State.SCHEDULED: N_("Scheduled"),
    State.PUBLISHED: N_("Published"),
    State.WITHDRAWN: N_("Withdrawn"),
}
LEAST = 160
_EDGE, _FRAME = 6, 2
_PATIENCE = 150
_HEAD = 24


class Column(QFrame):
    """A head and a list; `drop` says how it looks while cards are carried."""

    turned = Signal()

    def __init__(self, state: State, room: Room, dress: Dress) -> None:
        super().__init__()
        self.state, self._room, self._dress = state, room, dress
        self._asked: Asked | None = None
        self.today = state is State.PUBLISHED
        self.setObjectName("boardColumn")
        self.list = ColumnList(room.tasks, CardDelegate(dress, self))
        self.list.stories.zone = dress.zone
        self._late = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._late.timeout.connect(partial(self._say, N_("Loading …")))
        self._lay_out()
        self.list.stories.turned.connect(self._turned)
        self._entitle(0)

    def _lay_out(self) -> None:
        self.title, self.count = label("", "columnTitle"), label("", "muted")
        self.span = button("", self._turn_span, "link")
        self.words = label("", "muted", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.again = button(_("Try again"), self._reload)
        blank = QWidget()
        middle = down(blank, 8)
        middle.setContentsMargins(8, 24, 8, 8)
        middle.addWidget(self.words)
        middle.addWidget(self.again, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addStretch(1)
        self._stack = named(QStackedWidget(), "columnStack")
        self._stack.addWidget(self.list)
        self._stack.addWidget(blank)
        top = QWidget()
        top.setFixedHeight(_HEAD)
        self._head = head = across(top, 6)
        head.setContentsMargins(4, 0, 4, 0)
        for part in (self.title, self.count):
            head.addWidget(part)
        head.addStretch(1)
        head.addWidget(self.span)
        if self.state is not State.PUBLISHED:
            self.span.hide()
        column = down(self, 4)
        column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        column.addWidget(top)
        column.addWidget(self._stack, 1)
        self._say_span()

    # What it shows

    def show_asked(self, asked: Asked) -> None:
        """Show the stories of a list or a search that are in this state."""
        self._asked = asked
        self._reload()

    def _reload(self) -> None:
        if self._asked is not None:
            agenda, asked = self._room.desk.agenda, self._asked
            page = partial(agenda.column, self.state, asked, today=self.today)
            numbers = partial(agenda.column_ids, self.state, asked, today=self.today)
            self.list.stories.show(Listing(page, numbers=numbers))

    def refresh(self) -> None:
        """Show what changed, each card where it was if it stayed."""
        if self.list.stories.loading is Loading.FAILED:
            self._reload()
        else:
            self.list.stories.refresh()

    def show_count(self, count: int | None) -> None:
        """Show how many stories there are; where nobody counted them, how many are loaded."""
        stories = self.list.stories
        shown = QLocale().toString(len(stories.items) if count is None else count)
        self.count.setText(shown if count is not None or stories.complete else f"{shown}+")
        self._entitle(len(stories.items) if count is None else count)

    def _fit(self) -> None:
        """Be no narrower than the head's words."""
        for part in (self.title, self.count, self.span):
            part.ensurePolished()
        self._head.invalidate()
        room = self._head.minimumSize().width() + 2 * (_EDGE + _FRAME)
        self.setMinimumWidth(max(LEAST, room))

    def _entitle(self, count: int) -> None:
        words = _(TITLES[self.state])
        self.title.setText(words)
        self._fit()
        self.list.setAccessibleName(f"{words}, {ngettext('{n} story', '{n} stories', count)}")

    def _turned(self) -> None:
        stories = self.list.stories
        if stories.loading is Loading.FIRST:
            self._late.start()
            return
        self._late.stop()
        if stories.loading is Loading.FAILED:
            assert stories.error is not None
            self._say(words_of(stories.error), again=True)
        elif stories.items:
            self._stack.setCurrentIndex(0)
        else:
            self._say(_("Nothing today") if self.today else _("No stories"))
        self.turned.emit()

    def _say(self, words: str, *, again: bool = False) -> None:
        self.words.setText(_(words))
        self.again.setVisible(again)
        self._stack.setCurrentIndex(1)

    def _turn_span(self) -> None:
        """Show what was published today, or all of it."""
        self.today = not self.today
        self._say_span()
        self._reload()

    def _say_span(self) -> None:
        self.span.setText(_("today") if self.today else _("all"))
        told = _("Published today. Show all.") if self.today else _("All that is published. Show today.")
        self.span.setToolTip(told)
        self.span.setAccessibleName(told)
        self._fit()

    # While cards are carried

    def set_drop(self, look: str) -> None:
        """Look as a place where cards may be dropped ("yes"), would be ("here"), may not ("no"), or as always."""
        if self.property("drop") != look:
            self.setProperty("drop", look)
            restyle(self)
