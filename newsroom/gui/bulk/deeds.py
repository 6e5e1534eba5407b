"""What is done with many stories at once, from a bar or a menu: off the window's thread, with progress, undone as one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsroom.domain.workflow import State, Transition
from newsroom.gui.many import outcome, tone
from newsroom.gui.steps import QUESTIONS, REASONS
from newsroom.translation import _, ngettext, tell

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QMenu

    from newsroom.desk.moved import MoveReport
    from newsroom.desk.reports import Unwritten
    from newsroom.gui.many import Work
    from newsroom.gui.mover import Mover
    from newsroom.gui.room import Room
    from newsroom.gui.tasks import Task
    from newsroom.translation import Message

    Ids = Sequence[int]
    Offered = tuple[Mapping[State, Message | None], Mapping[Transition, Message | None]]

KEYWORDS_OFFERED = 500
FURTHER = (
    Transition.UNSCHEDULE,
    Transition.UPDATE,
    Transition.CORRECT,
    Transition.PUBLISH_ALONE,
    Transition.WITHDRAW,
)
"""Ways that are gone on purpose, beside those that lead to a state."""


class Deeds(QObject):
    """Offers and does what can be done with chosen stories, one thing at a time.

    A board or calendar has a mover of its own, whose moves Ctrl+Z takes back there: states and sections go by it.
    """

    def __init__(self, room: Room, parent: QObject, mover: Mover | None = None) -> None:
        super().__init__(parent)
        self._room, self._mover = room, mover

    # Sections

    def fill_sections(self, menu: QMenu, ids: Ids) -> None:
        """Offer the sections."""
        for place in self._room.window.sidebar.places():
            if place.filter and place.filter.section:
                name = place.filter.section
                menu.addAction(name).triggered.connect(partial(self.to_section, ids, name))

    def to_section(self, ids: Ids, name: str, _checked: bool = False) -> None:
        """Put stories into a section."""
        moving = self._room.desk.moving
        if self._mover is not None:
            self._mover.to_section(ids, name)
        else:
            self._run(ids, lambda progress, cancelled: moving.to_section(ids, name, progress, cancelled))

    # States

    def ask_states(self, ids: Ids, show: Callable[[Offered], None]) -> Task:
        """Find out where stories may go."""
        moving = self._room.desk.moving
        work = lambda: (moving.targets(ids), moving.ways(ids, FURTHER))  # noqa: E731 - one line says it
        return self._room.tasks.read(work, show, self._room.fail)

    def fill_states(self, menu: QMenu, ids: Ids, offered: Offered) -> None:
        """Offer the states, and apart from them the ways that are gone on purpose alone."""
        targets, ways = offered
        menu.setToolTipsVisible(True)
        for state, reason in targets.items():
            self._offer(menu, _(state.label), reason, partial(self._to_state, ids, state))
        menu.addSeparator()
        for way, reason in ways.items():
            self._offer(menu, _(way.label), reason, partial(self._ask_way, ids, way))
        words = _("Reserve copy: take the publish time away")
        self._offer(menu, words, None, partial(self._to_reserve, ids))

    def _offer(self, menu: QMenu, words: str, reason: Message | None, act: Callable[..., None]) -> None:
        entry = menu.addAction(words)
        entry.setEnabled(reason is None)
        entry.setToolTip(tell(reason) if reason else "")
        entry.triggered.connect(act)

    def _ask_way(self, ids: Ids, way: Transition, _checked: bool = False) -> None:
        """Ask for the reason that a way needs, or go it at once."""
        if way not in REASONS:
            self._along(ids, way)
            return
        from newsroom.gui.dialogs.line_question import LineQuestion

        title = _(way.label).removesuffix(" …")
        words = f"{_(QUESTIONS[way])} {_('The reason is kept in the history of each story.')}"
        LineQuestion(self._room.window, title, words, title, needed=True).ask(partial(self._along, ids, way))

    def _along(self, ids: Ids, way: Transition, note: str = "") -> None:
        moving = self._room.desk.moving
        self._run(ids, lambda progress, cancelled: moving.along(ids, way, note, progress, cancelled))

    def _to_reserve(self, ids: Ids, _checked: bool = False) -> None:
        moving = self._room.desk.moving
        self._run(ids, lambda progress, cancelled: moving.to_reserve(ids, progress, cancelled))

    def _to_state(self, ids: Ids, state: State, _checked: bool = False) -> None:
        if self._mover is not None:
            self._mover.to_state(ids, state)
        elif state in {State.RETURNED, State.WITHDRAWN}:
            self._ask_reason(ids, state)
        else:
            self._move(ids, state, "")

    def _ask_reason(self, ids: Ids, state: State) -> None:
        from newsroom.gui.dialogs.line_question import LineQuestion

        words = _("The reason is kept in the history of each story.")
        question = LineQuestion(self._room.window, _(state.label), words, _("Change"), needed=True)
        question.ask(partial(self._move, ids, state))

    def _move(self, ids: Ids, state: State, note: str) -> None:
        moving = self._room.desk.moving
        self._run(ids, lambda progress, cancelled: moving.to_state(ids, state, note, progress, cancelled))

    # Keywords and the trash

    def ask_keywords(self, ids: Ids) -> None:
        """Ask which keywords stories shall get and lose."""
        known = partial(self._room.desk.library.house.keywords, "", KEYWORDS_OFFERED)
        self._room.tasks.read(known, partial(self._offer_keywords, ids), self._room.fail)

    def _offer_keywords(self, ids: Ids, known: tuple[str, ...]) -> None:
        from newsroom.gui.bulk.keywords import KeywordsDialog

        dialog = KeywordsDialog(len(ids), known, self._room.window)
        dialog.decided.connect(partial(self._tag, ids))
        dialog.open()

    def _tag(self, ids: Ids, add: tuple[str, ...], remove: tuple[str, ...]) -> None:
        moving = self._room.desk.moving
        self._run(ids, lambda progress, cancelled: moving.keywords(ids, add, remove, progress, cancelled))

    def trash(self, ids: Ids) -> None:
        """Put stories into the trash, or take them out of it where it is shown."""
        moving = self._room.desk.moving
        work = moving.from_trash if self._room.browsing.in_trash else moving.to_trash
        self._room.session.close_one_of(ids)
        self._run(ids, lambda progress, cancelled: work(ids, progress, cancelled))

    # What is done

    def _run(self, ids: Ids, work: Work) -> None:
        if ids:
            self._room.many.run(work, len(ids), self._done)

    def _done(self, report: MoveReport) -> None:
        self._room.apply(report.changes)
        ways: list[tuple[str, Callable[[], None]]] = []
        if report.changes.inverse:
            ways.append((_("Undo"), self._room.window.actions_["undo-library"].trigger))
        if report.refused:
            ways.append((_("Which ones …"), partial(self._list_refused, report.refused)))
        words = ngettext("{n} story changed.", "{n} stories changed.", len(report.moved))
        self._room.window.notice.say(tone(report), outcome(report, words), tuple(ways))

    def _list_refused(self, refused: tuple[Unwritten, ...]) -> None:
        cards = partial(self._room.desk.library.lists.cards_of, [one.id for one in refused])
        self._room.tasks.read(
            lambda: {card.id: card.headline for card in cards()},
            partial(self._show_refused, refused),
            self._room.fail,
        )

    def _show_refused(self, refused: tuple[Unwritten, ...], headlines: Mapping[int, str]) -> None:
        from newsroom.gui.bulk.refused import RefusedDialog

        dialog = RefusedDialog(refused, headlines, self._room.window)
        dialog.opened.connect(self._room.session.open)
        dialog.open()
