"""The open story: opening, keeping what is typed, saving, and what happens when somebody was quicker."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from newsroom.domain.errors import EditedElsewhere, Embargoed, LibraryAway, NotAllowed, WrongValue
from newsroom.domain.reader import reader_hash
from newsroom.domain.workflow import State, Transition
from newsroom.gui.faults import words_of
from newsroom.gui.parting import Parting
from newsroom.gui.story_work import Opened, Ordered, facts, keep, load, moved
from newsroom.gui.throttle import AfterPause
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from newsroom.desk import Desk
    from newsroom.desk.editing import Holder
    from newsroom.domain.article import Article
    from newsroom.domain.listing import Draft, Saved
    from newsroom.gui.editor.pane import EditorPane
    from newsroom.gui.panels.publication import Publication
    from newsroom.gui.tasks import Task, Tasks

ON_THE_PAGE = ("kicker", "headline", "subheadline", "lead", "body", "notes", "changes")
CLOSED = frozenset({State.PUBLISHED, State.WITHDRAWN})
_SECOND = 1000


class StorySession(QObject):
    """Knows the open story; everything slow happens on the threads of `Tasks`."""

    wanted = Signal()
    """A story shall be opened; it may be the one that is open."""
    opened = Signal(object)
    renewed = Signal(object)
    closed = Signal()
    touched = Signal()
    kept = Signal(object)
    sheltered = Signal(object)
    """The text is kept on this computer, for the library's server is away."""
    changed = Signal(object)
    told = Signal(str, str, object)
    conflicted = Signal(object)
    """A save came too late; brings the story as it is here."""
    barred = Signal(object, object)
    """A way could not be gone: why, and what was ordered."""
    moved = Signal(object, object)
    """A way was gone: what was ordered, and the story as it was kept."""
    rescue_asked = Signal()
    """The library could not take the text, which shall be kept elsewhere."""

    def __init__(
        self, desk: Desk, tasks: Tasks, editor: EditorPane, publication: Publication, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks
        self._editor, self._publication = editor, publication
        self._base: Article | None = None
        self._zone = desk.zone
        self._edits = 0
        self._kept_edits = 0
        self._sent = 0
        self._missed = False
        self._holder: Holder | None = None
        self._opening: Task | None = None
        self._coming = 0
        self.reviewed: Article | None = None
        """The version that is looked at in a review: it is moved, and no other."""
        self.parting = Parting(self, desk, tasks)
        self._drafts = AfterPause(self.keep_draft, _SECOND, self, limit=_SECOND)
        editor.edited.connect(self._edited)
        editor.headline_edited.connect(publication.further.suggest)
        publication.changed.connect(self._edited)

    # What is open

    @property
    def article(self) -> Article | None:
        """Give the open story as it was opened or last saved."""
        return self._base

    @property
    def coming(self) -> int:
        """Give the story that is being opened, 0 where none is."""
        return self._coming if self._opening is not None else 0

    @property
    def writable(self) -> bool:
        """Tell whether the open story's text may be changed."""
        story = self._base
        if story is None or self._desk.library.read_only or story.trashed or self._holder is not None:
            return False
        return story.state not in CLOSED and not story.body.read_only

    @property
    def holder(self) -> Holder | None:
        """Give who edits the open story in another window, so that it is only read here."""
        return self._holder

    @property
    def dirty(self) -> bool:
        """Tell whether something was changed since the last save."""
        return self._edits != self._kept_edits

    @property
    def sending(self) -> bool:
        """Tell whether a save of the open story is on its way."""
        return self._sent > 0

    def current(self) -> Article:
        """Give the open story as it stands on the page and in the fields."""
        assert self._base is not None
        page = self._editor.article()
        written = {name: getattr(page, name) for name in ON_THE_PAGE}
        fields: dict[str, Any] = self._publication.fields() if self.writable else {}
        return replace(self._base, **written, **fields)

    def meant(self) -> Article | None:
        """Give the story that would go on: in a review what is read, else as it stands with the times just typed."""
        if self._base is None or self.reviewed is not None:
            return self.reviewed
        self._publication.settle()
        return self.current()

    def set_zone(self, zone: str) -> None:
        """Show times in another zone, from the next story on and in the open one where it was left alone."""
        if zone != self._zone:
            self._zone = zone
            if self._base is not None and not self.dirty:
                self._publication.show_story(self._base, zone, read_only=not self.writable)

    # Opening and leaving

    def open(self, story: int) -> None:
        """Open a story, after what was open is saved."""
        self.wanted.emit()
        if self._base is not None and self._base.id == story:
            return
        self.leave()
        if self._opening is not None:
            self._opening.cancel()
        self._coming = story
        self._opening = self._tasks.read(partial(load, self._desk, story), self.take, self.fail)

    def begin(self, new: Callable[[], Article] | None = None) -> None:
        """Open a new story: an empty one, or what is given."""
        self.leave()
        self._tasks.read(new or self._desk.writing.new, self._take_new, self.fail)

    def _take_new(self, article: Article) -> None:
        self.take(Opened(article, self._ways_of_new(article)))

    def _ways_of_new(self, article: Article) -> tuple[Transition, ...]:
        return tuple(way for way in self._desk.approval.possible(article) if way is Transition.SUBMIT)

    def resume(self, draft: Draft, story: Article) -> None:
        """Open a story with what a draft has, unsaved, so that saving keeps it; the draft becomes our own."""
        self.leave()
        self.go_on(story)
        self._tasks.write(partial(self._desk.writing.adopt, draft, story), failed=self.fail)

    def go_on(self, story: Article) -> None:
        """Open a story as it is here, unsaved."""
        self.take(Opened(story, () if story.id else self._ways_of_new(story)))
        self._renew()
        self._edited()

    def take(self, opened: Opened) -> None:
        """Show a story as it was read; nothing of it is touched yet."""
        self._opening = None
        self._base = opened.article
        self._holder = opened.holder
        self._edits = self._kept_edits = 0
        self._missed = False
        self._show()
        self.opened.emit(opened)
        if opened.article.trashed:
            self.told.emit("calm", _("This story lies in the trash. Restore it to change it."), ())

    def _show(self) -> None:
        assert self._base is not None
        self._editor.set_article(self._base, read_only=not self.writable)
        self._publication.show_story(self._base, self._zone, read_only=not self.writable)

    def leave(self) -> None:
        """Save what was changed and let go of the story; an empty new one leaves nothing behind."""
        self._drafts.forget()
        if self._base is None:
            return
        self._publication.settle()
        if self.dirty and not (self._base.id == 0 and self._editor.empty):
            self._send(self.current(), leaving=True)
        self._base = None

    def let_go(self) -> None:
        """Let go of the open story without saving it."""
        self._drafts.forget()
        self._base = None

    def close(self) -> None:
        """Leave and show that nothing is open."""
        self.leave()
        self.closed.emit()

    # Keeping

    def close_one_of(self, stories: Collection[int]) -> None:
        """Close the open story where it is one of these, and open none of them that is on its way."""
        if self._opening is not None and self._coming in stories:
            self._opening.cancel()
            self._opening = None
        if self._base is not None and self._base.id in stories:
            self.close()

    def _edited(self) -> None:
        if self._base is None:
            return
        self._edits += 1
        self._drafts.ask()
        self.touched.emit()

    def keep_draft(self) -> None:
        """Keep what is unsaved as a draft."""
        if self._base is not None and self.dirty:
            self._tasks.write(
                partial(self._desk.writing.autosave, self.current()), self._draft_kept, self.fail
            )

    def _draft_kept(self, by_library: bool) -> None:
        (self.kept if by_library else self.sheltered).emit(datetime.now(UTC))

    def catch_up(self) -> None:
        """Bring to the library what it could not take while its server was away."""
        if self._base is None or not self.dirty:
            return
        if self._missed:
            self.save()
        else:
            self.keep_draft()

    def save(self) -> None:
        """Save the story as its next version, where something was changed or it is new."""
        self._publication.settle()
        if self._base is not None and self.writable and (self.dirty or not self._base.id):
            self._drafts.forget()
            self._send(self.current(), leaving=False)

    def save_then(self, go_on: Callable[[], None]) -> None:
        """Save what was changed, and go on once it is kept; at once where nothing was."""
        self._publication.settle()
        if self._base is None or not (self.dirty and self.writable):
            go_on()
            return
        self._drafts.forget()
        self._send(self.current(), leaving=False, go_on=go_on)

    def _send(self, article: Article, *, leaving: bool, go_on: Callable[[], None] | None = None) -> None:
        edits = self._edits
        self._sent += 1
        self._tasks.write(
            partial(keep, self._desk, article, safely=leaving),
            partial(self._saved, edits, leaving, go_on),
            partial(self._not_saved, article),
        )

    def _saved(self, edits: int, leaving: bool, go_on: Callable[[], None] | None, saved: Saved) -> None:
        self._sent -= 1
        self.changed.emit(saved.changes)
        if leaving or self._base is None or self._base.uid != saved.article.uid:
            return
        self._kept_edits = edits
        self._missed = False
        self._base = saved.article
        self._editor.update_fields(saved.article)
        self._publication.show_saved(saved.article)
        self.kept.emit(datetime.now(UTC))
        self._renew()
        if go_on is not None:
            go_on()

    def ask_ways(self) -> None:
        """Ask again what may be done with the open story, after it was out of sight."""
        self._renew()

    def ask_anew(self) -> None:
        """Show the open story as the library holds it now, where nothing was changed here."""
        if self._base is not None and self._base.id and not self.dirty:
            self._tasks.read(partial(load, self._desk, self._base.id), self.take, self.fail)

    def _renew(self) -> None:
        """Ask again what may be done with the story, without touching its text."""
        if self._base is not None and self._base.id:
            self._tasks.read(partial(facts, self._desk, self._base), self._renewed)

    def _renewed(self, opened: Opened) -> None:
        if self._base is not None and self._base.uid == opened.article.uid:
            self.renewed.emit(opened)

    # Moving on

    def move(self, way: Transition, note: str = "", at: datetime | None = None, override: str = "") -> None:
        """Take the story along a way, as it stands; in a review, exactly the version that is read."""
        self.go(Ordered(way, note, at, override))

    def go(self, ordered: Ordered) -> None:
        """Take the story where it was ordered."""
        article = self.meant()
        if article is None:
            return
        misread = "" if self.reviewed else self._publication.misread()
        if misread:
            words = _("“{field}” is not understood. Mend it or empty it, then go on.", field=misread)
            self.told.emit("warn", words, ())
            return
        self._drafts.forget()
        seen = reader_hash(article) if self.reviewed else ""
        self._sent += 1
        self._tasks.write(
            partial(moved, self._desk, article, ordered, seen),
            partial(self._moved, ordered),
            partial(self._not_moved, article, ordered),
        )

    def _not_moved(self, article: Article, ordered: Ordered, error: BaseException) -> None:
        """Leave what a person can mend to who asks for it; all else is as where a save failed."""
        late = isinstance(error, EditedElsewhere) and (self.reviewed is not None or not self.dirty)
        if late or isinstance(error, NotAllowed | Embargoed | WrongValue):
            self._sent -= 1
            if self.dirty:
                self._drafts.ask()
            self.barred.emit(error, ordered)
        else:
            self._not_saved(article, error)

    def _moved(self, ordered: Ordered, saved: Saved) -> None:
        self._sent -= 1
        self.reviewed = None
        self.moved.emit(ordered, saved.article)
        self.changed.emit(saved.changes)
        if self._base is not None and self._base.uid == saved.article.uid:
            self._tasks.read(partial(facts, self._desk, saved.article), self.take)

    def amend(self, change: Callable[[Article], Article]) -> None:
        """Change the story by a use case, such as dismissing a finding; its text is shown anew if it changed."""
        if self._base is None or not self.writable:
            return
        before = self.current()
        after = change(before)
        self._base = after
        if after.body != before.body or after.headline != before.headline:
            self._show()
        else:
            self._editor.update_fields(after)
        self._edited()

    # What goes wrong

    def fail(self, error: BaseException) -> None:
        """Say what went wrong; what is unsaved can be tried again or kept elsewhere."""
        ways = ((_("Try again"), self.save), (_("Save elsewhere …"), self.rescue_asked.emit))
        self.told.emit("bad", words_of(error), ways if self.dirty else ())

    def _not_saved(self, article: Article, error: BaseException) -> None:
        self._sent -= 1
        if self._base is not None and self._base.uid == article.uid:
            self._drafts.ask()  # the save took its place, and did not happen
            self._missed = isinstance(error, LibraryAway)
        if isinstance(error, LibraryAway):  # the window says so once, and saves when the server is back
            self.sheltered.emit(datetime.now(UTC))
            return
        if not isinstance(error, EditedElsewhere):
            self.fail(error)
            return
        self.conflicted.emit(article)
