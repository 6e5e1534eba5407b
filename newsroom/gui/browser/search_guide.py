"""Guides whoever types into the search field: completes names and values, remembers searches, shows the help."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from newsroom.gui.browser.search_help import SearchHelp
from newsroom.gui.browser.search_offers import SearchOffers
from newsroom.gui.commands.rows import Offer as Row
from newsroom.text.query.completing import NAMED, offers, place, put
from newsroom.translation import _, language

if TYPE_CHECKING:
    from newsroom.desk import Desk
    from newsroom.gui.browser.search_field import SearchField
    from newsroom.gui.kept import Kept
    from newsroom.gui.main_window import MainWindow
    from newsroom.gui.tasks import Task
    from newsroom.gui.theme.tokens import Palette
    from newsroom.text.query.completing import Offer, Place

_REMEMBERED = 12
_SHOWN = 6
_LONGEST = 200
_KEPT = "searches"
_MOST = 9
_TAKING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})


class SearchGuide(QObject):
    """Offers what may follow; a key is taken only while something is offered."""

    def __init__(self, desk: Desk, window: MainWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._window = desk, window.tasks, window
        self.field: SearchField = window.top.search
        self._kept: Kept = window.kept
        self._asking: Task | None = None
        self.offers = SearchOffers(window.wardrobe.palette, self.field, window)
        self.help = SearchHelp(self.field, window)
        self.field.answers = self._answer
        self.field.textEdited.connect(self._edited)
        self.field.focused.connect(self._focused)
        self.field.entered.connect(self._remember)
        self.field.helped.connect(self.turn_help)
        self.help.wanted.connect(self._search_for)
        self.offers.taken.connect(lambda offer: offer.run())
        window.wardrobe.changed.connect(
            self._wear
        )  # no lambda: it would keep the window as long as the wardrobe
        window.installEventFilter(self)

    def _wear(self, palette: Palette) -> None:
        self.offers.list.delegate.palette = palette

    # Offering

    def _edited(self) -> None:
        self.help.hide()
        self._forget()
        text = self.field.text()
        if not text:
            self._offer_former()
            return
        here = place(text, self.field.cursorPosition())
        if here is None:
            self.offers.offer(())
        elif here.field in NAMED:
            self._ask_names(here)
        else:
            self._offer(here, ())

    def _ask_names(self, here: Place) -> None:
        assert here.field is not None
        work = partial(self._desk.searching.names, here.field, here.begun)
        self._asking = self._tasks.read(work, partial(self._offer, here), lambda _error: None)

    def _offer(self, here: Place, known: tuple[str, ...]) -> None:
        self._asking = None
        found = offers(here, language(), known)[:_MOST]
        typed = self.field.text()[here.start : here.end]
        if len(found) == 1 and found[0].text == typed:
            found = []
        self.offers.offer([self._row(here, offer) for offer in found])

    def _row(self, here: Place, offer: Offer) -> Row:
        icon = self._window.wardrobe.icons.icon("search", "muted")
        return Row(offer.text.strip('"'), partial(self._put, here, offer), offer.detail, (), icon)

    def _put(self, here: Place, offer: Offer) -> None:
        text, cursor = put(self.field.text(), here, offer)
        self.field.setText(text)
        self.field.setCursorPosition(cursor)
        self.field.setFocus()
        self._edited()

    def _offer_former(self) -> None:
        former = self._former()[:_SHOWN]
        icon = self._window.wardrobe.icons.icon("clock", "muted")
        rows = [Row(words, partial(self._search_for, words), icon=icon) for words in former]
        heading = [Row(_("Searched for before"))] if rows else []
        self.offers.offer([*heading, *rows])

    def _forget(self) -> None:
        if self._asking is not None:
            self._asking.cancel()
            self._asking = None

    # Keys and focus

    def _answer(self, key: Qt.Key) -> bool:
        """Take a key where something is offered: arrows choose, Enter and Tab take, Escape closes."""
        if self.help.isVisible() and key == Qt.Key.Key_Escape:
            self.help.hide()
            return True
        if not self.offers.isVisible():
            return self._begin(key)
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.offers.choose(1 if key == Qt.Key.Key_Down else -1)
            return True
        if key == Qt.Key.Key_Escape:
            self.offers.hide()
            return True
        if key == Qt.Key.Key_Tab and self.offers.current is None and self.field.text():
            self.offers.choose_first()
        if key in _TAKING and self.offers.current is not None:
            self.offers.take()
            return True
        self.offers.hide()
        return False

    def _begin(self, key: Qt.Key) -> bool:
        """Offer what was searched for before, on the arrow down in an empty field."""
        if key != Qt.Key.Key_Down or self.field.text():
            return False
        self._offer_former()
        return self.offers.isVisible()

    def _focused(self, came: bool) -> None:
        if not came:
            self.offers.hide()
            self._forget()
            QTimer.singleShot(0, self.help, self._leave_help)  # not if the window is gone by then

    def _leave_help(self) -> None:
        """Close the help once the focus is neither in the field nor there."""
        now = QApplication.focusWidget()
        if now is not self.field and not (now and self.help.isAncestorOf(now)):
            self.help.hide()

    def turn_help(self) -> None:
        """Show how to search, or hide it."""
        self.offers.hide()
        self.field.setFocus()
        self.help.turn()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close what hangs under the field when somebody presses elsewhere or the window changes its size."""
        if event.type() in {QEvent.Type.MouseButtonPress, QEvent.Type.Resize} and watched is self._window:
            self.offers.hide()
            self.help.hide()
        return False

    # Memory

    def _search_for(self, words: str) -> None:
        self.field.setText(f"{words} " if words and words[-1].isalnum() else words)
        self.field.setFocus()

    def _former(self) -> list[str]:
        return [words for words in self._kept.word(_KEPT).split("\n") if words]

    def _remember(self) -> None:
        """Remember what was searched for, once somebody goes on to what was found."""
        words = " ".join(self.field.text().split())
        if words and len(words) <= _LONGEST:
            others = [one for one in self._former() if one != words]
            self._kept.keep(_KEPT, "\n".join([words, *others][:_REMEMBERED]))
