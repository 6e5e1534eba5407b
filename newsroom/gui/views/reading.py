"""The reading view and the proof view: the open story as readers get it, and as the house prints it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsroom.domain.print_profile import named
from newsroom.gui.faults import words_of
from newsroom.gui.looks import editor_look
from newsroom.gui.views.proof import ProofViewer
from newsroom.gui.views.viewer import StoryViewer
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from newsroom.gui.room import Room
    from newsroom.gui.tasks import Task
    from newsroom.gui.theme.tokens import Palette
    from newsroom.gui.views.zoom import Zoom

READING, PROOF = "reading-view", "proof-view"


class OtherViews(QObject):
    """Shows one of the two in the editor's place, as the story stands now; Escape leads back to writing."""

    def __init__(self, room: Room, zoom: Zoom) -> None:
        super().__init__(room.session)
        self._room, self._window, self._zoom = room, room.window, zoom
        self._reader: StoryViewer | None = None
        self._proof: ProofViewer | None = None
        self._asked: Task | None = None
        self.shown = ""
        room.session.opened.connect(self._other_story)
        room.session.closed.connect(self.leave)
        room.window.wardrobe.changed.connect(self._wear)
        zoom.changed.connect(self._zoomed)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Give what the actions do."""
        return {READING: partial(self.toggle, READING), PROOF: partial(self.toggle, PROOF)}

    def toggle(self, view: str) -> None:
        """Show a view, or go back to writing where it is shown already."""
        if self.shown == view or self._room.session.article is None:
            self.leave()
        elif view == READING:
            self._show(view, self._read())
            self._wear(self._window.wardrobe.palette)  # type holds only on a page that is shown
            self._read_from_start()
        else:
            self._show(view, self._print())

    def proof_shown(self) -> bool:
        """Tell whether the pages of the proof are there."""
        return self._proof is not None and bool(self._proof.pages)

    def leave(self) -> None:
        """Go back to writing."""
        if self.shown:
            self.shown = ""
            self._window.story.leave_view()
            self._room.editor.focused().setFocus()
        self._say()

    def _other_story(self, _opened: object) -> None:
        """Another story is opened to be written in."""
        self.shown = ""
        self._say()

    def _show(self, name: str, view: QWidget) -> None:
        self.shown = name
        self._window.story.show_view(view)
        view.setFocus()
        self._say()

    def _say(self) -> None:
        for name in (READING, PROOF):
            self._window.actions_[name].setChecked(self.shown == name)

    def _read(self) -> StoryViewer:
        if self._reader is None:
            self._reader = StoryViewer(self._room)
            self._reader.head.title.setText(_("Reading view"))
            self._reader.left.connect(self.leave)
        self._reader.show_story(self._room.session.current(), self._room.desk.house)
        return self._reader

    def _read_from_start(self) -> None:
        if self._reader is not None:
            self._reader.begin()

    def _wear(self, palette: Palette) -> None:
        if self._reader is not None:
            self._reader.wear(editor_look(palette), self._zoom.percent)

    def _zoomed(self, percent: int) -> None:
        if self._reader is not None:
            self._reader.pane.set_zoom(percent)
        if self._proof is not None:
            self._proof.set_zoom(percent)

    def _print(self) -> ProofViewer:
        if self._proof is None:
            self._proof = ProofViewer()
            self._proof.left.connect(self.leave)
        view, desk = self._proof, self._room.desk
        view.set_zoom(self._zoom.percent)
        view.wait(named(desk.house, ""))
        if self._asked is not None:
            self._asked.cancel()
        work = partial(desk.output.proof_pages, self._room.session.current())
        self._asked = self._room.tasks.read(work, view.show_pages, lambda error: view.tell(words_of(error)))
        return view
