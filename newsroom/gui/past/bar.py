"""The bar over two versions: which they are, how many places differ, and how they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QListView

from newsroom.gui.browser.times import recent
from newsroom.gui.comparing.difference_bar import DifferenceBar
from newsroom.gui.panels.choice import Choice
from newsroom.gui.parts import across, label
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from newsroom.domain.timeline import Event
    from newsroom.gui.icons import Icons

Index = QModelIndex | QPersistentModelIndex
_HEIGHT = 44
_WIDEST = 240


class VersionModel(QAbstractListModel):
    """All versions that are kept, the newest first; one is put into words when it is seen."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[tuple[int, Event]] = []
        self._places: dict[int, int] = {}
        self._zone = "UTC"
        self._now: datetime | None = None

    def show(self, events: Sequence[Event], zone: str, now: datetime) -> None:
        """Show the versions of other events."""
        self.beginResetModel()
        self._rows = [(version, event) for event in events for version in reversed(event.kept)]
        self._places = {version: place for place, (version, _event) in enumerate(self._rows)}
        self._zone, self._now = zone, now
        self.endResetModel()

    def place(self, version: int) -> int:
        """Give the row of a version, or -1."""
        return self._places.get(version, -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default, a value
        """Give how many versions there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a version's number, or its words."""
        if not index.isValid() or role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.UserRole}:
            return None
        version, event = self._rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return version
        when = recent(event.time, self._now, self._zone)
        return _("Version {n} ({time}, {person})", n=version, time=when, person=event.person)


class CompareBar(DifferenceBar):
    """Emits besides the two versions that are wanted."""

    wanted = Signal(int, int)

    def __init__(self, icons: Icons) -> None:
        super().__init__(icons, _HEIGHT)
        self.old, self.new = Choice(_("Older version")), Choice(_("Newer version"))
        self._versions = VersionModel()
        self.folded = QCheckBox(_("Only differences"))
        self._lay_out()
        for box in (self.old, self.new):
            box.setMaximumWidth(_WIDEST)
            box.setMinimumContentsLength(20)
            box.setModel(self._versions)
            rows = box.view()
            assert isinstance(rows, QListView)
            rows.setUniformItemSizes(True)
            box.activated.connect(self._tell)
        self.folded.toggled.connect(self.shown)

    def _lay_out(self) -> None:
        row = across(self, 8)
        row.setContentsMargins(14, 0, 14, 0)
        row.addWidget(self.old, 2)
        row.addWidget(label("→", "muted"))
        row.addWidget(self.new, 2)
        row.addStretch(1)
        row.addWidget(self.places)
        for part in (self.up, self.down, self.folded, self.way):
            row.addWidget(part)

    def offer(self, events: Sequence[Event], zone: str, now: datetime) -> None:
        """Offer all versions that are kept, the newest first."""
        self._versions.show(events, zone, now)

    def choose(self, old: int, new: int) -> None:
        """Show which two are looked at."""
        self.old.setCurrentIndex(self._versions.place(old))
        self.new.setCurrentIndex(self._versions.place(new))

    def _tell(self) -> None:
        one, other = self.old.currentData(), self.new.currentData()
        if one is not None and other is not None:
            self.wanted.emit(min(one, other), max(one, other))
