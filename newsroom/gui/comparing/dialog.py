"""The dialog that lays two versions of a story beside each other and asks which to go on with."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QWidget

from newsroom.desk.comparing import compared
from newsroom.gui.comparing.sheet import Sheet
from newsroom.gui.faults import words_of
from newsroom.gui.parts import across, button, down, label
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsroom.desk.comparing import Compared
    from newsroom.domain.article import Article
    from newsroom.gui.tasks import Task, Tasks
    from newsroom.gui.theme.tokens import Palette

Way = tuple[str, "Callable[[], None]"]
_SIZE = (960, 640)
_LIST = 220


class CompareDialog(QDialog):
    """Older version left, newer right, under their names; each way closes the dialog and is then gone."""

    def __init__(self, tasks: Tasks, palette: Palette, parent: QWidget, title: str, words: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self._tasks = tasks
        self._task: Task | None = None
        self.list = QListWidget()
        self.list.setAccessibleName(_("Unsaved texts"))
        self.list.setFixedWidth(_LIST)
        self.list.hide()
        self.sheet = Sheet(palette)
        self.left, self.right = label("", "head"), label("", "head")
        self._ways: QHBoxLayout = across(gap=8)
        self._lay_out(title, words)

    def _lay_out(self, title: str, words: str) -> None:
        heads = across(gap=0)
        heads.addWidget(self.left, 1)
        heads.addWidget(self.right, 1)
        page = down(gap=6)
        page.addLayout(heads)
        page.addWidget(self.sheet, 1)
        middle = across(gap=16)
        middle.addWidget(self.list)
        middle.addLayout(page, 1)
        column = down(self, 12)
        column.setContentsMargins(20, 18, 20, 16)
        column.addWidget(label(title, "title", wrap=True))
        column.addWidget(label(words, "muted", wrap=True))
        column.addLayout(middle, 1)
        column.addLayout(self._ways)

    @property
    def busy(self) -> bool:
        """Tell whether the versions are still being compared."""
        return self._task is not None or self.sheet.busy

    def name(self, left: str, right: str) -> None:
        """Say what stands on which side."""
        self.left.setText(left)
        self.right.setText(right)

    def compare(self, old: Article, new: Article) -> None:
        """Compare two versions on a worker and show them."""
        if self._task is not None:
            self._task.cancel()
        self._task = self._tasks.read(partial(compared, old, new), self._show, self._fail)

    def _show(self, fields: tuple[Compared, ...]) -> None:
        self._task = None
        self.sheet.show_fields(fields)

    def _fail(self, error: BaseException) -> None:
        self.sheet.setPlainText(words_of(error))

    def offer(self, ways: Sequence[Way]) -> None:
        """Offer ways to go on, the last one as the foremost."""
        while self._ways.count():
            item = self._ways.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.deleteLater()
        self._ways.addStretch(1)
        for number, (words, way) in enumerate(ways, 1):
            made = button(words, partial(self._go, way), "primary" if number == len(ways) else "")
            self._ways.addWidget(made)

    def _go(self, way: Callable[[], None], _checked: bool = False) -> None:
        self.done(0)
        way()

    def done(self, result: int) -> None:
        """Close and want no answer any more."""
        if self._task is not None:
            self._task.cancel()
        super().done(result)
