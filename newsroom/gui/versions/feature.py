"""Print versions in the window: made, opened beside the web version, and kept in step by hand."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsroom.desk.versions import considered, same
from newsroom.gui.versions.page import VersionsPage, waiting_words
from newsroom.gui.versions.taking import place_of, take_over
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.desk.versions import Step
    from newsroom.domain.changeset import Changes
    from newsroom.domain.counterpart import Difference
    from newsroom.domain.listing import Saved
    from newsroom.gui.room import Room
    from newsroom.gui.tasks import Task
    from newsroom.gui.views.beside import Beside

PAGE = "versions"


class PrintVersions(QObject):
    """Knows the other version of the open story, and what of it was not considered yet."""

    def __init__(self, room: Room, beside: Beside) -> None:
        super().__init__(room.window)
        self._room, self._beside = room, beside
        self.step: Step | None = None
        self._asking: Task | None = None
        self._said = ("", 0)
        self.page = VersionsPage()
        room.window.panel.add_page(PAGE, _("Versions"), "versions", self.page)
        room.window.panel.show_tab(PAGE, shown=False)
        self._connect()

    def _connect(self) -> None:
        room, page = self._room, self.page
        page.taken.connect(self.take_over)
        page.left.connect(self.leave)
        page.opened.connect(self._open_other)
        page.shown_beside.connect(self.show_beside)
        room.session.opened.connect(self._begin)
        room.session.renewed.connect(self.look)
        room.session.closed.connect(self._forget)
        room.session.changed.connect(self._changed)
        room.window.wardrobe.changed.connect(self._show)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Give what the actions do."""
        return {"print-version": self.make, "other-version": self.show_beside}

    # Finding the other version

    def _begin(self, _opened: object) -> None:
        self._forget()
        self.look()

    def _forget(self) -> None:
        if self._asking is not None:
            self._asking.cancel()
        self._asking = None
        self._take(None)

    def look(self, _renewed: object = None) -> None:
        """See how the open story stands to its other version now."""
        story = self._room.session.article
        if story is not None and story.id:
            work = partial(self._room.desk.versions.step, story)
            self._asking = self._room.tasks.read(work, self._take, self._room.fail)

    def _changed(self, changes: Changes) -> None:
        if self.step is not None and self.step.other.id in changes.stories:
            self.look()

    def _take(self, step: Step | None) -> None:
        story = self._room.session.article
        if step is not None and story is not None and story.counterpart is not None:
            step = replace(step, considered=story.counterpart.considered)  # settled here, not saved yet
        self.step = step
        self._show()
        if step is not None:
            self._say(step)

    def _say(self, step: Step) -> None:
        """Say once in the bar that changes wait, and how many."""
        story, waiting = self._room.session.article, len(step.differences)
        said = (story.uid if story else "", waiting)
        if waiting and said != self._said:
            show = partial(self._room.window.show_page, PAGE)
            words = waiting_words(waiting, in_print=step.in_print)
            self._room.window.notice.say("calm", words, ((_("Show"), show),))
        self._said = said

    def _show(self, _palette: object = None) -> None:
        panel, step = self._room.window.panel, self.step
        panel.show_tab(PAGE, shown=step is not None)
        panel.count_page(PAGE, len(step.differences) if step else 0)
        if step is not None:
            place = partial(place_of, self._room.editor, step)
            palette = self._room.window.wardrobe.palette
            self.page.show_step(step, palette, place, writable=self._room.session.writable)

    # Making and opening

    def make(self) -> None:
        """Make a print version of the open story and open it beside the web version, or show the one there is."""
        if self.step is not None:
            self.show_beside()
        else:
            self._room.session.save_then(self._derive)

    def _derive(self) -> None:
        story = self._room.session.article
        if story is not None:
            work = partial(self._room.desk.versions.derive, story)
            self._room.tasks.write(work, partial(self._derived, story.id), self._room.fail)

    def _derived(self, web: int, saved: Saved) -> None:
        self._room.apply(saved.changes)
        self._room.session.open(saved.article.id)
        self._beside.open(web)

    def show_beside(self) -> None:
        """Show the other version at the right."""
        if self.step is None:
            self._room.say("calm", _("This story has no other version. Make a print version of it first."))
        else:
            self._beside.open(self.step.other.id)

    def _open_other(self) -> None:
        if self.step is not None:
            self._room.session.open(self.step.other.id)

    # Keeping in step

    def take_over(self, differences: tuple[Difference, ...]) -> None:
        """Bring changes into the open text; one that has no place here stays to be left."""
        for wanted in differences:
            step = self.step
            one = (
                same(step.differences, wanted) if step else None
            )  # settling another may have moved its place
            if step is not None and one is not None and take_over(self._room.editor, step, one):
                self._settle(one)
        self._show()

    def leave(self, differences: tuple[Difference, ...]) -> None:
        """Count changes as considered and take nothing over."""
        for one in differences:
            self._settle(one)
        self._show()

    def _settle(self, one: Difference) -> None:
        step = self.step
        if step is None:
            return
        self._room.session.amend(lambda article: considered(article, step, (one,)))
        story = self._room.session.article
        if story is not None and story.counterpart is not None:
            self.step = replace(step, considered=story.counterpart.considered)
