"""The dialog that lays the open story beside one that is like it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from newsroom.desk.comparing import compared
from newsroom.gui.doubles.facing import Facing
from newsroom.gui.doubles.words import at_a_glance
from newsroom.gui.parts import across, button, down, label
from newsroom.gui.sealing import cover
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtWidgets import QWidget

    from newsroom.desk.comparing import Compared
    from newsroom.domain.article import Article
    from newsroom.domain.lookalike import Lookalike
    from newsroom.gui.room import Room

_SIZE = (960, 640)


class CompareAlike(QDialog):
    """The open story on the left, the other on the right; what both have is marked."""

    def __init__(self, room: Room, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Two similar stories"))
        self.resize(*_SIZE)
        self._room = room
        self.facing = Facing(room.window.wardrobe.palette)
        self.reason = label("", "head", wrap=True)
        self._ways = across(gap=8)
        column = down(self, 10)
        column.setContentsMargins(20, 16, 20, 16)
        column.addWidget(self.reason)
        words = _("The open story is on the left. Words that both have are marked.")
        column.addWidget(label(words, "muted", wrap=True))
        column.addWidget(self.facing, 1)
        column.addLayout(self._ways)

    def show_like(self, story: Article, like: Lookalike) -> None:
        """Read the other story, compare both on a worker, and show them."""
        desk = self._room.desk
        self.reason.setText(at_a_glance(like, desk.clock(), desk.zone))

        def work() -> tuple[Article, tuple[Compared, ...]]:
            other = desk.writing.open(like.id)
            return other, compared(story, other)

        self._room.tasks.read(work, partial(self._show, story), self._fail)

    def _show(self, story: Article, found: tuple[Article, tuple[Compared, ...]]) -> None:
        other, fields = found
        cover(self, self._room.desk, self._room.tasks, (story.uid, other.uid))
        self.facing.show_two((story, other), fields, self._room.desk.zone)

    def _fail(self, error: BaseException) -> None:
        self._room.fail(error)
        self.reject()

    def offer(self, ways: Iterable[tuple[str, Callable[[], None]]]) -> None:
        """Offer ways to go on besides closing; each closes the dialog."""
        self._ways.addStretch(1)
        for words, way in ways:
            self._ways.addWidget(button(words, partial(self._go, way)))
        close = button(_("Close"), self.reject, "primary")
        close.setDefault(True)
        self._ways.addWidget(close)

    def _go(self, way: Callable[[], None], _checked: bool = False) -> None:
        self.accept()
        way()
