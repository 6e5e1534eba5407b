"""A note as a card: who said what when, the answers, and what may be done with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from newsroom.gui.browser.times import recent
from newsroom.gui.notes.writing_field import WritingField
from newsroom.gui.parts import across, button, down, label, restyle
from newsroom.translation import _

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent

    from newsroom.domain.notes import Note

REPLY, EDIT, RESOLVE, REOPEN, DELETE = "reply", "edit", "resolve", "reopen", "delete"


@dataclass(frozen=True, slots=True)
class Shown:
    """What a card shows: a note, the words it is about, and what the reader of the card may do."""

    note: Note
    words: str = ""
    homeless: bool = False
    writable: bool = True
    own: bool = False
    now: datetime | None = None
    zone: str = "UTC"

    def same(self, other: Shown | None) -> bool:
        """Tell whether another shows the same, whatever the time is now."""
        return other is not None and (
            (self.note, self.words, self.homeless, self.writable, self.own)
            == (other.note, other.words, other.homeless, other.writable, other.own)
        )


class NoteCard(QFrame):
    """One note; what is typed into it is told at once, so that nothing is lost."""

    asked = Signal(str, str)
    """What shall be done (`REPLY`, ...), and the id of the note."""
    typed = Signal(str)
    ended = Signal(bool)
    """Writing is over; false gives up what was written."""
    pointed = Signal(str, bool)
    """The mouse came over the card of a note, or left it."""
    chosen = Signal(str)
    """The card was clicked."""
    left = Signal()
    """Escape leads back to the text."""
    resized = Signal()

    def __init__(self, shown: Shown, *, quoting: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("tone", "note")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._quoting = quoting
        self._shown: Shown | None = None
        self.field: WritingField | None = None
        self._column = down(self, 2)
        self._column.setContentsMargins(12, 8, 8, 6)
        self.show_note(shown)

    @property
    def note(self) -> Note:
        """Give the note that is shown."""
        assert self._shown is not None
        return self._shown.note

    def show_note(self, shown: Shown) -> None:
        """Show a note as it is now, unless it is being written just here."""
        if shown.same(self._shown) or self.field is not None:
            return
        self._shown = shown
        self.setProperty("resolved", shown.note.resolved)
        restyle(self)
        self._draw(shown)

    def light(self, on: bool) -> None:
        """Stand out while the caret or the mouse is in the note's text."""
        if self.property("active") != on:
            self.setProperty("active", on)
            restyle(self)

    # Writing

    def write(self, words: str, hint: str) -> None:
        """Open a field for words below the note, or in its place where it has none yet."""
        assert self._shown is not None
        self.field = None
        self._draw(self._shown, writing=True)
        field = self.field = WritingField(hint, self)
        field.show_words(words)
        field.typed.connect(self.typed)
        field.ended.connect(self._end)
        field.grown.connect(self.resized)
        self._column.addWidget(field)
        self._column.addLayout(self._ending_ways(field))
        field.moveCursor(field.textCursor().MoveOperation.End)
        for seen in (
            self,
            field,
        ):  # what a layout takes in is shown later, and cannot have the focus until then
            seen.show()
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.resized.emit()

    def _ending_ways(self, field: WritingField) -> QHBoxLayout:
        row = across(gap=4)
        row.setContentsMargins(-4, 0, 0, 0)
        keep = button(_("Done"), field.finish, "link")
        drop = button(_("Discard"), field.give_up, "link")
        for way in (keep, drop):
            way.setFocusPolicy(
                Qt.FocusPolicy.TabFocus
            )  # a click must not end the writing by taking the focus
            row.addWidget(way)
        row.addStretch(1)
        return row

    def _end(self, keep: bool) -> None:
        if self.field is not None:
            self.field = None
            self.ended.emit(keep)
            assert self._shown is not None
            self._draw(self._shown)

    # What is shown

    def _draw(self, shown: Shown, *, writing: bool = False) -> None:
        column = _emptied(self._column)
        note = shown.note
        self.setAccessibleName(_("Note by {author}: {words}", author=note.author, words=note.text))
        column.addLayout(self._head(shown))
        if self._quoting or shown.homeless:
            quoted = _("“{words}”", words=shown.words)
            words = _("Without place: its text was deleted") if shown.homeless else quoted
            column.addWidget(label(words, "tiny", wrap=True))
        if note.text:
            column.addWidget(label(note.text, wrap=True))
        for reply in note.replies:
            words = f"{reply.author} {recent(reply.time, shown.now, shown.zone)}: {reply.text}"
            column.addWidget(label(words, "tiny", wrap=True))
        if shown.writable and not writing:
            column.addLayout(self._ways(shown))
        self.resized.emit()

    def _head(self, shown: Shown) -> QHBoxLayout:
        row = across(gap=6)
        who = label(shown.note.author or _("Unknown"), "head")
        row.addWidget(who)
        row.addWidget(label(recent(shown.note.time, shown.now, shown.zone), "tiny"))
        if shown.note.resolved:
            row.addWidget(label(_("resolved"), "tiny"))
        row.addStretch(1)
        return row

    def _ways(self, shown: Shown) -> QHBoxLayout:
        row = across(gap=2)
        row.setContentsMargins(-4, 0, 0, 0)  # the words of the first way stand under the note's
        done = (REOPEN, _("Reopen")) if shown.note.resolved else (RESOLVE, _("Resolve"))
        ways = [(REPLY, _("Reply")), done]
        ways += [(EDIT, _("Edit"))] if shown.own else []
        for verb, words in (*ways, (DELETE, _("Delete"))):
            made = button(words, None, "link")
            made.clicked.connect(lambda _on=False, verb=verb: self.asked.emit(verb, self.note.id))
            made.setAccessibleDescription(shown.note.text)
            made.setObjectName(verb)
            row.addWidget(made)
        row.addStretch(1)
        return row

    # What Qt calls

    def heightForWidth(self, width: int) -> int:
        """Give the height that the words need in a width."""
        return self._column.totalHeightForWidth(width) if self._column.hasHeightForWidth() else -1

    def hasHeightForWidth(self) -> bool:
        """Tell that words wrap."""
        return True

    def enterEvent(self, event: QEnterEvent) -> None:
        """Let the text of the note show."""
        super().enterEvent(event)
        self.pointed.emit(self.note.id, True)

    def leaveEvent(self, event: QEvent) -> None:
        """Let the text of the note be as before."""
        super().leaveEvent(event)
        self.pointed.emit(self.note.id, False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the note's text."""
        super().mousePressEvent(event)
        self.chosen.emit(self.note.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the note's text with Return, back to the text with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.hasFocus():
            self.chosen.emit(self.note.id)
        else:
            super().keyPressEvent(event)


def _emptied(column: QVBoxLayout) -> QVBoxLayout:
    """Take everything out of a column, rows of parts too."""
    _empty(column)
    return column


def _empty(layout: QLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        if item is None:
            return
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            _empty(inner)
        if widget is not None:
            widget.hide()
            widget.deleteLater()
