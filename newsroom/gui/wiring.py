"""A window at work: its parts wired to the desk, once the library is open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from newsroom.domain.body import EMPTY, Body
from newsroom.domain.changeset import Changes, Touched
from newsroom.domain.errors import NewsroomError
from newsroom.domain.marks import BOLD, ITALIC, STRIKE
from newsroom.gui.action_table import Situation
from newsroom.gui.arrivals import Arrivals
from newsroom.gui.browser.browsing import Browsing
from newsroom.gui.browser.times import clock
from newsroom.gui.departures import PIECES, Departures
from newsroom.gui.dialogs.keys import KeysDialog
from newsroom.gui.editor.pane import EditorPane
from newsroom.gui.left_drafts import LeftDrafts
from newsroom.gui.looks import editor_look
from newsroom.gui.panels.publication import Catalogue
from newsroom.gui.panes import PaneKeys
from newsroom.gui.steps import Steps
from newsroom.gui.story_proofs import StoryProofs
from newsroom.gui.story_session import StorySession
from newsroom.translation import _, ngettext, tell

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from newsroom.desk import Desk
    from newsroom.domain.article import Article
    from newsroom.gui.main_window import MainWindow
    from newsroom.gui.story_session import Opened
    from newsroom.gui.theme.tokens import Palette
    from newsroom.translation import Message

_POLL = 2000
_KINDS = {"list": "bullets"}
_ACTIONS_OF_KINDS = {"bullets": "list"}


class Wiring(QObject):
    """Everything the window does with a desk."""

    settled = Signal()

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        super().__init__(window)
        self._window, self.desk = window, desk
        self._tasks = window.tasks
        self._last: Changes = Changes()
        self._seq = 0
        self._dressed = False
        self._poll = QTimer(self, interval=_POLL)
        self.editor = EditorPane()
        self.session = StorySession(desk, self._tasks, self.editor, window.panel.publication, self)
        self.steps = Steps(self.session, window)
        self.proofs = StoryProofs(desk, self._tasks, self.session, self.editor, window.panel, window.status)
        self.browsing = Browsing(desk, self._tasks, window.sidebar, window.stories, window.top.search, self)
        self.arrivals = Arrivals(desk, self._tasks, window.status, window.wardrobe.icons, window)
        self.departures = Departures(desk, self._tasks, window.status, window.kept, window)
        self.left = LeftDrafts(desk, self._tasks, self.session, window.notice)
        self.panes = PaneKeys(self._seen_panes)
        self._place_editor()
        self._connect_story()
        self._connect_library()
        window.actions_.connect_all(self._handlers())

    # Setting up

    def _place_editor(self) -> None:
        window, desk = self._window, self.desk
        house = desk.house
        self.editor.set_limits(house.headline_hint, house.headline_warning)
        self.editor.set_sources(desk.library.picture, partial(_read_html, desk))
        self.editor.set_look(editor_look(window.wardrobe.palette))
        window.story.hold(self.editor)
        window.stories.set_zone(house.zone)
        window.wardrobe.changed.connect(self._wear)

    def _wear(self, palette: Palette) -> None:
        self.editor.set_look(editor_look(palette))

    def _connect_story(self) -> None:
        window, session = self._window, self.session
        session.opened.connect(self._opened)
        session.renewed.connect(self._renewed)
        session.closed.connect(self._closed)
        session.kept.connect(self._say_kept)
        session.changed.connect(self.apply)
        session.told.connect(window.notice.say)
        self.editor.selection_changed.connect(window.status.select)
        self.editor.block_format_changed.connect(self._show_kind)
        window.stories.opened.connect(session.open)
        window.stories.chosen.connect(self.situate)
        window.stories.cards.entered.connect(self.enter_story)
        window.top.search.entered.connect(self._enter_list)

    def _connect_library(self) -> None:
        window = self._window
        self.browsing.filled.connect(self._show_begun)
        self.browsing.moved.connect(self.situate)
        for flow in (self.arrivals, self.departures):
            flow.told.connect(window.notice.say)
            flow.failed.connect(self.fail)
        self.arrivals.arrived.connect(self.apply)
        self.arrivals.opened.connect(self.session.open)
        window.dropped.connect(self.arrivals.bring)
        window.cancel_asked.connect(self.arrivals.cancel)
        window.cancel_asked.connect(self.departures.cancel)
        window.closing.connect(self.end)

    def _handlers(self) -> dict[str, Callable[[], None]]:
        window = self._window
        return {
            "new": self._begin,
            "save": self.session.save,
            "import-files": self.arrivals.choose_files,
            "import-folder": self.arrivals.choose_folder,
            "samples": self.arrivals.add_samples,
            "export": self._export,
            **{f"copy-{piece}": partial(self._copy, piece) for piece in PIECES},
            "undo": self.editor.undo,
            "redo": self.editor.redo,
            "undo-library": self._undo_library,
            "paste-plain": self.editor.paste_plain,
            "tidy": self.proofs.tidy,
            "search": self._search,
            "bold": partial(self._mark, BOLD),
            "italic": partial(self._mark, ITALIC),
            "strike": partial(self._mark, STRIKE),
            "link": self.editor.insert_link,
            **{
                kind: partial(self._block, kind)
                for kind in ("paragraph", "crosshead", "quote", "list", "numbers")
            },
            "subheadline": self.editor.show_subheadline,
            **self.steps.handlers(),
            "trash": self._trash,
            "restore": self._restore,
            "fold-list": window.columns.fold_list,
            "fold-panel": window.columns.fold_panel,
            "next-pane": self.panes.next,
            "previous-pane": self.panes.previous,
            "keys": self._show_keys,
        }

    def begin(self) -> None:
        """Show the lists; nothing else may stand before them in the readers' queue."""
        kept = self._window.kept
        self.browsing.begin(kept.word("place"), kept.word("order"))
        self._closed()
        self._window.stories.cards.setFocus()

    def go_on(self) -> None:
        """Do what waits until stories are listed: the last story, drafts left behind, other windows, damage."""
        self._tasks.read(self._find_catalogue, self._offer)
        self.left.look()
        warning = self.desk.library.warning
        if warning is not None:
            self._window.notice.say("warn", tell(warning))
        self._window.status.library.setText(_("Library: {name}", name=_library_name(self.desk)))
        self._window.status.library.setToolTip(self.desk.library.location)
        self._poll.timeout.connect(self._look_after_others)
        self._poll.start()
        last = self._window.kept.number("story")
        if last:
            self._tasks.read(partial(_known, self.desk, last), self._reopen)
        self._tasks.read(self.desk.library.quick_check, self._warn_of_damage)

    def _warn_of_damage(self, found: tuple[Message, ...]) -> None:
        if found:
            self._window.notice.say("bad", tell(found[0]))

    def _reopen(self, story: int) -> None:
        if story and self.session.article is None:
            self.session.open(story)

    def end(self) -> None:
        """Save the open story and keep what was looked at."""
        self._poll.stop()
        kept = self._window.kept
        story = self.session.article
        kept.keep("story", story.id if story else 0)
        for name, value in self.browsing.keep().items():
            kept.keep(name, value)
        kept.sync()
        self.session.leave()

    # The story

    def _opened(self, opened: Opened) -> None:
        window = self._window
        window.story.show_editor()
        if not self._dressed:  # fonts hold only once the page is shown
            self._dressed = True
            self._wear(window.wardrobe.palette)
        window.panel.setEnabled(True)
        window.stories.choose(opened.article.id)
        window.setWindowTitle(f"{opened.article.headline or _('New story')} – Newsroom")
        window.status.saved.setText("" if opened.article.id else _("Not saved yet"))
        self._renewed(opened)
        if not opened.article.id:
            self.editor.headline.setFocus()

    def _renewed(self, opened: Opened) -> None:
        self._window.top.show_ways(frozenset(opened.ways))
        self._window.panel.history.show_all(opened.revisions, self.desk.zone)
        self._window.stories.choose(opened.article.id)
        self.situate()

    def _closed(self) -> None:
        window = self._window
        window.story.show_blank()
        window.panel.setEnabled(False)
        window.panel.publication.clear()
        window.panel.history.show_all((), self.desk.zone)
        window.top.show_ways(frozenset())
        window.status.no_story()
        window.setWindowTitle("Newsroom")
        self.situate()

    def _say_kept(self, when: datetime) -> None:
        self._window.status.saved.setText(_("Saved {time}", time=clock(when, self.desk.zone)))

    def _show_kind(self, kind: str) -> None:
        self._window.story.format_bar.show_kind(_ACTIONS_OF_KINDS.get(kind, kind))

    def _mark(self, mark: object, _checked: bool = False) -> None:
        self.editor.toggle_mark(mark)  # type: ignore[arg-type]  # a mark, as bound above

    def _block(self, kind: str, _checked: bool = False) -> None:
        self.editor.set_block(_KINDS.get(kind, kind))

    def _begin(self) -> None:
        self._window.stories.choose(0)
        self.session.begin()

    def enter_story(self) -> None:
        """Go from the list into the text."""
        if self.session.article is not None:
            self.editor.body_edit.setFocus()

    def _copy(self, piece: str, _checked: bool = False) -> None:
        if self.session.article is not None:
            self.departures.copy(self.session.current(), piece)

    # The library

    def _chosen(self) -> tuple[int, ...]:
        """Give the chosen stories, or the open one where none is chosen."""
        chosen = tuple(card.id for card in self._window.stories.selected())
        story = self.session.article
        return chosen or ((story.id,) if story and story.id else ())

    def _export(self) -> None:
        self.session.save_then(lambda: self.departures.ask(self._chosen()))

    def _trash(self) -> None:
        ids = self._chosen()
        if self.session.article is not None and self.session.article.id in ids:
            self.session.close()
        self._tasks.write(partial(self.desk.writing.trash, ids), partial(self._trashed, len(ids)), self.fail)

    def _trashed(self, count: int, changes: Changes) -> None:
        self.apply(changes)
        words = ngettext("{n} story moved to the trash.", "{n} stories moved to the trash.", count)
        self._window.notice.say("calm", words, ((_("Undo"), self._undo_library),))

    def _restore(self) -> None:
        ids = self._chosen()
        self.session.close()
        self._tasks.write(partial(self.desk.writing.restore, ids), self.apply, self.fail)

    def _undo_library(self) -> None:
        changes, self._last = self._last, Changes()
        if changes.inverse:
            self._tasks.write(partial(self.desk.writing.undo, changes), self.apply, self.fail)

    def apply(self, changes: Changes) -> None:
        """Let every part that is concerned show what changed."""
        self._seq = max(self._seq, changes.seq)
        if changes.inverse and changes.concerns(Touched.TRASH):
            self._last = changes
        self.browsing.apply(changes)
        if changes.concerns(Touched.ADDED, Touched.SECTIONS, Touched.KEYWORDS, Touched.METADATA):
            self._tasks.read(self._find_catalogue, self._offer)
        self.situate()

    def _find_catalogue(self) -> Catalogue:
        library = self.desk.library
        return Catalogue(library.sections(), library.genres(), library.keywords(limit=2000), self.desk.zone)

    def _offer(self, catalogue: Catalogue) -> None:
        self._window.panel.publication.offer(catalogue)

    def _look_after_others(self) -> None:
        self._tasks.read(self.desk.library.seq, self._notice_others)

    def _notice_others(self, seq: int) -> None:
        first, moved = not self._seq, seq > self._seq
        self._seq = max(seq, self._seq)
        if moved and not first:
            self.browsing.apply(Changes(frozenset({Touched.ADDED, Touched.STATE, Touched.TRASH}), seq=seq))

    # The window

    def _search(self) -> None:
        self._window.top.search.setFocus()
        self._window.top.search.selectAll()

    def _enter_list(self) -> None:
        self._window.stories.cards.setFocus()

    def _show_keys(self) -> None:
        KeysDialog(self._window).open()

    def _seen_panes(self) -> list[tuple[QWidget, QWidget]]:
        window = self._window
        story = self.editor.headline if self.session.article is not None else window.story.blank
        return [
            (window.top, window.top.search),
            (window.sidebar, window.sidebar),
            (window.stories, window.stories.cards),
            (window.story, story),
            (window.panel, window.panel.tabs),
        ]

    def _show_begun(self, filled: bool) -> None:
        blank = self._window.story.blank
        if self.session.article is not None:
            self._window.stories.choose(self.session.article.id)
        if filled:
            words = _("Choose one from the list, or begin a new one.")
            blank.say("story", _("No story is open"), words, ((_("New story"), self._begin),))
        else:
            words = _(
                "Look around with the samples, bring your own stories in, or write the first one. Files can be dropped anywhere."
            )
            ways = (
                (_("Add the sample stories"), self.arrivals.add_samples),
                (_("Import files …"), self.arrivals.choose_files),
                (_("New story"), self._begin),
            )
            blank.say("empty", _("This library is empty"), words, ways)
        self.settled.emit()

    def situate(self) -> None:
        """Enable what is possible now."""
        story: Article | None = self.session.article
        self._window.actions_.situate(
            Situation(
                ready=True,
                keeping=not self.desk.library.read_only,
                story=story is not None,
                writable=self.session.writable,
                chosen=len(self._window.stories.selected()),
                trash=self.browsing.in_trash,
                ways=self.steps.ways if story is not None else frozenset(),
                undoable=bool(self._last.inverse),
            )
        )

    def fail(self, error: BaseException) -> None:
        """Tell what went wrong in the bar."""
        words = (
            tell(error.message)
            if isinstance(error, NewsroomError)
            else _("That did not work. A note was written to the log.")
        )
        self._window.notice.say("bad", words)


def _read_html(desk: Desk, data: bytes) -> Body:
    """Read pasted HTML as any other that comes from outside; raises Refused with the reason."""
    from newsroom.formats import Reading

    read = desk.guard.read(("clipboard.html", data), Reading(house=desk.house), "html")
    return read[0].article.body if read else EMPTY


def _known(desk: Desk, story: int) -> int:
    """Give the story's number, or 0 where it is gone or in the trash."""
    try:
        return 0 if desk.writing.open(story).trashed else story
    except NewsroomError:
        return 0


def _library_name(desk: Desk) -> str:
    name = desk.house.name
    return name or desk.library.location.rsplit("/", 1)[-1]
