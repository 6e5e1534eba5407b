"""Notes on the open story: shown in the text, beside it and in the panel, and reached from each of them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent

from newsroom.gui.notes.beside import Beside
from newsroom.gui.notes.card import REPLY, RESOLVE, NoteCard, Shown
from newsroom.gui.notes.carrying import Carrier
from newsroom.gui.notes.highlights import Highlights
from newsroom.gui.notes.page import NotesPage
from newsroom.gui.notes.standing import Standing
from newsroom.gui.notes.writer import Writer
from newsroom.gui.throttle import AfterPause
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from PySide6.QtGui import QTextCursor
    from PySide6.QtWidgets import QMenu

    from newsroom.domain.notes import Note
    from newsroom.gui.editor.text_edit import TextEdit
    from newsroom.gui.room import Room

PAGE = "notes"
_PAUSE = 200
_AROUND = 1500
"""Pixels above and below what is seen in which cards stand ready."""


class DeskNotes(QObject):
    """Everything that a window shows of the notes of its story."""

    def __init__(self, room: Room) -> None:
        super().__init__(room.session)
        self._room, self._editor = room, room.editor
        self._book = room.editor.notes
        self._zone = room.desk.zone
        self._standing = Standing(room.editor)
        self._highlights = Highlights(room.editor, self._standing)
        self.writer = Writer(room, self._standing)
        self.beside = Beside(room.editor.page.margin, self._connect_card)
        self.page = NotesPage()
        self._lit = ""
        self._wanted = ""
        self._soon = AfterPause(self.refresh, _PAUSE, self)
        self._scrolled = AfterPause(self._show_beside, _PAUSE, self)
        room.window.panel.add_page(PAGE, _("Notes"), "note", self.page)
        self._connect()
        self._connect_fields()
        self.refresh()

    def _connect(self) -> None:
        room, page, writer = self._room, self.page, self.writer
        room.session.opened.connect(self._opened)
        room.session.closed.connect(self._closed)
        room.window.wardrobe.changed.connect(self.refresh)
        self._editor.edited.connect(self._edited)
        self._editor.verticalScrollBar().valueChanged.connect(self._scrolled.ask)
        writer.changed.connect(self.refresh)
        writer.opened.connect(self._open_field)
        writer.over.connect(self._back)
        page.made.connect(self._connect_card)
        page.changed.connect(self.refresh)
        page.add_asked.connect(writer.add)
        page.all_asked.connect(self.list_all)

    def _connect_fields(self) -> None:
        carrier = Carrier(self._book)
        for edit in self._editor.edits:
            edit.packers.append(carrier.pack)
            edit.pasting.takers.append(carrier.take_in)
            edit.menu_makers.append(partial(self._offer, edit))
            edit.caret_moved.connect(partial(self._caret_moved, edit))
            edit.viewport().setMouseTracking(True)
            edit.viewport().installEventFilter(self)

    def _connect_card(self, card: NoteCard) -> None:
        card.asked.connect(self.writer.do)
        card.typed.connect(self.writer.take)
        card.ended.connect(self.writer.end)
        card.pointed.connect(self._pointed)
        card.chosen.connect(self.go_to)
        card.left.connect(self._back)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Give what the actions on notes do."""
        return {
            "note-add": self.writer.add,
            "note-reply": partial(self._at_caret, REPLY),
            "note-resolve": partial(self._at_caret, RESOLVE),
            "note-next": partial(self._step, 1),
            "note-previous": partial(self._step, -1),
            "notes-all": self.list_all,
        }

    # Showing

    def _opened(self, _opened: object) -> None:
        self.writer.forget()
        self._lit = ""
        self.refresh()
        wanted, self._wanted = self._wanted, ""
        if wanted:
            self.go_to(wanted)

    def _closed(self) -> None:
        self.writer.forget()
        self.refresh()

    def _edited(self) -> None:
        if not self._book.empty:
            self._soon.ask()

    def refresh(self) -> None:
        """Show the notes as they stand now, in the text, beside it and in the panel."""
        self._soon.forget()
        notes = self._editor.article().notes if self._room.session.article is not None else ()
        self._standing.find(self._book.places if notes else {})
        waiting = {note.id for note in notes if not note.resolved}
        self._room.window.panel.count_page(PAGE, len(waiting))
        self.page.add.setEnabled(self._room.session.writable)
        self.page.show_all(self._in_order(notes), self._shown)
        self._highlights.show(waiting)
        self._show_beside()
        edit = self._editor.active()
        self._light(self._lit or self._standing.at(edit, edit.textCursor().position()))

    def _show_beside(self) -> None:
        self._scrolled.forget()
        self.beside.show_all(self._near() if self._room.session.article is not None else ())

    def _near(self) -> Iterator[tuple[Shown, TextEdit, int]]:
        """Give the open notes whose words are seen, or soon will be."""
        top = self._editor.verticalScrollBar().value() - _AROUND
        bottom = top + self._editor.viewport().height() + 2 * _AROUND
        for note in self._book.notes:
            for edit, cursor in self._standing.of(note.id)[:1]:
                start = cursor.selectionStart()
                if not note.resolved and top <= self._editor.page.height_of(edit, start) <= bottom:
                    yield self._shown(note), edit, start

    def _in_order(self, notes: Iterable[Note]) -> list[Note]:
        """Give open notes first, in the order of the text, those without place behind."""
        order = {name: place for place, name in enumerate(self._standing.names())}
        return sorted(notes, key=lambda note: (note.resolved, order.get(note.id, len(order))))

    def _shown(self, note: Note) -> Shown:
        return Shown(
            note,
            self._standing.words(note.id),
            homeless=not self._standing.of(note.id),
            writable=self._room.session.writable,
            own=note.author.casefold() == self._room.desk.person.name.casefold(),
            now=self._room.desk.clock(),
            zone=self._zone,
        )

    # The note at hand

    def _light(self, name: str) -> None:
        """Let a note stand out, its words and its cards."""
        self._lit = name
        self._highlights.light(name)
        self.page.light(name)
        self.beside.light(name)

    def _change_light(self, name: str) -> None:
        known = name if self.writer.note(name) else ""
        if known != self._lit:
            self._light(known)

    def _caret_moved(self, edit: TextEdit) -> None:
        if not self._book.empty:
            self._change_light(self._standing.at(edit, edit.textCursor().position()))

    def _pointed(self, name: str, there: bool) -> None:
        if there:
            self._change_light(name)
        else:
            self._caret_moved(self._editor.active())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the note under the mouse stand out."""
        if event.type() == QEvent.Type.MouseMove and not self._book.empty:
            assert isinstance(event, QMouseEvent)
            for edit in self._editor.edits:
                if watched is edit.viewport() and not event.buttons():
                    self._point_at(edit, edit.cursorForPosition(event.position().toPoint()))
        return super().eventFilter(watched, event)

    def _point_at(self, edit: TextEdit, cursor: QTextCursor) -> None:
        name = self._standing.at(edit, cursor.position())
        if name:
            self._change_light(name)
        else:
            self._caret_moved(self._editor.active())

    # Going there

    def go_to(self, name: str) -> None:
        """Go to a note: its words are selected and in sight; one without place is shown in the panel."""
        stretches = self._standing.of(name)
        if not stretches:
            self._room.window.show_page(PAGE)
            return
        edit, cursor = stretches[0]
        edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        caret = edit.textCursor()
        caret.setPosition(cursor.selectionStart())
        edit.setTextCursor(caret)
        self._change_light(name)

    def open_note(self, story: int, name: str) -> None:
        """Go to a note of a story, which is opened where it is not open."""
        article = self._room.session.article
        if article is not None and article.id == story:
            self.go_to(name)
        else:
            self._wanted = name
            self._room.session.open(story)

    def _step(self, step: int) -> None:
        edit = self._editor.active()
        waiting = {note.id for note in self._book.notes if not note.resolved}
        name = self._standing.next_to(edit, edit.textCursor().position(), step, waiting)
        if name:
            self.go_to(name)

    def _at_caret(self, verb: str) -> None:
        edit = self._editor.active()
        self.writer.do(verb, self._standing.at(edit, edit.textCursor().position()))

    def _offer(self, edit: TextEdit, menu: QMenu, place: QTextCursor) -> None:
        """Offer what may be done with a note at the place of a context menu."""
        actions = self._room.window.actions_
        menu.addAction(actions["note-add"])
        name = self._standing.at(edit, place.position())
        if self.writer.note(name):
            for verb, action in ((REPLY, "note-reply"), (RESOLVE, "note-resolve")):
                entry = menu.addAction(actions[action].text())
                entry.setEnabled(actions[action].isEnabled())
                entry.triggered.connect(partial(self._do, verb, name))

    def _do(self, verb: str, name: str, _checked: bool = False) -> None:
        self.writer.do(verb, name)

    def _open_field(self) -> None:
        """Open the field for words, beside the text where there is room, else in the panel."""
        writing = self.writer.writing
        assert writing is not None
        card = self.beside.card(writing.note.id)
        if card is None:
            self._room.window.show_page(PAGE)
            if writing.note.resolved:
                self.page.resolved.setChecked(True)
            card = self.page.card(writing.note.id)
        if card is not None:
            card.write(writing.words, writing.hint)

    def _back(self) -> None:
        """Go back to the text."""
        self._editor.active().setFocus(Qt.FocusReason.OtherFocusReason)

    def list_all(self) -> None:
        """Show the notes of all stories."""
        from newsroom.gui.notes.all_notes import AllNotes

        listed = AllNotes(self._room.desk, self._room.tasks, self._room.window)
        listed.opened.connect(self.open_note)
        listed.open()
