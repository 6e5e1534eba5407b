"""What the window does about like stories: with the open one, and quietly for the whole library."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsroom.domain.lookalike import Verdict
from newsroom.gui.throttle import AfterPause
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from newsroom.desk.doubles import Decided
    from newsroom.domain.article import Article
    from newsroom.domain.lookalike import Lookalike
    from newsroom.gui.doubles.deciding import Deciding
    from newsroom.gui.room import Room
    from newsroom.gui.tasks import Task
    from newsroom.gui.views.beside import Beside

_REST = 1_500
FEW = 400
"""So many stories are looked at without being asked to; more wait for the view, which shows how far it is."""


class DoublesFeature(QObject):
    """Compares, opens beside, decides; keeps the count in the sidebar right."""

    def __init__(self, room: Room, beside: Beside, deciding: Deciding) -> None:
        super().__init__(room.window)
        self._room, self._beside, self._deciding = room, beside, deciding
        self._task: Task | None = None
        self._first = True
        self._quietly = AfterPause(self._count, _REST, self)
        panel = room.window.panel.lookalikes
        panel.beside.connect(beside.open)
        panel.compared.connect(self._compare)
        panel.decided.connect(self._decide)
        panel.taken_back.connect(deciding.take_back)
        room.proofs.compare_asked.connect(self._compare)
        room.proofs.beside_asked.connect(beside.open)
        room.proofs.judged.connect(self._read_decided)
        room.session.closed.connect(lambda: self._show_decided(()))
        room.browsing.counted.connect(self._quietly.ask)

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Give what the actions do."""
        return {"compare-like": self._compare_likest, "beside-like": self._open_likest}

    # The open story

    def _likest(self) -> Lookalike | None:
        likes = [one for one in self._room.proofs.likes if not one.private]
        if not likes:
            self._room.say("calm", _("No story of the library is like this one."))
        return likes[0] if likes else None

    def _compare_likest(self) -> None:
        like = self._likest()
        if like is not None:
            self._compare(like.id)

    def _open_likest(self) -> None:
        like = self._likest()
        if like is not None:
            self._beside.open(like.id)

    def open_both(self, story: int, other: int) -> None:
        """Open a story, and one that it is like beside it."""
        self._room.session.open(story)
        self._beside.open(other)

    def _compare(self, story: int) -> None:
        from newsroom.gui.doubles.comparing import CompareAlike

        like = next((one for one in self._room.proofs.likes if one.id == story), None)
        if like is None or self._room.session.article is None:
            return
        dialog = CompareAlike(self._room, self._room.window)
        ways: list[tuple[str, Callable[[], None]]] = [(_("Beside"), partial(self._beside.open, story))]
        if self._room.session.writable:
            ways += [
                (_("Not a duplicate"), partial(self._decide, like, Verdict.NOT_A_DUPLICATE)),
                (_("Update of it"), partial(self._decide, like, Verdict.UPDATE_OF)),
            ]
        dialog.offer(ways)
        dialog.show_like(self._room.session.current(), like)
        dialog.open()

    def _decide(self, like: Lookalike, kind: Verdict) -> None:
        """Keep what was decided, after the story itself is kept."""
        session = self._room.session

        def go_on() -> None:
            if session.article is not None:
                self._deciding.decide(session.article.uid, like.uid, kind)

        session.save_then(go_on)

    def _read_decided(self) -> None:
        story = self._room.session.article
        if story is not None:
            work = partial(self._room.desk.doubles.decided, story.uid)
            self._room.tasks.read(work, partial(self._show_of, story))

    def _show_of(self, story: Article, told: tuple[Decided, ...]) -> None:
        shown = self._room.session.article
        if shown is not None and shown.uid == story.uid:
            self._show_decided(told)

    def _show_decided(self, told: tuple[Decided, ...]) -> None:
        writable = not self._room.desk.library.read_only
        self._room.window.panel.lookalikes.show_decided(told, self._room.desk.zone, writable=writable)

    # The whole library, quietly

    def _count(self) -> None:
        self._room.tasks.read(self._room.desk.doubles.waiting, self._counted)

    def _counted(self, waiting: int) -> None:
        first = self._first
        self._first = False
        if 0 < waiting <= FEW and self._task is None and not self._room.desk.library.read_only:
            search = self._room.desk.doubles.search
            self._task = self._room.tasks.long(
                lambda task: search(None, task.cancelled), self._looked, self._ended
            )
        elif first:
            self._show_count()

    def _looked(self, _whole: bool) -> None:
        self._task = None
        self._room.window.stories.model.refresh()
        self._show_count()

    def _show_count(self) -> None:
        count = self._room.desk.doubles.count
        self._room.tasks.read(lambda: count()[0], self._room.browsing.put_doubles)

    def _ended(self, _error: BaseException) -> None:
        """Leave it to the next time; whatever is wrong with the library is told by what a person does."""
        self._task = None
