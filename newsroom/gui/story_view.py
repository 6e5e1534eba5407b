"""The open story in the window: its editor in its place, and what the bars around it say of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from newsroom.domain.marks import BOLD, ITALIC, STRIKE, SUBSCRIPT, SUPERSCRIPT, UNDERLINE
from newsroom.gui.bars import format_bar
from newsroom.gui.browser.times import clock
from newsroom.gui.looks import editor_look
from newsroom.gui.pasting import Clips
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from newsroom.desk import Desk
    from newsroom.gui.bars.notice_bar import Way
    from newsroom.gui.editor.pane import EditorPane
    from newsroom.gui.main_window import MainWindow
    from newsroom.gui.story_session import StorySession
    from newsroom.gui.story_work import Opened
    from newsroom.gui.theme.tokens import Palette

_MARKS = {
    "bold": BOLD,
    "italic": ITALIC,
    "strike": STRIKE,
    "underline": UNDERLINE,
    "superscript": SUPERSCRIPT,
    "subscript": SUBSCRIPT,
}
_KINDS = {kind: kind for kind in format_bar.KINDS} | {"list": "bullets"}
_ACTIONS_OF_KINDS = {kind: action for action, kind in _KINDS.items()}


class StoryView(QObject):
    """Shows the story of a session, and what is written into it."""

    situated = Signal()

    def __init__(self, desk: Desk, session: StorySession, editor: EditorPane, window: MainWindow) -> None:
        super().__init__(session)
        self._desk, self._session, self._editor, self._window = desk, session, editor, window
        self._dressed = False
        self._told: tuple[str, str] = ("", "")
        self._place_editor()
        self._connect()

    def _place_editor(self) -> None:
        house, window = self._desk.house, self._window
        self._editor.set_limits(house.headline_hint, house.headline_warning)
        self._editor.set_sources(Clips(self._desk, window.tasks))
        self._wear(window.wardrobe.palette)
        window.story.hold(self._editor)
        window.wardrobe.changed.connect(self._wear)

    def _wear(self, palette: Palette) -> None:
        self._editor.set_look(editor_look(palette))

    def _connect(self) -> None:
        session, window = self._session, self._window
        session.opened.connect(self._opened)
        session.renewed.connect(self._renewed)
        session.closed.connect(self.show_none)
        session.kept.connect(self._say_kept)
        session.sheltered.connect(self._say_sheltered)
        session.told.connect(self._tell)
        self._editor.block_format_changed.connect(self._show_kind)
        window.stories.opened.connect(session.open)
        window.stories.cards.entered.connect(self.enter)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Give what the actions on the story's text do."""
        editor = self._editor
        return {
            "new": self.begin,
            "save": self._session.save,
            "undo": editor.undo,
            "redo": editor.redo,
            "paste-plain": editor.paste_plain,
            "link": editor.insert_link,
            "clear-format": editor.clear_marks,
            "subheadline": editor.show_subheadline,
            **{name: partial(self._mark, name) for name in _MARKS},
            **{name: partial(self._block, name) for name in _KINDS},
        }

    def begin(self) -> None:
        """Begin a new story."""
        self._window.stories.choose(0)
        self._session.begin()

    def enter(self) -> None:
        """Go from the list into the text."""
        if self._session.article is not None:
            self._editor.body_edit.setFocus()

    def _mark(self, name: str, _checked: bool = False) -> None:
        self._editor.toggle_mark(_MARKS[name])

    def _block(self, name: str, _checked: bool = False) -> None:
        self._editor.set_block(_KINDS[name])

    # What is said of it

    def _opened(self, opened: Opened) -> None:
        window = self._window
        window.story.show_editor()
        if not self._dressed:  # fonts hold only once the page is shown
            self._dressed = True
            self._wear(window.wardrobe.palette)
        self._forget_other(opened.article.uid)
        window.panel.setEnabled(True)
        window.stories.choose(opened.article.id)
        window.setWindowTitle(f"{opened.article.headline or _('New story')} – Newsroom")
        window.status.saved.setText("" if opened.article.id else _("Not saved yet"))
        self._renewed(opened)
        if not opened.article.id:
            self._editor.headline.setFocus()

    def _renewed(self, opened: Opened) -> None:
        if self._window.top.show_ways(frozenset(opened.ways)):
            self._editor.body_edit.setFocus()
        self._window.panel.history.show_all(opened.revisions, self._desk.zone)
        self._window.stories.choose(opened.article.id)
        self.situated.emit()

    def show_none(self) -> None:
        """Show that no story is open."""
        window = self._window
        self._forget_other("")
        window.story.show_blank()
        window.panel.setEnabled(False)
        window.panel.publication.clear()
        window.panel.history.show_all((), self._desk.zone)
        window.top.show_ways(frozenset())
        window.status.no_story()
        window.setWindowTitle("Newsroom")
        self.situated.emit()

    def _tell(self, tone: str, words: str, ways: Sequence[Way]) -> None:
        """Say a word on the open story, or on one that was left, which nothing but a person takes away."""
        story = self._session.article
        self._told = (story.uid if story else "", words)
        self._window.notice.say(tone, words, ways)

    def _forget_other(self, uid: str) -> None:
        """Take a word on another story away, where it is still the one that is shown."""
        about, words = self._told
        if about and about != uid and self._window.notice.words.text() == words:
            self._window.notice.dismiss()

    def _say_kept(self, when: datetime) -> None:
        self._window.status.saved.setText(_("Saved {time}", time=clock(when, self._desk.zone)))

    def _say_sheltered(self, when: datetime) -> None:
        words = _("Kept on this computer {time}", time=clock(when, self._desk.zone))
        self._window.status.saved.setText(words)

    def _show_kind(self, kind: str) -> None:
        self._window.story.format_bar.show_kind(_ACTIONS_OF_KINDS.get(kind, kind))
