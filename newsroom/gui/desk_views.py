"""Ways to see the desk: the list with a story, columns, the board by state, the calendar, the library's doubles."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QPoint, Signal

from newsroom.desk.agenda import Asked
from newsroom.domain.changeset import Changes, Touched
from newsroom.gui.board.dress import Dress
from newsroom.gui.bulk.deeds import Deeds
from newsroom.gui.bulk.menu import StoryMenu
from newsroom.gui.doubles.deciding import Deciding
from newsroom.gui.mover import Mover
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from newsroom.domain.card import Section
    from newsroom.gui.board.board import Board
    from newsroom.gui.calendar.calendar import Calendar
    from newsroom.gui.doubles.view import DoublesView
    from newsroom.gui.planning.edition_view import EditionView
    from newsroom.gui.planning.notices_view import NoticesView
    from newsroom.gui.planning.plan_view import PlanView
    from newsroom.gui.review.marked import Marked
    from newsroom.gui.room import Room
    from newsroom.gui.table.view import Table
    from newsroom.gui.theme.tokens import Palette

    View = Board | Calendar | DoublesView | Table | PlanView | EditionView | NoticesView

LIST, BOARD, CALENDAR, DOUBLES = "view-list", "view-board", "view-calendar", "view-doubles"
TABLE = "view-table"
PLAN, EDITIONS, NOTICES = "view-plan", "view-editions", "view-notices"
VIEWS = (LIST, BOARD, CALENDAR, DOUBLES, TABLE, PLAN, EDITIONS, NOTICES)
OF_NO_PLACE = {DOUBLES: "doubles", PLAN: "plan", EDITIONS: "editions", NOTICES: "notices"}
"""Views that show the same wherever one comes from, each with its own row of the sidebar."""


class DeskViews(QObject):
    """Shows one of the views, and leads back to where one was."""

    chosen = Signal()
    """Other stories are chosen in a view, or another view is shown."""
    export_asked = Signal(object)
    review_asked = Signal(int)
    """The stories of an edition shall go out, in this order."""

    def __init__(self, room: Room) -> None:
        super().__init__(room.session)
        self._room, self._window = room, room.window
        self._dress = Dress(
            self._window.wardrobe.palette, self._window.wardrobe.icons, room.desk.clock, room.desk.zone
        )
        self.mover = Mover(room)
        self.menu = StoryMenu(room, Deeds(room, self, self.mover))
        self.menu.review_asked.connect(self._review)
        self.deciding = Deciding(room)
        self._views: dict[str, View] = {}
        self.shown = LIST
        self._story = ""
        self.mover.said.connect(self._say_later)
        room.session.wanted.connect(self.leave)
        room.session.opened.connect(self._opened)
        room.session.renewed.connect(self._hide_ways)
        room.browsing.moved.connect(self._look_elsewhere)
        room.browsing.view_asked.connect(self.show)
        self._window.wardrobe.changed.connect(self._wear)
        self._window.wardrobe.icons.changed.connect(self._repaint)
        self._say()

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Give what the actions do."""
        return {name: partial(self.show, name) for name in VIEWS}

    # Going there and back

    def show(self, name: str, _checked: bool = False) -> None:
        """Show a view, after what was written in the story is kept."""
        if name not in VIEWS:
            return
        self._window.top.search.settle()  # a search that comes later would lead back to the list
        if name == LIST:
            self.leave()
        elif name != self.shown:
            self._room.session.save_then(partial(self._show, name))
            self._say()

    def _show(self, name: str) -> None:
        view = self._made(name)
        story = self._room.session.article
        self._story, self.shown = story.uid if story else "", name
        self._room.tasks.read(self._room.desk.library.house.sections, self._know)
        self._dress.zone = self._room.desk.zone
        self._window.columns.put_over(view)
        self._hide_ways()
        self._ask()
        if not self._window.sidebar.hasFocus():
            view.take_focus()
        self._say()
        self.chosen.emit()

    def leave(self) -> None:
        """Go back to the list and the story, as they were left."""
        if self.shown != LIST:
            self.shown = LIST
            self._window.columns.take_off()
            story = self._room.session.article
            if story is None:
                self._window.stories.cards.setFocus()
            else:
                self._window.stories.choose(story.id)
                self._room.editor.focused().setFocus()
            self._room.session.ask_ways()
        self._say()
        self.chosen.emit()

    def _open(self, story: int) -> None:
        """Open a story that was chosen in a view."""
        self.leave()
        self._room.session.open(story)

    def _opened(self, _opened: object) -> None:
        """Leave where another story was opened by some other way; a new version of the same is no reason."""
        story = self._room.session.article
        if self.shown != LIST and story is not None and story.uid != self._story:
            self.leave()
        else:
            self._hide_ways()

    def _hide_ways(self, _opened: object = None) -> None:
        """Offer no steps of a story that is not seen."""
        if self.shown != LIST:
            self._window.top.show_ways(frozenset())

    def _say_later(self, words: str, tone: str, undoable: bool) -> None:
        """Say in the bar what came of a move whose view was left."""
        if self.shown == LIST:
            ways = ((_("Undo"), self.mover.undo),) if undoable else ()
            self._window.notice.say(tone, words, ways)

    def _say(self) -> None:
        for name in VIEWS:
            self._window.actions_[name].setChecked(self.shown == name)
        place = OF_NO_PLACE.get(self.shown) or self._room.browsing.place.key
        self._window.sidebar.choose(place, tell=False)

    # Making them

    def _made(self, name: str) -> View:
        """Give a view, made when it is first asked for."""
        if name not in self._views:
            view = self._views[name] = self._make(name)
            view.opened.connect(self._open)
            view.left.connect(self.leave)
            view.chosen.connect(self.chosen)
            view.menu_asked.connect(partial(self._offer, view))
            view.addAction(self._window.actions_["trash"])
        return self._views[name]

    def _make(self, name: str) -> View:
        if name == BOARD:
            from newsroom.gui.board.board import Board

            return Board(self._room, self._dress, self.mover)
        if name == CALENDAR:
            from newsroom.gui.calendar.calendar import Calendar

            return Calendar(self._room, self._dress, self.mover)
        if name == TABLE:
            from newsroom.gui.table.view import Table

            return Table(self._room, self._dress)
        if name in {PLAN, EDITIONS, NOTICES}:
            return self._make_planning(name)
        from newsroom.gui.doubles.view import DoublesView

        return DoublesView(self._room, self.deciding, self._dress)

    def _make_planning(self, name: str) -> PlanView | EditionView | NoticesView:
        if name == PLAN:
            from newsroom.gui.planning.plan_view import PlanView

            return PlanView(self._room, self._dress)
        if name == EDITIONS:
            from newsroom.gui.planning.edition_view import EditionView

            view = EditionView(self._room, self._dress)
            view.export_asked.connect(self.export_asked)
            return view
        from newsroom.gui.planning.notices_view import NoticesView

        return NoticesView(self._room, self._dress)

    @property
    def plan(self) -> PlanView | None:
        """Give the story list, once it was shown."""
        return cast("PlanView | None", self._views.get(PLAN))

    @property
    def editions(self) -> EditionView | None:
        """Give the editions, once they were shown."""
        return cast("EditionView | None", self._views.get(EDITIONS))

    @property
    def notices(self) -> NoticesView | None:
        """Give the notices, once they were shown."""
        return cast("NoticesView | None", self._views.get(NOTICES))

    @property
    def board(self) -> Board | None:
        """Give the board, once it was shown."""
        return cast("Board | None", self._views.get(BOARD))

    @property
    def calendar(self) -> Calendar | None:
        """Give the calendar, once it was shown."""
        return cast("Calendar | None", self._views.get(CALENDAR))

    @property
    def doubles(self) -> DoublesView | None:
        """Give the view of the doubles, once it was shown."""
        return cast("DoublesView | None", self._views.get(DOUBLES))

    @property
    def table(self) -> Table | None:
        """Give the columns, once they were shown."""
        return cast("Table | None", self._views.get(TABLE))

    def _view(self) -> View | None:
        return self._views.get(self.shown)

    def _wear(self, palette: Palette) -> None:
        self._dress.palette = palette
        for view in self._views.values():
            view.wear(palette)

    def mark_with(self, marked: Marked) -> None:
        """Mark cards by what this knows of them."""
        self._dress.marks, self._dress.holder = marked.of, marked.holder

    def repaint(self) -> None:
        """Paint the cards anew, where a view of them is seen."""
        self._repaint()

    def _repaint(self) -> None:
        view = self._view()
        if view is not None:
            view.wear(self._dress.palette)

    # What is shown in them

    def _look_elsewhere(self) -> None:
        """Show the stories of another place or search; the trash has no board, and doubles are of no place."""
        if self.shown in OF_NO_PLACE or (self.shown != LIST and self._room.browsing.in_trash):
            self.leave()
        self._ask()

    def _ask(self) -> None:
        view = self._view()
        if view is not None:
            title, chosen, words = self._room.browsing.asked()
            view.entitle(title)
            view.show_asked(Asked(chosen, words))

    def apply(self, changes: Changes) -> None:
        """Show what this window changed."""
        if changes.concerns(Touched.SETTINGS):
            self._dress.zone = self._room.desk.zone
        if changes:
            self.refresh()

    def _know(self, sections: tuple[Section, ...]) -> None:
        self._dress.know(sections)
        self._repaint()

    def refresh(self) -> None:
        """Show what changed in the library, by whomever."""
        view = self._view()
        if view is not None:
            self._room.tasks.read(self._room.desk.library.house.sections, self._know)
            view.refresh()

    # What may be done with what is chosen

    def _offer(self, view: View, at: QPoint) -> None:
        """Offer what lists offer, and what the view has beside that."""
        self.menu.show(view.selected_ids(), at, view, self._open, view.offers())

    def _review(self, story: int) -> None:
        self.leave()
        self.review_asked.emit(story)
