"""The keywords, parted by commas, each completed from those the library knows."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QWidget

from newsroom.gui.panels.panel_line import PanelLine
from newsroom.translation import _


class KeywordField(PanelLine):
    """A line of keywords; completing speaks of the word under the cursor alone."""

    completed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Keywords"), _("none"), parent)
        self._known = QStringListModel(self)
        self._completer = QCompleter(self._known, self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setWidget(self)
        self._completer.activated.connect(self._complete)
        self.textEdited.connect(self._suggest)

    def offer(self, words: tuple[str, ...]) -> None:
        """Know these keywords from now on."""
        self._known.setStringList(list(words))

    def show_all(self, words: tuple[str, ...]) -> None:
        """Show a story's keywords."""
        self.show_words(", ".join(words))

    def words(self) -> tuple[str, ...]:
        """Give the keywords, each once."""
        return tuple(dict.fromkeys(word.strip() for word in self.text().split(",") if word.strip()))

    def _begun(self) -> str:
        return self.text()[: self.cursorPosition()].rpartition(",")[2].strip()

    def _suggest(self, _text: str) -> None:
        begun = self._begun()
        if begun:
            self._completer.setCompletionPrefix(begun)
            self._completer.complete()
        else:
            self._hide()

    def _hide(self) -> None:
        popup = self._completer.popup()
        if popup is not None:
            popup.hide()

    def _complete(self, word: str) -> None:
        before, comma, _begun = self.text()[: self.cursorPosition()].rpartition(",")
        after = self.text()[self.cursorPosition() :].partition(",")[2].strip()
        head = f"{before}{comma} {word}".strip()
        self.setText(f"{head}, {after}")
        self.setCursorPosition(len(head) + 2)
        self.completed.emit()
