"""Others at the open story: one window edits it at a time, what others save is shown, what both wrote is compared."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsroom.desk.writing import taken_over
from newsroom.domain.catalogue import RENAMED
from newsroom.gui.comparing.dialog import CompareDialog
from newsroom.gui.holding import Holding
from newsroom.gui.sealing import cover
from newsroom.gui.story_work import Opened, facts
from newsroom.translation import _

if TYPE_CHECKING:
    from newsroom.desk import Desk
    from newsroom.desk.editing import Holder
    from newsroom.domain.article import Article
    from newsroom.domain.changeset import Changes
    from newsroom.gui.editor.pane import EditorPane
    from newsroom.gui.main_window import MainWindow
    from newsroom.gui.story_session import StorySession


@dataclass(frozen=True, slots=True)
class News:
    """What became of a story elsewhere: a newer version, and who edits it in another window."""

    newer: Opened | None = None
    holder: Holder | None = None


class Company(QObject):
    """Looks after the open story whenever the library stirs."""

    def __init__(self, desk: Desk, session: StorySession, editor: EditorPane, window: MainWindow) -> None:
        super().__init__(session)
        self._desk, self._session, self._editor, self._window = desk, session, editor, window
        self._told_version = 0
        self._ours = 0
        self.holding = Holding(desk, session, window)
        self.dialog: CompareDialog | None = None
        session.opened.connect(self._begin)
        session.conflicted.connect(self._conflict)

    def _begin(self, opened: Opened) -> None:
        self._told_version = 0
        self.holding.begin(opened)
        self.look()

    # Looking after it

    def know(self, changes: Changes) -> None:
        """Look after the open story where this window changed it beside the page, and make no word of it."""
        story = self._session.article
        if story is not None and story.id in changes.stories:
            self._ours = story.id
            self.look()

    def look(self) -> None:
        """Ask the library, on a worker, what others did to the open story."""
        story = self._session.article
        if story is not None and story.id and not self._session.sending:
            self._window.tasks.read(partial(_news, self._desk, story), partial(self._hear, story.uid))

    def _hear(self, uid: str, news: News) -> None:
        story = self._session.article
        if story is None or story.uid != uid or self._session.sending:
            return
        if self.holding.hear(news.holder):
            return
        newer = news.newer
        ours, self._ours = self._ours == story.id, 0
        if newer is None or newer.article.version <= story.version:
            return
        if not self._session.dirty:
            self._follow(newer, quiet=ours or _only_renamed(newer, story.version))
        elif _only_renamed(newer, story.version):
            return  # saving goes on with it: only a name of the catalogue is another
        elif newer.article.version != self._told_version:
            self._told_version = newer.article.version
            self._offer(self._session.current(), newer.article)

    def _follow(self, newer: Opened, *, quiet: bool) -> None:
        """Show the version that another window saved, where nothing was touched here; the caret stays."""
        field = self._editor.focused()
        caret, height = field.textCursor().position(), self._editor.verticalScrollBar().value()
        self._session.take(newer)
        cursor = field.textCursor()
        cursor.setPosition(min(caret, field.document().characterCount() - 1))
        field.setTextCursor(cursor)
        self._editor.verticalScrollBar().setValue(height)
        if quiet or newer.holder is not None:  # who holds it is said, and is seen at work
            return
        headline = newer.article.headline or _("No headline")
        words = _("“{headline}” was saved in another window. This is the new version.", headline=headline)
        self._window.notice.say("calm", words)

    # Both wrote

    def _conflict(self, mine: Article) -> None:
        """Hear that a save came too late, and get what was saved instead."""
        self._window.tasks.read(partial(self._desk.writing.open, mine.id), partial(self._offer, mine))

    def _offer(self, mine: Article, theirs: Article) -> None:
        words = _(
            "Somebody else saved “{headline}” meanwhile. Your text is kept as a draft.",
            headline=mine.headline or _("No headline"),
        )
        ways = (
            (_("Compare …"), partial(self.compare, mine, theirs)),
            (_("Keep mine as a copy"), partial(self._session.parting.keep_copy, mine)),
            (_("Open theirs"), partial(self._session.parting.reopen, mine.id)),
        )
        self._window.notice.say("warn", words, ways)

    def compare(self, mine: Article, theirs: Article, _checked: bool = False) -> None:
        """Show both texts beside each other and ask which to go on with."""
        words = _("Both texts are kept until you decide. What you take is saved as a new version.")
        palette = self._window.wardrobe.palette
        dialog = CompareDialog(self._window.tasks, palette, self._window, _("Saved by two"), words)
        self.dialog = dialog
        dialog.name(_("Theirs, version {n}", n=theirs.version), _("Mine, unsaved"))
        cover(dialog, self._desk, self._window.tasks, (mine.uid,))
        dialog.compare(theirs, mine)
        dialog.offer(
            (
                (_("Open theirs"), partial(self._session.parting.reopen, mine.id, forget=True)),
                (_("Keep mine as a copy"), partial(self._session.parting.keep_copy, mine)),
                (_("Take mine"), partial(self._take, mine, theirs)),
            )
        )
        dialog.finished.connect(self._closed)
        dialog.open()

    def _take(self, mine: Article, theirs: Article) -> None:
        """Save my text as the version after theirs."""
        self._window.notice.dismiss()
        self._session.go_on(taken_over(mine, theirs))

    def _closed(self, _result: int) -> None:
        self.dialog = None


def _news(desk: Desk, story: Article) -> News:
    """Look at the story's card first: the whole story is long, and asked for only where it is a newer one."""
    (card, *_none) = desk.library.lists.cards_of((story.id,)) or (None,)
    newer = card is not None and card.version > story.version
    opened = facts(desk, desk.writing.open(story.id)) if newer else None
    return News(opened, desk.editing.holder(story.uid))


def _only_renamed(newer: Opened, version: int) -> bool:
    """Tell whether nothing but names of the catalogue was changed since a version."""
    return all(one.action == RENAMED for one in newer.revisions if one.version > version)
