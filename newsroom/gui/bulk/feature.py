"""What is done with many stories at once: off the window's thread, with progress, undone as one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from newsroom.domain.workflow import State, Transition
from newsroom.gui.bulk.bar import BulkBar
from newsroom.gui.many import outcome, tone
from newsroom.gui.steps import QUESTIONS, REASONS
from newsroom.translation import _, ngettext, tell

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QPushButton

    from newsroom.desk.moved import MoveReport
    from newsroom.desk.reports import Unwritten
    from newsroom.gui.browser.cards import ManyRows
    from newsroom.gui.browser.choice import Choice
    from newsroom.gui.browser.places import Place
    from newsroom.gui.many import Work
    from newsroom.gui.room import Room
    from newsroom.translation import Message

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


class Bulk(QObject):
    """Keeps the bar of a list right and does what it asks for, one thing at a time."""

    def __init__(self, room: Room, choice: Choice, rows: ManyRows, *, wide: bool = False) -> None:
        super().__init__(rows)
        self._room, self._choice, self._rows = room, choice, rows
        self.bar = BulkBar(wide=wide)
        choice.changed.connect(self._show)
        choice.failed.connect(room.fail)
        self.bar.section_asked.connect(self._offer_sections)
        self.bar.state_asked.connect(self._ask_states)
        self.bar.keywords_asked.connect(self._ask_keywords)
        self.bar.export_asked.connect(room.window.actions_["export"].trigger)
        self.bar.trash_asked.connect(self._trash)
        self.bar.left.connect(self._leave)

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Answer no action: the bar asks."""
        return {}

    # What is chosen

    def _show(self) -> None:
        self.bar.show_choice(
            self._choice,
            trash=self._room.browsing.in_trash,
            keeping=not self._room.desk.library.read_only,
        )

    def _leave(self) -> None:
        self._rows.setCurrentIndex(self._rows.currentIndex())
        self._rows.setFocus()

    def _ids(self) -> Sequence[int]:
        return self._choice.ids

    # What is asked

    def _offer_sections(self) -> None:
        menu = QMenu(self.bar)
        for place in self._room.window.sidebar.places():
            if place.filter and place.filter.section:
                name = place.filter.section
                menu.addAction(name).triggered.connect(partial(self._to_section, name))
        self._popup(menu, self.bar.section)

    def take(self, place: Place) -> None:
        """Put what is chosen into the section onto which it was dropped."""
        if place.filter is not None:
            self._to_section(place.filter.section)

    def _to_section(self, name: str, _checked: bool = False) -> None:
        ids, moving = self._ids(), self._room.desk.moving
        self._run(lambda progress, cancelled: moving.to_section(ids, name, progress, cancelled))

    def _ask_states(self) -> None:
        moving, ids = self._room.desk.moving, self._ids()
        work = lambda: (moving.targets(ids), moving.ways(ids, FURTHER))  # noqa: E731 - one line says it
        self._room.tasks.read(work, self._offer_states, self._room.fail)

    def _offer_states(self, offered: Offered) -> None:
        """Offer the states, and apart from them the ways that are gone on purpose alone."""
        targets, ways = offered
        menu = QMenu(self.bar)
        menu.setToolTipsVisible(True)
        for state, reason in targets.items():
            self._offer(menu, _(state.label), reason, partial(self._to_state, state))
        menu.addSeparator()
        for way, reason in ways.items():
            self._offer(menu, _(way.label), reason, partial(self._ask_way, way))
        self._offer(menu, _("Reserve copy: take the publish time away"), None, self._to_reserve)
        self._popup(menu, self.bar.state)

    def _offer(self, menu: QMenu, words: str, reason: Message | None, act: Callable[..., None]) -> None:
        entry = menu.addAction(words)
        entry.setEnabled(reason is None)
        entry.setToolTip(tell(reason) if reason else "")
        entry.triggered.connect(act)

    def _ask_way(self, way: Transition, _checked: bool = False) -> None:
        """Ask for the reason that a way needs, or go it at once."""
        if way not in REASONS:
            self._along(way)
            return
        from newsroom.gui.dialogs.line_question import LineQuestion

        title = _(way.label).removesuffix(" …")
        words = f"{_(QUESTIONS[way])} {_('The reason is kept in the history of each story.')}"
        LineQuestion(self._room.window, title, words, title, needed=True).ask(partial(self._along, way))

    def _along(self, way: Transition, note: str = "") -> None:
        ids, moving = self._ids(), self._room.desk.moving
        self._run(lambda progress, cancelled: moving.along(ids, way, note, progress, cancelled))

    def _to_reserve(self, _checked: bool = False) -> None:
        ids, moving = self._ids(), self._room.desk.moving
        self._run(lambda progress, cancelled: moving.to_reserve(ids, progress, cancelled))

    def _to_state(self, state: State, _checked: bool = False) -> None:
        if state in {State.RETURNED, State.WITHDRAWN}:
            self._ask_reason(state)
        else:
            self._move(state, "")

    def _ask_reason(self, state: State) -> None:
        from newsroom.gui.dialogs.line_question import LineQuestion

        words = _("The reason is kept in the history of each story.")
        question = LineQuestion(self._room.window, _(state.label), words, _("Change"), needed=True)
        question.ask(partial(self._move, state))

    def _move(self, state: State, note: str) -> None:
        ids, moving = self._ids(), self._room.desk.moving
        self._run(lambda progress, cancelled: moving.to_state(ids, state, note, progress, cancelled))

    def _ask_keywords(self) -> None:
        known = partial(self._room.desk.library.house.keywords, "", KEYWORDS_OFFERED)
        self._room.tasks.read(known, self._offer_keywords, self._room.fail)

    def _offer_keywords(self, known: tuple[str, ...]) -> None:
        from newsroom.gui.bulk.keywords import KeywordsDialog

        dialog = KeywordsDialog(len(self._ids()), known, self._room.window)
        dialog.decided.connect(self._tag)
        dialog.open()

    def _tag(self, add: tuple[str, ...], remove: tuple[str, ...]) -> None:
        ids, moving = self._ids(), self._room.desk.moving
        self._run(lambda progress, cancelled: moving.keywords(ids, add, remove, progress, cancelled))

    def _trash(self) -> None:
        ids, moving = self._ids(), self._room.desk.moving
        work = moving.from_trash if self._room.browsing.in_trash else moving.to_trash
        self._room.session.close_one_of(ids)
        self._run(lambda progress, cancelled: work(ids, progress, cancelled))

    def _popup(self, menu: QMenu, under: QPushButton) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(under.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    # What is done

    def _run(self, work: Work) -> None:
        if self._ids():
            self._room.many.run(work, len(self._ids()), self._done)

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


def of_list(room: Room) -> Bulk:
    """Give the bar under the list of cards, which stories are dragged from too."""
    stories = room.window.stories
    bulk = Bulk(room, stories.choice, stories.cards)
    stories.add_foot(bulk.bar)
    room.browsing.moved.connect(stories.choice.changed)
    room.window.sidebar.dropped.connect(bulk.take)
    return bulk
