"""How the open story stands to its approval, said over its text at once; marks on cards; the list of second eyes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsroom.domain.reader import reader_hash
from newsroom.domain.workflow import State
from newsroom.gui.browser.places import Place
from newsroom.gui.browser.times import near
from newsroom.gui.review.marked import Marked, left_words
from newsroom.gui.review.stand_bar import StandBar
from newsroom.gui.throttle import AfterPause
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from newsroom.desk import Desk
    from newsroom.domain.approved import Approval
    from newsroom.domain.article import Article
    from newsroom.domain.changeset import Changes
    from newsroom.gui.desk_views import DeskViews
    from newsroom.gui.review.eyes_dialog import EyesDialog
    from newsroom.gui.review.feature import Reviews
    from newsroom.gui.room import Room

_REST = 120
_READY = frozenset({State.APPROVED, State.SCHEDULED})
EYES = "second-eyes"


@dataclass(frozen=True, slots=True)
class Stand:
    """The approval that a story lost, or nothing."""

    uid: str
    lost: Approval | None = None


class Standings(QObject):
    """Keeps the line over the story, the marks on cards and the row of second eyes right."""

    def __init__(self, room: Room, reviews: Reviews, views: DeskViews) -> None:
        super().__init__(room.session)
        self._room, self._reviews, self._views = room, reviews, views
        self._lost: Approval | None = None
        self.dialog: EyesDialog | None = None
        self.bar = StandBar(room.window.wardrobe.icons)
        self.marked = Marked(room.desk, room.tasks, self)
        self._typed = AfterPause(self._look_at_page, _REST, self)
        room.window.story.add_bar(self.bar)
        room.window.stories.mark_with(self.marked)
        views.mark_with(self.marked)
        self._connect()
        self.marked.look()

    def _connect(self) -> None:
        session, marked = self._room.session, self.marked
        self.bar.asked.connect(self._reviews.show)
        marked.changed.connect(self._room.window.stories.cards.viewport().update)
        marked.changed.connect(self._views.repaint)
        marked.due_changed.connect(self._show_due)
        self._reviews.looked.connect(marked.look)
        session.opened.connect(self._ask)
        session.renewed.connect(self._ask)
        session.closed.connect(self._forget)
        self._room.proofs.judged.connect(self._count)
        session.touched.connect(self._typed.ask)
        session.changed.connect(self._heard)
        self._room.browsing.counted.connect(marked.look)
        self._room.browsing.counted.connect(marked.refresh)
        self._room.browsing.view_asked.connect(self._asked_view)

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Give what its actions do."""
        return {EYES: self.show_due}

    # The open story

    def _forget(self) -> None:
        self._lost = None
        self.bar.say("warn", "", "")

    def apply(self, changes: Changes) -> None:
        """Ask for the marks anew where something was changed, by whatever part of the window."""
        if changes:
            self.marked.refresh()

    def _heard(self, _changes: Changes) -> None:
        self.marked.look()

    def _ask(self, _opened: object) -> None:
        story = self._room.session.article
        if story is not None and story.id:
            self._room.tasks.read(partial(_stand, self._room.desk, story), self._take)
        else:
            self._forget()

    def _take(self, stand: Stand) -> None:
        story = self._room.session.article
        if story is not None and story.uid == stand.uid:
            self._lost = stand.lost
            self._say()

    def _count(self) -> None:
        self._room.window.top.count_open(self._room.proofs.required)

    def _look_at_page(self) -> None:
        """Say at once that what is typed ends the approval."""
        story = self._room.session.article
        if story is not None and story.state in _READY:
            self._say()

    def _say(self) -> None:
        story, now, zone = self._room.session.article, self._room.desk.clock(), self._room.desk.zone
        if story is None:
            return
        look = self.marked.due.get(story.id)
        if look is not None:
            words = _("{name} published this alone. {left}.", name=look.by, left=left_words(look.due, now))
            self.bar.say("bad" if self.marked.late(look) else "warn", words, _("Look at it"))
        elif self._lost is not None:
            words = _(
                "The approval by {name} ({time}, version {n}) is void: the text was changed after it.",
                name=self._lost.person,
                time=near(self._lost.time, now, zone),
                n=self._lost.version,
            )
            self.bar.say("bad", words, _("What changed since"))
        elif story.state in _READY and self._room.session.dirty and _differs(self._room.session.current()):
            words = _("With this change the approval by {name} is void as soon as it is saved.")
            self.bar.say("warn", words.replace("{name}", story.approved_by), _("What changed since"))
        else:
            self.bar.say("warn", "", "")

    # Second eyes

    def _asked_view(self, view: str) -> None:
        if view == EYES:
            self._room.window.sidebar.choose(self._room.browsing.place.key, tell=False)
            self.show_due()

    def _show_due(self) -> None:
        due = self.marked.due
        row = (Place(EYES, _("Second eyes due"), count=len(due), view=EYES),) if due else ()
        self._room.browsing.put_eyes(row)
        if self.dialog is not None:
            self.dialog.show_due(tuple(due.values()), self._room.desk.clock())
        self._say()

    def show_due(self) -> None:
        """Show the stories that second eyes must look at."""
        from newsroom.gui.review.eyes_dialog import EyesDialog

        if self.dialog is None:
            self.dialog = EyesDialog(self._room.window)
            self.dialog.asked.connect(self._reviews.open)
            self.dialog.finished.connect(self._closed)
        self.dialog.show_due(tuple(self.marked.due.values()), self._room.desk.clock())
        self.dialog.open()
        self.marked.look()

    def _closed(self, _result: int) -> None:
        self.dialog = None


def _differs(article: Article) -> bool:
    return reader_hash(article) != article.approved_hash


def _stand(desk: Desk, story: Article) -> Stand:
    """Look whether a story lost its approval, and which."""
    cards = desk.library.lists.cards_of((story.id,))
    if not desk.reviewing.voided(cards):
        return Stand(story.uid)
    given = [one for one in desk.approval.approvals(story.id) if one.grade.binds]
    return Stand(story.uid, given[-1] if given else None)
