"""Two stories side by side: one is written in, the other is read and copied from."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsroom.domain.article import LinkKind
from newsroom.domain.errors import NewsroomError
from newsroom.gui.looks import editor_look
from newsroom.gui.views.viewer import StoryViewer
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.desk import Desk
    from newsroom.domain.article import Article
    from newsroom.domain.changeset import Changes
    from newsroom.gui.room import Room
    from newsroom.gui.theme.tokens import Palette
    from newsroom.gui.views.zoom import Zoom


class Beside(QObject):
    """Opens a second story at the right of the one that is written in, and closes it."""

    def __init__(self, room: Room, zoom: Zoom) -> None:
        super().__init__(room.session)
        self._room, self._window, self._zoom = room, room.window, zoom
        self.viewer: StoryViewer | None = None
        self._folded = self._without_panel = False
        room.window.wardrobe.changed.connect(self._wear)
        room.session.changed.connect(self._renew)
        zoom.changed.connect(self._zoomed)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Give what the actions do."""
        return {"open-beside": self.ask, "keep-beside": self.keep, "close-beside": self.close}

    def ask(self) -> None:
        """Ask which story to open beside the one that is written in."""
        from newsroom.gui.views.story_choice import StoryChoice

        story = self._room.session.article
        choice = StoryChoice(self._room.desk, self._room.tasks, story, self._window)
        choice.chosen.connect(self.open)
        choice.open()

    def open(self, story: int) -> None:
        """Show a kept story at the right."""
        self._room.tasks.read(partial(self._room.desk.writing.open, story), self._take, self._room.fail)

    def _take(self, article: Article) -> None:
        self._fold(lists=True)
        self._show(article)

    def keep(self) -> None:
        """Show the open story at the right as well, where it stays while another is opened and written in."""
        if self._room.session.article is not None:
            self._fold(lists=False)
            self._show(self._room.session.current())

    def close(self) -> None:
        """Show one story again, and what was folded away for two."""
        if self.viewer is None:
            return
        self.viewer.hide()
        self.viewer.deleteLater()
        self.viewer = None
        columns = self._window.columns
        if self._folded:
            columns.show_story_alone(False)
        if self._without_panel and not columns.panel.isVisibleTo(columns):
            columns.fold_panel()
        self._folded = self._without_panel = False
        if self._room.session.article is not None:
            self._room.editor.focused().setFocus()

    def _fold(self, *, lists: bool) -> None:
        """Fold away what two stories need the room of: the panel, and the lists where they are not needed."""
        columns = self._window.columns
        if columns.alone:
            return
        if lists:
            self._folded = True
            columns.show_story_alone(True)
        elif columns.panel.isVisibleTo(columns):
            self._without_panel = True
            columns.fold_panel()

    def _show(self, article: Article) -> None:
        if self.viewer is None:
            self.viewer = StoryViewer(self._room)
            self.viewer.left.connect(self.close)
            self._window.story.show_beside(self.viewer)
            self._wear(self._window.wardrobe.palette)
        self.viewer.head.title.setText(_("Beside"))
        self.viewer.show_story(article, self._room.desk.house)

    def _renew(self, changes: Changes) -> None:
        """Show the second story as it is kept now, where it was changed."""
        shown = self.viewer.article if self.viewer is not None else None
        if shown is not None and shown.id in changes.stories:
            self._room.tasks.read(partial(_kept, self._room.desk, shown.id), self._take_again)

    def _take_again(self, article: Article | None) -> None:
        if self.viewer is not None and article is not None:
            seen = self.viewer.pane.verticalScrollBar().value()
            self._show(article)
            self.viewer.pane.verticalScrollBar().setValue(seen)

    def _wear(self, palette: Palette) -> None:
        if self.viewer is not None:
            self.viewer.wear(editor_look(palette), self._zoom.percent)

    def _zoomed(self, percent: int) -> None:
        if self.viewer is not None:
            self.viewer.pane.set_zoom(percent)


def _kept(desk: Desk, story: int) -> Article | None:
    """Give a story as it is kept, or nothing where it is gone."""
    try:
        return desk.writing.open(story)
    except NewsroomError:
        return None


def linked(desk: Desk, article: Article) -> tuple[Article, ...]:
    """Give the stories that belong to a story: its web story, its box, what it is an update of."""
    found = []
    for link in article.links:
        if link.kind is not LinkKind.NOT_A_DUPLICATE_OF:
            try:
                found.append(desk.library.stories.by_uid(link.uid))
            except NewsroomError:
                continue
    return tuple(found)
