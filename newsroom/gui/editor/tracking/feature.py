"""Tracked changes in the window: on by role or key, judged one by one or together, shown as one likes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from newsroom.desk.tracking import tracks_at_opening
from newsroom.domain.deciding import Verdict
from newsroom.gui.browser.times import recent
from newsroom.gui.editor.tracking.beside import Beside
from newsroom.gui.editor.tracking.button import TrackButton
from newsroom.gui.editor.tracking.judging import judge
from newsroom.gui.editor.tracking.page import ChangesPage
from newsroom.gui.editor.tracking.painting import ChangePainter
from newsroom.gui.editor.tracking.roll import Roll, Row, ids_at
from newsroom.gui.editor.tracking.viewing import View, Viewing
from newsroom.gui.parts import label
from newsroom.gui.throttle import AfterPause
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from newsroom.domain.change_list import Entry
    from newsroom.gui.room import Room
    from newsroom.gui.story_work import Opened

PAGE = "changes"
_PAUSE = 250


class Tracking(QObject):
    """Everything that a window does with the tracked changes of its story."""

    def __init__(self, room: Room) -> None:
        super().__init__(room.session)
        self._room, self._editor = room, room.editor
        self._book = room.editor.changes
        self._book.sign(room.desk.person.name, room.desk.clock)
        self._listed: tuple[object, ...] = ()
        self._told = False
        self.roll = Roll(room.editor)
        self.page = ChangesPage()
        self.count = label("")
        self.beside = Beside(room.editor, self._judge_ids, self.go_to)
        self.viewing = Viewing(room.editor, room.window.actions_)
        ChangePainter(room.editor)
        self._soon = AfterPause(self.refresh, _PAUSE, self)
        self._button = TrackButton(room.window.actions_["track"], room.window.story.format_bar)
        room.window.panel.add_page(PAGE, _("Changes"), "track", self.page)
        room.window.status.add(self.count)
        self._connect()

    def _connect(self) -> None:
        room = self._room
        room.session.opened.connect(self._opened)
        room.session.closed.connect(self._closed)
        room.editor.edited.connect(self._soon.ask)
        room.editor.body_edit.built.connect(self._tell_untracked)
        room.window.wardrobe.changed.connect(self._dress)
        self.page.seen.connect(self._list)
        self.page.judged.connect(self._judge_ids)
        self.page.chosen.connect(self.go_to)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Give what the actions on changes do."""
        return {
            "track": self.toggle,
            "next-change": partial(self.step, 1),
            "previous-change": partial(self.step, -1),
            "accept-change": partial(self._judge_here, True),
            "reject-change": partial(self._judge_here, False),
            "accept-author": partial(self._judge_author, True),
            "reject-author": partial(self._judge_author, False),
            "accept-all": partial(self._judge_all, True),
            "reject-all": partial(self._judge_all, False),
            **{view.value: partial(self.view, view) for view in View},
        }

    # On and off

    def _opened(self, opened: Opened) -> None:
        desk = self._room.desk
        self._told = False
        self._track(tracks_at_opening(desk.house, desk.person, opened.article))
        self.view(View.SHOWN)
        self.refresh()

    def _closed(self) -> None:
        self._book.open(())
        self.viewing.show(View.SHOWN)
        self.refresh()

    def toggle(self, _checked: bool = False) -> None:
        """Track what is written from now on, or no longer."""
        self._track(not self._book.tracks)

    def _track(self, on: bool) -> None:
        self._book.track(on)
        self._room.window.actions_["track"].setChecked(on)
        person = self._room.desk.person
        self._button.say(on, person.sign_off or person.name)

    def _tell_untracked(self) -> None:
        """Say once for a story what changes without a trace, though changes are tracked."""
        if self._book.tracks and not self._told:
            self._told = True
            self._editor.quiet.say(
                _("Rows, columns, boxes and what a picture says of itself are not tracked.")
            )

    def view(self, view: View, _checked: bool = False) -> None:
        """Show the text in a view of its changes."""
        self.viewing.show(view)
        self._editor.page.gutter.update()
        self._show_beside()

    def _dress(self) -> None:
        """Keep the view in another palette."""
        self.viewing.show(self.viewing.view)
        self.refresh()

    # What is shown

    def refresh(self) -> None:
        """Show the changes as they stand now: beside the text, in the panel and in the status bar."""
        self._soon.forget()
        self.roll.find()
        several = len(self.roll.rows)
        self._room.window.panel.count_page(PAGE, several)
        self.count.setText(ngettext("{n} change", "{n} changes", several) if several else "")
        self._list()
        self._editor.page.gutter.update()
        self._show_beside()

    def _list(self) -> None:
        """List the changes in the panel, where they are seen and are others than before."""
        writable = self._room.session.writable
        now = (writable, self._editor.look, *(row.entry for row in self.roll.rows))
        if self.page.isVisible() and now != self._listed:
            self._listed = now
            self.page.show_all(self.roll.rows, self.roll.authors(), writable=writable, look=self._look)

    def _catch_up(self) -> None:
        """Look at the text anew where it was written into since the last look."""
        if self._soon.waiting():
            self.refresh()

    def _show_beside(self) -> None:
        shown = self.viewing.view is View.SHOWN
        self.beside.show_all(
            self.roll.rows if shown else (), self._look, writable=self._room.session.writable
        )

    def _look(self, row: Row) -> tuple[str, str]:
        """Give when an entry was made, and the colour of its author."""
        entry, desk = row.entry, self._room.desk
        when = recent(entry.time, desk.clock(), desk.zone) if entry.time is not None else ""
        return when, self._editor.look.colour_of(entry.ids[0])

    # Going

    def step(self, step: int, _checked: bool = False) -> None:
        """Go to the next change or the one before."""
        self._catch_up()
        row = self.roll.beside(self._editor.active(), step)
        if row is not None:
            self._go(row)

    def go_to(self, entry: Entry) -> None:
        """Go to an entry in the text."""
        row = next((row for row in self.roll.rows if row.entry == entry), None)
        if row is not None:
            self._go(row)

    def _go(self, row: Row) -> None:
        cursor = row.cursor()
        row.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        row.edit.setTextCursor(cursor)
        self._editor.keep_in_sight()

    # Judging

    def _judge_here(self, accept: bool, _checked: bool = False) -> None:
        """Judge the changes of the selection, or the one at the caret, and go on to the next."""
        self._catch_up()
        cursor = self._editor.active().textCursor()
        ids = ids_at(cursor)
        whole = ids if cursor.hasSelection() and not self._selects_entry(cursor) else self.roll.around(ids)
        if whole:
            self._judge_ids(whole, accept)
            self.step(1)

    def _selects_entry(self, cursor: object) -> bool:
        return any(row.edit.textCursor() == cursor and row.cursor() == cursor for row in self.roll.rows)

    def _judge_author(self, accept: bool, _checked: bool = False) -> None:
        self._catch_up()
        ids = ids_at(self._editor.active().textCursor())
        row = next((row for row in self.roll.rows if not ids.isdisjoint(row.entry.ids)), None)
        if row is None:
            self._room.say("calm", _("Put the cursor into a change of the author."))
            return
        self._judge_ids(self.roll.by(row.entry.author), accept)

    def _judge_all(self, accept: bool, _checked: bool = False) -> None:
        self._catch_up()
        self._judge_ids([name for row in self.roll.rows for name in row.entry.ids], accept)

    def _judge_ids(self, ids: Iterable[str], accept: bool) -> None:
        wanted = frozenset(ids)
        if not wanted or not self._room.session.writable:
            return
        verdict = Verdict(wanted, accept, self._book.ledger.changes)
        concerned = {row.edit for row in self.roll.rows if not wanted.isdisjoint(row.entry.ids)}
        with self._editor.joint.gathered():
            for edit in concerned:
                judge(edit, verdict)
        self.refresh()
