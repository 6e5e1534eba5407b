"""The history of the open story: looked at, compared, brought back, kept as a snapshot, verified, reported."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from newsroom.domain.errors import NotAllowed
from newsroom.gui.dialogs.line_question import LineQuestion
from newsroom.gui.faults import words_of
from newsroom.gui.sealing import cover
from newsroom.translation import _, ngettext, tell

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from newsroom.desk import Desk
    from newsroom.desk.comparing import Compared
    from newsroom.desk.history import Thinning, Two
    from newsroom.domain.changeset import Changes
    from newsroom.domain.comparison import Row
    from newsroom.domain.listing import Saved
    from newsroom.domain.timeline import Event
    from newsroom.gui.past.view import PastView
    from newsroom.gui.room import Room
    from newsroom.gui.tasks import Task
    from newsroom.gui.theme.tokens import Palette
    from newsroom.translation import Message

HISTORY = "history"
_WIDTH = 220
_IDLE = 10 * 60 * 1000
"""After so many milliseconds the window thins a page of idle stories, and again."""
_SHOWN = 2


@dataclass(frozen=True, slots=True)
class Seen:
    """Two versions beside each other, and the pictures that stand in them."""

    two: Two
    pictures: Mapping[str, QImage]


class Past(QObject):
    """Shows the history in the editor's place, and does what is wanted there."""

    def __init__(self, room: Room) -> None:
        super().__init__(room.session)
        self._room, self._window, self._desk = room, room.window, room.desk
        self.view: PastView | None = None
        self.shown = False
        self._alone = False
        self._story = self._proved_story = 0
        self._reading: Task | None = None
        self._verifying = False
        room.session.opened.connect(self._other_story)
        room.session.closed.connect(self.leave)
        room.window.wardrobe.changed.connect(self._wear)
        room.window.panel.history.asked.connect(self.look)
        self._idle = QTimer(self, interval=_IDLE)
        self._idle.timeout.connect(self.thin)
        self._idle.start()

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Give what the actions do."""
        return {
            HISTORY: self.toggle,
            "snapshot": self.ask_name,
            "history-report": self.ask_file,
            "verify-journal": self.verify_all,
        }

    # Going there and back

    def toggle(self) -> None:
        """Show the history of the open story, or go back to writing."""
        if self.shown:
            self.leave()
        else:
            self.look()

    def look(self, version: int = 0) -> None:
        """Show the history, after what was written is saved; a version is compared with the one before it."""
        if self._room.session.article is not None:
            self._room.session.save_then(partial(self._look, version))

    def _look(self, version: int) -> None:
        story = self._room.session.article
        if story is None or not story.id:
            self._room.say("calm", _("Save the story first."))
            self._say()
            return
        view = self._made()
        if not self.shown:
            columns = self._window.columns
            self._alone = not columns.alone
            if self._alone:
                columns.show_story_alone(True)
            self._window.story.show_view(view)
            self.shown = True
        self._story = story.id
        cover(view, self._desk, self._room.tasks, (story.uid,))
        view.allow(writable=self._room.session.writable)
        self._proved_story = 0
        view.tell_proof(_("The journal is being verified …"), "muted")
        self._read(partial(self._desk.history.timeline, story.id), partial(self._show, version), soon=True)
        view.setFocus()
        self._say()

    def leave(self) -> None:
        """Go back to writing."""
        if self.shown:
            self.shown = False
            if self._alone:
                self._window.columns.show_story_alone(False)
            self._window.story.leave_view()
            if self._room.session.article is not None:
                self._room.editor.focused().setFocus()
        self._say()

    def _other_story(self, _opened: object) -> None:
        """Follow where the story was saved anew; leave where another one was opened."""
        story = self._room.session.article
        if self.shown and story is not None and story.id == self._story:
            self._window.story.show_view(self._made())
            self._look(0)
        else:
            self.leave()

    def _say(self) -> None:
        self._window.actions_[HISTORY].setChecked(self.shown)

    def _made(self) -> PastView:
        if self.view is None:
            from newsroom.gui.past.view import PastView

            view = self.view = PastView(self._window.wardrobe.palette, self._window.wardrobe.icons)
            view.left.connect(self.leave)
            view.list.chosen.connect(self.compare)
            view.bar.wanted.connect(self.compare)
            view.restore_asked.connect(self.restore)
            view.row_asked.connect(self.restore_row)
            view.snapshot_asked.connect(self.ask_name)
            view.report_asked.connect(self.ask_file)
        return self.view

    def _wear(self, palette: Palette) -> None:
        if self.view is not None:
            self.view.wear(palette)

    # Looking

    @property
    def busy(self) -> bool:
        """Tell whether something is still being read or drawn."""
        return self._reading is not None or (self.view is not None and self.view.sheet.busy)

    def _read(self, work: Callable[[], Any], done: Callable[[Any], None], *, soon: bool = False) -> None:
        if self._reading is not None:
            self._reading.cancel()
        start = self._room.tasks.glance if soon else self._room.tasks.read
        self._reading = start(work, done, self._fail)

    def _show(self, version: int, events: tuple[Event, ...]) -> None:
        """Show the timeline, then two of its versions, then whether the journal holds."""
        self._reading = None
        view, story = self._made(), self._room.session.article
        headline = story.headline if story else ""
        view.show_events(events, headline, self._desk.zone, self._desk.clock())
        pair = telling(events, version)
        if pair is None:
            self._prove()
        else:
            self.compare(*pair)

    def _show_two(self, seen: Seen) -> None:
        self._reading = None
        self._made().show_two(seen.two, seen.pictures)
        QTimer.singleShot(0, self, self._prove)

    def _fail(self, error: BaseException) -> None:
        self._reading = None
        self._made().tell(words_of(error))
        self._prove()

    def compare(self, first: int, second: int) -> None:
        """Lay two versions beside each other."""
        self._read(partial(_two, self._desk, self._story, first, second), self._show_two)

    # The way back

    def restore(self, version: int) -> None:
        """Bring the story back to a version, as its next one; the bar offers to undo it."""
        story = self._room.session.article
        if story is not None and story.id == self._story:
            self._write(partial(self._desk.history.restore, story, version))

    def restore_row(self, field: Compared, row: Row) -> None:
        """Bring one paragraph or field back."""
        story, two = self._room.session.article, self.view.two if self.view else None
        if story is not None and two is not None:
            self._write(partial(self._desk.history.restore_row, story, two, field, row))

    def _write(self, work: Callable[[], Saved]) -> None:
        self._room.tasks.write(work, self._kept, self._room.fail)

    def _kept(self, saved: Saved) -> None:
        self._show_changed(saved.changes)
        words = _("Kept as version {n}.", n=saved.article.version)
        self._window.notice.say("calm", words, ((_("Undo"), partial(self.undo, saved.changes)),))

    def undo(self, changes: Changes, _checked: bool = False) -> None:
        """Take back what was brought back, by one more version."""
        work = partial(self._desk.writing.undo, changes)
        self._room.tasks.write(work, self._show_changed, self._room.fail)

    def _show_changed(self, changes: Changes) -> None:
        """Show the open story as the library holds it now."""
        self._room.session.changed.emit(changes)
        story = self._room.session.article
        if story is not None and story.id in changes.stories:
            self._room.session.parting.reopen(story.id, forget=True)

    # Snapshots and reports

    def ask_name(self) -> None:
        """Ask what a snapshot of the open story shall be called."""
        question = LineQuestion(
            self._window,
            _("Keep a snapshot"),
            _("The text as it is now is kept under this name, and never thinned."),
            _("Keep"),
            needed=True,
        )
        question.ask(lambda name: self._room.session.save_then(partial(self.keep, name)))

    def keep(self, name: str) -> None:
        """Keep the open story under a name."""
        story = self._room.session.article
        if story is not None:
            self._write(partial(self._desk.history.snapshot, story, name))

    def ask_file(self) -> None:
        """Ask where the report goes."""
        story = self._room.session.article
        if story is None or not story.id:
            self._room.say("calm", _("Save the story first."))
            return
        kinds = ";;".join((_("Web page") + " (*.html)", "Word (*.docx)", "PDF (*.pdf)"))
        chooser = QFileDialog(self._window, _("Export as a report"), "", kinds)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix("html")
        chooser.selectFile(f"{story.slug or story.id}-{self._desk.clock():%Y-%m-%d}.html")
        chooser.fileSelected.connect(partial(self.report, story.id))
        chooser.open()

    def report(self, story: int, name: str) -> None:
        """Write the report of a story's history."""
        path = Path(name)
        said = _("The report is in {file}.", file=path.name)
        done = partial(self._reported, said)
        self._room.tasks.read(partial(self._desk.history.report, story, path), done, self._room.fail)

    def _reported(self, words: str, _losses: tuple[Message, ...]) -> None:
        self._room.say("calm", words)

    # Proof

    def _prove(self) -> None:
        """Verify the story's journal once what is looked at stands."""
        if self._proved_story != self._story:
            self._proved_story = self._story
            work = partial(self._desk.history.verify, self._story)
            self._room.tasks.read(work, self._verified, self._unproved)

    def _verified(self, found: tuple[Message, ...]) -> None:
        words = " ".join(map(tell, found)) or _("Journal verified, unchanged")
        self._made().tell_proof(words, "bad" if found else "muted")

    def _unproved(self, error: BaseException) -> None:
        self._made().tell_proof(words_of(error), "bad")

    def verify_all(self) -> None:
        """Verify the journals and versions of all stories."""
        if not self._verifying:
            self._verifying = True
            self._room.say("calm", _("The journal is being verified …"))
            self._room.tasks.read(self._desk.history.verify, self._proved, self._not_proved)

    def _proved(self, found: tuple[Message, ...]) -> None:
        self._verifying = False
        words = [tell(one) for one in found[:_SHOWN]]
        if len(found) > _SHOWN:
            words.append(ngettext("{n} more", "{n} more", len(found) - _SHOWN) + ".")
        unchanged = _("The journal was verified: nothing was changed from outside.")
        self._room.say("bad" if found else "calm", " ".join(words) or unchanged)

    def _not_proved(self, error: BaseException) -> None:
        self._verifying = False
        self._room.fail(error)

    # Care

    def thin(self) -> None:
        """Thin a page of idle stories, quietly, where this person may and nothing else is being written."""
        if not self._desk.library.read_only and not self._room.session.dirty:
            self._room.tasks.write(partial(_thin, self._desk), failed=lambda _error: None)


def _thin(desk: Desk) -> Thinning | None:
    try:
        return desk.history.thin(most=1)
    except NotAllowed:
        return None


def telling(events: Sequence[Event], version: int = 0) -> tuple[int, int] | None:
    """Give the two versions that tell most: since the approval, or the last change; None where none is kept."""
    kept = sorted(one for event in events for one in event.kept)
    if not kept:
        return None
    new = version if version in kept else kept[-1]
    approved = max((event.last for event in events if event.action == "approve"), default=0)
    before = [one for one in kept if one < new]
    return (approved if not version and approved in before else before[-1] if before else new), new


def _two(desk: Desk, story: int, first: int, second: int) -> Seen:
    two = desk.history.compare(story, first, second)
    assets = {asset for field in two.fields for pair in field.assets for asset in pair if asset}
    images = {asset: _image(desk, asset) for asset in sorted(assets)}
    return Seen(two, {asset: image for asset, image in images.items() if not image.isNull()})


def _image(desk: Desk, asset: str) -> QImage:
    data = desk.pictures.preview(asset, _WIDTH)
    return QImage.fromData(data) if data else QImage()
