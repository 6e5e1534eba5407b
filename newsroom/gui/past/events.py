"""The timeline as a list: what happened, who did it, when, and which versions it left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QWidget

from newsroom.domain.timeline import told
from newsroom.gui.browser.times import recent
from newsroom.gui.panels.history import COLOURS
from newsroom.gui.theme import type as faces
from newsroom.gui.theme.tokens import TINY_SIZE
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from PySide6.QtCore import QItemSelection
    from PySide6.QtWidgets import QStyleOptionViewItem

    from newsroom.domain.timeline import Event
    from newsroom.gui.theme.tokens import Palette

Index = QModelIndex | QPersistentModelIndex
_EVENT = Qt.ItemDataRole.UserRole
_MARGIN, _DOT, _LINE, _HEIGHT, _NOTED = 14, 9, 18, 48, 66
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def versions_of(event: Event) -> str:
    """Give the versions that an event left, in words."""
    if not event.last:
        return ""
    if event.first == event.last:
        return _("version {n}", n=event.last)
    return _("versions {first}–{last}", first=event.first, last=event.last)


class EventModel(QAbstractListModel):
    """The events, newest first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.events: Sequence[Event] = ()
        self.zone = "UTC"
        self.now: datetime | None = None

    def show(self, events: Sequence[Event], zone: str, now: datetime) -> None:
        """Show other events."""
        self.beginResetModel()
        self.events, self.zone, self.now = events, zone, now
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default, a value
        """Give how many events there are."""
        return 0 if parent.isValid() else len(self.events)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give an event, or its words for who cannot see it."""
        if not index.isValid():
            return None
        event = self.events[index.row()]
        if role == _EVENT:
            return event
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return " · ".join(part for part in (title(event), self.about(event), event.note) if part)
        return None

    def about(self, event: Event) -> str:
        """Give who it was, when, and the versions."""
        parts = (event.person, recent(event.time, self.now, self.zone), versions_of(event))
        return " · ".join(part for part in parts if part)


def title(event: Event) -> str:
    """Give what an event is called; a snapshot by its name."""
    if event.action == "snapshot" and event.note:
        return _("Snapshot “{name}”", name=event.note)
    if event.action == "version-restored" and event.note.isdecimal():
        return _("Version {n} restored", n=int(event.note))
    return told(event)


def note(event: Event) -> str:
    """Give what was said with an event, where its title does not say it."""
    return "" if event.action in {"snapshot", "version-restored", "thinned"} else event.note


class EventDelegate(QStyledItemDelegate):
    """Paints an event: a coloured dot, what it was, and about it."""

    def __init__(self, palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self.palette = palette
        self._words = faces.sans(13)
        self._strong = faces.sans(13, QFont.Weight.DemiBold)
        self._small = faces.sans(TINY_SIZE)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give room for two lines, or three where something was said."""
        return QSize(200, _NOTED if note(index.data(_EVENT)) else _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one event."""
        event: Event = index.data(_EVENT)
        area: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words, muted = self.palette.text, self.palette.muted
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen:
            painter.fillRect(area, QColor(self.palette.chosen.ground))
            words = muted = self.palette.chosen.text
            painter.setPen(QColor(words))
        painter.setBrush(QColor(getattr(self.palette, COLOURS.get(event.action, "off"))))
        painter.drawEllipse(area.left() + _MARGIN, area.top() + 11, _DOT, _DOT)
        box = area.adjusted(_MARGIN + _DOT + 10, 6, -_MARGIN, 0)
        self._line(painter, box, title(event), self._strong if chosen else self._words, words)
        model = index.model()
        assert isinstance(model, EventModel)
        self._line(painter, box.translated(0, _LINE), model.about(event), self._small, muted)
        self._line(painter, box.translated(0, 2 * _LINE), note(event), self._small, words)
        painter.restore()

    def _line(self, painter: QPainter, box: QRect, words: str, font: QFont, colour: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        short = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(QRect(box.left(), box.top(), box.width(), _LINE), _LEFT, short)


class EventList(QListView):
    """Tells which versions are to be looked at: those of one event, or of two."""

    chosen = Signal(int, int)
    """The older version and the newer one."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._quiet = False
        self.setObjectName("timeline")
        self.setAccessibleName(_("History"))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setToolTip(_("One entry: what it changed. Two, with Ctrl: what lies between them."))
        self.model_ = EventModel(self)
        self.painter_ = EventDelegate(palette, self)
        self.setModel(self.model_)
        self.setItemDelegate(self.painter_)

    def show_events(self, events: Sequence[Event], zone: str, now: datetime) -> None:
        """Show a timeline."""
        self.model_.show(events, zone, now)

    def choose(self, version: int) -> None:
        """Mark the event that a version belongs to, and tell nobody."""
        self._quiet = True
        self.clearSelection()
        for row, event in enumerate(self.model_.events):
            if version in event.kept:
                self.setCurrentIndex(self.model_.index(row))
                break
        self._quiet = False

    def before(self, event: Event) -> int:
        """Give the newest kept version before an event, or its own first one."""
        older = (version for other in self.model_.events for version in other.kept if version < event.first)
        return max(older, default=event.kept[0])

    def selectionChanged(self, chosen: QItemSelection, left: QItemSelection) -> None:
        """Hear what is chosen, by mouse or keys."""
        super().selectionChanged(chosen, left)
        if self._quiet:
            return
        events: list[Event] = [index.data(_EVENT) for index in self.selectedIndexes()]
        kept = sorted(event.kept[-1] for event in events if event.kept)
        if len(kept) > 1:
            self.chosen.emit(kept[0], kept[-1])
        elif kept:
            event = next(event for event in events if event.kept)
            self.chosen.emit(self.before(event), kept[0])
