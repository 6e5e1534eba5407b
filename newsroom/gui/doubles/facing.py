"""Two stories beside each other as they are read; the words that both have are marked."""

from __future__ import annotations

from itertools import zip_longest
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QSplitter, QTextEdit, QWidget

from newsroom.gui.browser.times import short
from newsroom.gui.parts import across
from newsroom.gui.theme.tokens import SANS, SERIF
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsroom.desk.comparing import Compared
    from newsroom.domain.article import Article
    from newsroom.domain.comparison import Side
    from newsroom.gui.theme.tokens import Palette

MOST = 400
"""So many paragraphs of each story are shown."""
_HEADLINE, _LEAD, _TEXT, _SMALL = 21, 16, 16, 12
_READ = ("Kicker", "Headline", "Subheadline", "Lead", "Text")
_SIZES = {"Kicker": _SMALL, "Headline": _HEADLINE, "Subheadline": _TEXT, "Lead": _LEAD}
_MARGIN = 20
_SLICE = 0.03


class Page(QTextEdit):
    """One of the two stories; made of plain characters, never of markup."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("facing")
        self.setReadOnly(True)
        self.sealed = False
        """Whether nothing of it may be copied."""
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.document().setUndoRedoEnabled(False)
        self.document().setDocumentMargin(_MARGIN)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Give the selection, or nothing where it may not be copied."""
        return QMimeData() if self.sealed else super().createMimeDataFromSelection()


class Facing(QWidget):
    """The two pages; one scrolls with the other."""

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = palette
        self._waiting: Iterator[None] | None = None
        self._shown: tuple[tuple[Article, Article], Sequence[Compared], str] | None = None
        self.left, self.right = Page(_("Left story")), Page(_("Right story"))
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setHandleWidth(1)
        halves.setChildrenCollapsible(False)
        for page in (self.left, self.right):
            halves.addWidget(page)
        row = across(self, 0)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(halves)
        self.left.verticalScrollBar().valueChanged.connect(lambda: self._follow(self.left, self.right))
        self.right.verticalScrollBar().valueChanged.connect(lambda: self._follow(self.right, self.left))

    def wear(self, palette: Palette) -> None:
        """Take other colours."""
        self._palette = palette
        if self._shown:
            self.show_two(*self._shown)

    def clear(self) -> None:
        """Show nothing."""
        self._shown = self._waiting = None
        for page in (self.left, self.right):
            page.clear()

    def show_two(self, two: tuple[Article, Article], fields: Sequence[Compared], zone: str) -> None:
        """Show two stories, and their fields as they were compared: the left one as the older version."""
        self._shown = (two, fields, zone)
        steps = []
        for page, story, side in ((self.left, two[0], "old"), (self.right, two[1], "new")):
            page.clear()
            self._head(page.textCursor(), story, zone)
            steps.append(self._fields(page, fields, side))
        self._waiting = (step for both in zip_longest(*steps) for step in both)
        self._write()

    @property
    def busy(self) -> bool:
        """Tell whether paragraphs are still to be written."""
        return self._waiting is not None

    def _write(self) -> None:
        """Write until the time of a slice is up; a long text is written in slices, so that nobody waits."""
        end = perf_counter() + _SLICE
        places = [page.verticalScrollBar().value() for page in (self.left, self.right)]
        while self._waiting is not None and perf_counter() < end:
            if next(self._waiting, self) is self:
                self._waiting = None
        for page, place in zip((self.left, self.right), places, strict=True):
            page.verticalScrollBar().setValue(place)
        if self._waiting is not None:
            QTimer.singleShot(0, self, self._write)

    def _head(self, cursor: QTextCursor, story: Article, zone: str) -> None:
        names = ", ".join(one.name for one in story.authors)
        facts = (short(story.publish_time or story.created, zone), _(story.state.label), story.section, names)
        cursor.setBlockFormat(_block(8))
        cursor.insertText(" · ".join(fact for fact in facts if fact), self._form(_SMALL, self._palette.muted))
        if not story.headline:
            cursor.insertBlock(_block(8))
            cursor.insertText(_("No headline"), self._form(_HEADLINE, self._palette.faint))

    def _fields(self, page: Page, fields: Sequence[Compared], side: str) -> Iterator[None]:
        """Write the fields of one story, a paragraph at each step."""
        read = {field.title: field for field in fields}
        left = MOST
        for title in _READ:
            rows = read[title].rows if title in read else ()
            for row in rows[:left]:
                words: Side = getattr(row, side)
                if words:
                    cursor = page.textCursor()
                    cursor.movePosition(QTextCursor.MoveOperation.End)
                    cursor.beginEditBlock()
                    cursor.insertBlock(_block(6 if title in {"Kicker", "Headline"} else 12))
                    self._side(cursor, words, title, both=bool(row.old and row.new))
                    cursor.endEditBlock()
                yield
            left -= len(rows[:left])

    def _side(self, cursor: QTextCursor, words: Side, title: str, *, both: bool) -> None:
        for part in words:
            colour = self._palette.accent_text if title == "Kicker" else self._palette.text
            form = self._form(_SIZES.get(title, _TEXT), colour, strong=title in {"Headline", "Lead"})
            if both and not part.differs and part.text.strip():
                form.setBackground(QColor(self._palette.shared.ground))
                form.setForeground(QColor(self._palette.shared.text))
            cursor.insertText(part.text.replace("\n", "\u2028"), form)

    def _form(self, size: int, colour: str, *, strong: bool = False) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setForeground(QColor(colour))
        form.setProperty(QTextCharFormat.Property.FontPixelSize, size)
        form.setFontFamilies([SANS if size == _SMALL else SERIF])
        if strong:
            form.setFontWeight(QFont.Weight.DemiBold)
        return form

    def _follow(self, moved: Page, other: Page) -> None:
        """Scroll the other as far as this one was, in its measure."""
        if not moved.underMouse() and not moved.hasFocus():
            return
        ours, theirs = moved.verticalScrollBar(), other.verticalScrollBar()
        if ours.maximum():
            theirs.setValue(round(theirs.maximum() * ours.value() / ours.maximum()))


def _block(below: int) -> QTextBlockFormat:
    form = QTextBlockFormat()
    form.setBottomMargin(below)
    form.setLineHeight(135, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return form
