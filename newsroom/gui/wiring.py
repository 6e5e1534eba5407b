"""A window at work: its parts wired to the desk, once the stories of the library are listed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from newsroom.domain.errors import NewsroomError
from newsroom.gui import beginnings
from newsroom.gui.actions.situation import Situation
from newsroom.gui.arrivals import Arrivals
from newsroom.gui.browser.search_guide import SearchGuide
from newsroom.gui.bulk.feature import Bulk
from newsroom.gui.catalogue.feature import CatalogueFeature
from newsroom.gui.company import Company
from newsroom.gui.departures import PIECES, Departures
from newsroom.gui.desk_views import DeskViews
from newsroom.gui.dialogs.keys import KeysDialog
from newsroom.gui.doubles.feature import DoublesFeature
from newsroom.gui.editor.pane import EditorPane
from newsroom.gui.editor.tracking.feature import PAGE as CHANGES
from newsroom.gui.faults import words_of
from newsroom.gui.features import features
from newsroom.gui.left_drafts import LeftDrafts
from newsroom.gui.library_watch import LibraryWatch
from newsroom.gui.many import Many
from newsroom.gui.outage import Outage
from newsroom.gui.panes import PaneKeys, seen
from newsroom.gui.pasting import warm
from newsroom.gui.planning.feature import Planning
from newsroom.gui.preferences.feature import Preferences
from newsroom.gui.review.feature import Reviews
from newsroom.gui.review.standing import Standings
from newsroom.gui.room import Room
from newsroom.gui.steps import Steps
from newsroom.gui.story_proofs import StoryProofs
from newsroom.gui.story_session import StorySession
from newsroom.gui.story_view import StoryView
from newsroom.gui.trash import Trash
from newsroom.gui.versions.feature import PrintVersions

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.desk import Desk
    from newsroom.domain.changeset import Changes
    from newsroom.domain.finding import Finding
    from newsroom.gui.browser.browsing import Browsing
    from newsroom.gui.main_window import MainWindow

_Kind = TypeVar("_Kind")


class Wiring(QObject):
    """Everything the window does with a desk."""

    settled = Signal()

    def __init__(self, window: MainWindow, desk: Desk, browsing: Browsing) -> None:
        super().__init__(window)
        self._window, self.desk, self.browsing = window, desk, browsing
        tasks = self._tasks = window.tasks
        self.editor = EditorPane()
        self.session = StorySession(desk, tasks, self.editor, window.panel.publication, self)
        self.steps = Steps(self.session, window, desk)
        self.proofs = StoryProofs(desk, tasks, self.session, self.editor, window.panel)
        self.guide = SearchGuide(desk, window, self)
        self.arrivals = Arrivals(desk, tasks, window.status, window.wardrobe.icons, window)
        self.departures = Departures(desk, tasks, window.status, window.kept, window)
        self.many = Many(self.session, window)
        self.trash = Trash(desk, self.session, window, self.many)
        self.left = LeftDrafts(desk, self.session, window)
        self.company = Company(desk, self.session, self.editor, window)
        self.watch = LibraryWatch(desk, window, self.browsing)
        self.outage = Outage(desk, self.session, self.watch, window)
        self.view = StoryView(
            desk, self.session, self.editor, window
        )  # last, for it tells what the others know
        self.panes = PaneKeys(partial(seen, window, self.session, self.editor))
        self._connect()
        room = Room(
            desk,
            tasks,
            self.session,
            self.editor,
            window,
            self.proofs,
            self.browsing,
            self.apply,
            self.fail,
            self.many,
        )
        self.features = features(room)
        for able in (self._handlers(), *(feature.handlers() for feature in self.features)):
            window.actions_.connect_all(able)
        self.watch.moved.connect(self.feature(Preferences).settings.look)
        self.watch.moved.connect(self.feature(PrintVersions).look)
        self.watch.moved.connect(self.feature(DeskViews).refresh)
        self.watch.moved.connect(self.feature(CatalogueFeature).look)
        self.feature(DeskViews).chosen.connect(self.situate)
        for asked in (self.feature(DeskViews).review_asked, self.feature(Bulk).menu.review_asked):
            asked.connect(self.feature(Reviews).open)
        self.arrivals.beside.connect(self.feature(DoublesFeature).open_both)
        self.feature(DeskViews).export_asked.connect(self.departures.ask_in_order)

    def feature(self, kind: type[_Kind]) -> _Kind:
        """Give the feature of a kind."""
        return next(feature for feature in self.features if isinstance(feature, kind))

    # Setting up

    def _connect(self) -> None:
        window = self._window
        for changed in (self.session.changed, self.trash.changed, self.arrivals.arrived):
            changed.connect(self.apply)
        for told in (self.arrivals.told, self.departures.told):
            told.connect(window.notice.say)
        for failed in (self.arrivals.failed, self.departures.failed, self.trash.failed, self.many.failed):
            failed.connect(self.fail)
        self.watch.looked.connect(self.company.look)
        self.outage.changed.connect(self.apply)
        self.outage.apart.connect(self.left.look)
        self.company.holding.review_asked.connect(self.left.review)
        self.view.situated.connect(self.situate)
        self.steps.jumped.connect(self._jump)
        self.browsing.filled.connect(self._show_begun)
        self.browsing.moved.connect(self.situate)
        for opened in (self.arrivals.opened, self.departures.opened):
            opened.connect(self.session.open)
        self.arrivals.returned.connect(self._open_returned)
        self._connect_window()

    def _connect_window(self) -> None:
        window = self._window
        window.stories.chosen.connect(self.situate)
        window.top.search.entered.connect(self._enter_list)
        window.dropped.connect(self.arrivals.bring)
        window.cancel_asked.connect(self.arrivals.cancel)
        window.cancel_asked.connect(self.departures.cancel)
        window.closing.connect(self.end)

    def _handlers(self) -> dict[str, Callable[[], None]]:
        window = self._window
        return {
            **self.view.handlers(),
            **self.steps.handlers(),
            **self.trash.handlers(),
            "import-files": self.arrivals.choose_files,
            "import-folder": self.arrivals.choose_folder,
            "samples": self.arrivals.add_samples,
            "export": self._export,
            **{f"copy-{piece}": partial(self._copy, piece) for piece in PIECES},
            "search": self._search,
            "fold-list": window.columns.fold_list,
            "fold-panel": window.columns.fold_panel,
            "next-pane": self.panes.next,
            "previous-pane": self.panes.previous,
            "keys": self._show_keys,
            "guide-search": partial(self._show_guide, "search"),
            "guide-server": partial(self._show_guide, "server"),
        }

    def begin(self) -> None:
        """Show what is known of the list, open the story that is chosen in it, and do what could wait until now."""
        self.view.show_none()
        self.browsing.tell()
        self.left.look()
        self.watch.begin()
        chosen = self._window.stories.chosen_ids()
        last = self._window.kept.number("story")
        if len(chosen) == 1:
            self.session.open(chosen[0])
        elif last:
            self._tasks.read(partial(_known, self.desk, last), self._reopen)
        self._tasks.read(warm)

    def _reopen(self, story: int) -> None:
        if story and self.session.article is None and not self.session.coming:
            self.session.open(story)

    def end(self) -> None:
        """Save the open story and keep what was looked at."""
        self.watch.end()
        kept = self._window.kept
        story = self.session.article
        kept.keep("story", story.id if story else 0)
        self.session.leave()  # before all else, for it is the one thing that must not be lost
        self.company.holding.end()
        for name, value in self.browsing.keep().items():
            kept.keep(name, value)
        kept.sync()

    def _open_returned(self, story: int) -> None:
        """Open a story that came back, its changes in sight."""
        self.session.open(story)
        self._window.panel.show_page(CHANGES)

    def _jump(self, finding: Finding) -> None:
        """Show the place of a finding, in the story itself."""
        self.feature(Reviews).leave()
        self._window.panel.checks.jumped.emit(finding)

    # Going out

    def _copy(self, piece: str, _checked: bool = False) -> None:
        if self.session.article is not None:
            self.departures.copy(self.session.current(), piece)

    def _export(self) -> None:
        chosen = tuple(self.trash.chosen())  # before the save, after which the list is asked for anew
        self.session.save_then(lambda: self.departures.ask(chosen or tuple(self.trash.chosen())))

    # The window

    def _search(self) -> None:
        field = self._window.top.search
        if field.hasFocus() and not field.text():
            self.guide.turn_help()
        field.setFocus()
        field.selectAll()

    def _enter_list(self) -> None:
        self._window.stories.cards.setFocus()

    def _show_keys(self) -> None:
        KeysDialog(self._window).open()

    def _show_guide(self, which: str) -> None:
        from newsroom.gui.dialogs import guide

        titled = {"search": guide.SEARCHING, "server": guide.SERVER}[which]
        guide.GuideDialog(titled, self._window).show()

    def _show_begun(self, filled: bool) -> None:
        if self.session.article is not None:
            self._window.stories.choose(self.session.article.id)
        keeping = not self.desk.library.read_only
        beginnings.show(self._window.story.blank, self.view, self.arrivals, filled=filled, keeping=keeping)
        self.settled.emit()

    def apply(self, changes: Changes) -> None:
        """Let every part that is concerned show what changed."""
        self.trash.know(changes)
        self.browsing.apply(changes)
        self.watch.apply(changes)
        self.company.know(changes)
        self.feature(DeskViews).apply(changes)
        self.feature(Planning).apply(changes)
        self.feature(Standings).apply(changes)
        self.situate()

    def situate(self) -> None:
        """Enable what is possible now."""
        reviewed = self._window.whole is not None
        seen = self._window.columns.cover is None and not reviewed
        story = seen and self.session.article is not None
        self._window.status.show_story(seen or reviewed)
        self._window.actions_.situate(
            Situation(
                ready=True,
                keeping=not self.desk.library.read_only,
                story=story,
                writable=story and self.session.writable,
                chosen=len(self.trash.chosen()) if not seen else len(self._window.stories.chosen_ids()),
                trash=self.browsing.in_trash,
                ways=self.steps.ways if story or reviewed else frozenset(),
                undoable=self.trash.undoable,
            )
        )

    def fail(self, error: BaseException) -> None:
        """Tell what went wrong in the bar."""
        self._window.notice.say("bad", words_of(error))


def _known(desk: Desk, story: int) -> int:
    """Give the story's number, or 0 where it is gone or in the trash."""
    try:
        return 0 if desk.writing.open(story).trashed else story
    except NewsroomError:
        return 0
