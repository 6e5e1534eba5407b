"""The lines above the text: kicker, headline with its count, deck."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QWidget

from newsroom.gui.editor.line_field import LineField
from newsroom.gui.editor.look import EditorLook
from newsroom.gui.parts import down
from newsroom.translation import _

if TYPE_CHECKING:
    from newsroom.domain.article import Article


class Header(QWidget):
    """Shows the single lines of a story; the deck shows once it has words or is asked for."""

    headline_edited = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = EditorLook()
        self._hint, self._warning = 90, 120
        self._quiet = False
        self.kicker = LineField(_("Kicker"), _("Kicker"), self)
        self.headline = LineField(_("Headline"), _("Headline"), self)
        self.subheadline = LineField(_("Subheadline"), _("Subheadline"), self)
        self.count = QLabel(self)
        self.lines = (self.kicker, self.headline, self.subheadline)
        column = down(self, 4)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (*self.lines, self.count):
            column.addWidget(part)
        self.headline.textChanged.connect(self._headline_changed)
        self.subheadline.textChanged.connect(self._show_deck)
        self.subheadline.installEventFilter(self)

    def show_story(self, article: Article) -> None:
        """Show a story's lines, and tell nobody."""
        self._quiet = True
        for line, text in zip(
            self.lines, (article.kicker, article.headline, article.subheadline), strict=True
        ):
            line.set_text(text)
        self._quiet = False
        self._headline_changed()
        self._show_deck()

    def set_limits(self, hint: int, warning: int) -> None:
        """Say from which length a headline's count is amber and from which it is too long."""
        self._hint, self._warning = hint, warning
        self._show_count()

    def set_look(self, look: EditorLook) -> None:
        """Wear colours and type."""
        self._look = look
        colours = (look.text, look.muted)
        bold, normal = QFont.Weight.Bold, QFont.Weight.Normal
        self.kicker.set_type(look.sans, look.small, QFont.Weight.DemiBold, (look.accent, look.muted))
        self.headline.set_type(look.serif, look.headline, bold, colours)
        self.subheadline.set_type(look.serif, look.body + 3, normal, colours)
        self._show_count()

    def open_deck(self) -> None:
        """Show the field for the subheadline and go there."""
        self.subheadline.show()
        self.subheadline.setFocus()

    def _headline_changed(self) -> None:
        self._show_count()
        if not self._quiet:
            self.headline_edited.emit(self.headline.text())

    def _show_count(self) -> None:
        size = len(self.headline.text())
        self.count.setVisible(size >= self._hint)
        self.count.setText(_("{n} characters", n=size))
        colour = self._look.bad if size >= self._warning else self._look.warn
        self.count.setStyleSheet(f"color: {colour};")

    def _show_deck(self) -> None:
        self.subheadline.setVisible(bool(self.subheadline.text()) or self.subheadline.hasFocus())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hide the empty subheadline when it is left."""
        if watched is self.subheadline and event.type() == QEvent.Type.FocusOut:
            self.subheadline.setVisible(bool(self.subheadline.text()))
        return super().eventFilter(watched, event)
