"""Opening another library: one of the last, a file, or one on a server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QWidget

from newsroom.gui.libraries.recent import told
from newsroom.gui.parts import across, button, down, label
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Sequence

_SIZE = (560, 400)
_PLACE = Qt.ItemDataRole.UserRole


class LibrariesDialog(QDialog):
    """Emits `chosen` with a place of the list, `file_asked` and `server_asked` for others."""

    chosen = Signal(str)
    file_asked = Signal()
    server_asked = Signal()
    forgotten = Signal(str)

    def __init__(self, parent: QWidget, places: Sequence[str], now: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Open library"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Libraries opened last"))
        for place in places:
            self._add(place, open_now=place == now)
        self.list.setCurrentRow(0 if len(places) < 2 or places[0] != now else 1)  # noqa: PLR2004 - the other one
        self.list.itemActivated.connect(self._take)
        self.open_ = button(_("Open"), self._take, "primary")
        self.forget = button(_("Remove from list"), self._forget, "quiet")
        self._lay_out()
        self.list.currentRowChanged.connect(self._weigh)
        self._weigh()
        self.list.setFocus()

    def _add(self, place: str, *, open_now: bool) -> None:
        name, where = told(place)
        words = _("{name} (open now)", name=name) if open_now else name
        item = QListWidgetItem(f"{words}\n{where}")
        item.setData(_PLACE, place)
        item.setToolTip(place)
        self.list.addItem(item)

    def _lay_out(self) -> None:
        others = across(gap=8)
        others.addWidget(button(_("File …"), self._ask_file))
        others.addWidget(button(_("On a server …"), self._ask_server))
        others.addStretch(1)
        others.addWidget(self.forget)
        ways = across(gap=8)
        ways.addStretch(1)
        ways.addWidget(button(_("Cancel"), self.reject))
        ways.addWidget(self.open_)
        column = down(self, 12)
        column.setContentsMargins(20, 18, 20, 16)
        column.addWidget(label(_("Open library"), "title"))
        column.addWidget(label(_("What is typed in the open one is saved before."), "muted", wrap=True))
        column.addWidget(self.list, 1)
        column.addLayout(others)
        column.addLayout(ways)

    def _weigh(self) -> None:
        some = self.list.currentItem() is not None
        self.open_.setEnabled(some)
        self.open_.setDefault(some)
        self.forget.setEnabled(some)

    def _take(self, _item: object = None) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.accept()
            self.chosen.emit(item.data(_PLACE))

    def _forget(self) -> None:
        row = self.list.currentRow()
        item = self.list.takeItem(row)
        if item is not None:
            self.forgotten.emit(item.data(_PLACE))
        self._weigh()

    def _ask_file(self) -> None:
        self.reject()
        self.file_asked.emit()

    def _ask_server(self) -> None:
        self.reject()
        self.server_asked.emit()
