"""The sidebar: desk states, sections and trash, each with its count."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QKeyEvent,
    QPainter,
)
from PySide6.QtWidgets import QListView, QMenu, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from newsroom.gui.browser.story_list_model import STORIES
from newsroom.gui.theme import type as faces
from newsroom.gui.theme.tokens import RADIUS, ROW_HEIGHT, SMALL_SIZE, TEXT_SIZE, TINY_SIZE, Palette
from newsroom.translation import ngettext

if TYPE_CHECKING:
    from newsroom.gui.browser.places import Place

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_MARGIN = 8
_HEADING_HEIGHT = 40


class PlaceModel(QAbstractListModel):
    """The rows of the sidebar."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.places: tuple[Place, ...] = ()

    def show(self, places: tuple[Place, ...]) -> bool:
        """Take new rows; tell whether more than counts changed, so that the chosen row must be found again."""
        if [place.key for place in places] == [place.key for place in self.places]:
            self.places = places
            self.dataChanged.emit(self.index(0), self.index(len(places) - 1))
            return False
        self.beginResetModel()
        self.places = places
        self.endResetModel()
        return True

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Give the number of rows."""
        return 0 if parent.isValid() else len(self.places)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a row's title, or its place whole."""
        place = self.places[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return place.title
        if role == Qt.ItemDataRole.UserRole:
            return place
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(place)
        return None

    def _spoken(self, place: Place) -> str:
        if place.heading or place.story or place.uncounted:
            return place.title
        if place.view == "view-doubles":
            return f"{place.title}, {ngettext('{n} group', '{n} groups', place.count)}"
        if place.view:
            return f"{place.title}, {place.count}"
        return f"{place.title}, {ngettext('{n} story', '{n} stories', place.count)}"

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let all but headings be chosen."""
        if self.places[index.row()].heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class PlaceDelegate(QStyledItemDelegate):
    """Paints a row: dot, title, count at the right."""

    def __init__(self, palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self.palette = palette
        self.lit = -1
        """The row onto which something would be dropped."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give a row's height; a heading has air above it."""
        heading = index.data(Qt.ItemDataRole.UserRole).heading
        return QSize(100, _HEADING_HEIGHT if heading else ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        place: Place = index.data(Qt.ItemDataRole.UserRole)
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if place.heading:
            self._heading(painter, area, place)
        else:
            self._row(painter, area, place, state)
            if index.row() == self.lit:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QColor(self.palette.accent))
                painter.drawRoundedRect(area.adjusted(_MARGIN, 1, -_MARGIN, -1), RADIUS, RADIUS)
        painter.restore()

    def _heading(self, painter: QPainter, area: QRect, place: Place) -> None:
        painter.setFont(faces.sans(TINY_SIZE, QFont.Weight.DemiBold))
        painter.setPen(QColor(self.palette.muted))
        painter.drawText(
            area.adjusted(2 * _MARGIN, 0, -_MARGIN, -6),
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom,
            place.title,
        )

    def _row(self, painter: QPainter, area: QRect, place: Place, state: QStyle.StateFlag) -> None:
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        box = area.adjusted(_MARGIN, 1, -_MARGIN, -1)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.palette.chosen.ground if chosen else self.palette.hover))
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(self.palette.accent))
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        self._words(painter, box.adjusted(_MARGIN, 0, -_MARGIN, 0), place, chosen=chosen)

    def _words(self, painter: QPainter, box: QRect, place: Place, *, chosen: bool) -> None:
        if place.colour:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(place.colour))
            painter.drawRoundedRect(QRect(box.left(), box.center().y() - 4, 9, 9), 3, 3)
            box = box.adjusted(17, 0, 0, 0)
        count = (
            ""
            if place.story or place.uncounted
            else QLocale().toString(place.count) + ("+" if place.many else "")
        )
        painter.setFont(faces.tabular(faces.sans(SMALL_SIZE)))
        painter.setPen(QColor(self.palette.chosen.text if chosen else self.palette.muted))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        room = box.width() - painter.fontMetrics().horizontalAdvance(count) - _MARGIN
        painter.setFont(faces.sans(TEXT_SIZE, QFont.Weight.DemiBold if chosen else QFont.Weight.Normal))
        painter.setPen(QColor(self.palette.chosen.text if chosen else self.palette.text))
        title = painter.fontMetrics().elidedText(place.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)


def _takes(place: Place) -> bool:
    """Tell whether stories can be dropped onto a place: onto sections they can."""
    return place.filter is not None and bool(place.filter.section)


class Sidebar(QListView):
    """The list of places; emits the place that was chosen."""

    chosen = Signal(object)
    dropped = Signal(object)
    """Stories were dropped onto this place."""
    offered = Signal(object, QMenu)
    """What can be done with this place is asked for: whoever can do something puts it into the menu."""
    pushed = Signal(object, int)
    """A place shall go up or down by a row."""

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self._model = PlaceModel(self)
        self._delegate = PlaceDelegate(palette, self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.selectionModel().currentChanged.connect(self._tell)

    def wear(self, palette: Palette) -> None:
        """Take other colours."""
        self._delegate.palette = palette
        self.viewport().update()

    def show_places(self, places: tuple[Place, ...]) -> None:
        """Show these rows; the chosen place stays chosen, silently."""
        key = self.current_key()
        if self._model.show(places):
            self.choose(key, tell=False)

    def places(self) -> tuple[Place, ...]:
        """Give the rows that are shown."""
        return self._model.places

    def current_key(self) -> str:
        """Give the key of the chosen place, or nothing."""
        row = self.currentIndex().row()
        return self._model.places[row].key if 0 <= row < len(self._model.places) else ""

    def choose(self, key: str, *, tell: bool = True) -> None:
        """Choose a place by its key."""
        rows = [row for row, place in enumerate(self._model.places) if place.key == key]
        blocked = self.selectionModel().blockSignals(not tell)
        self.setCurrentIndex(self._model.index(rows[0]) if rows else QModelIndex())
        self.selectionModel().blockSignals(blocked)
        self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the place under the pointer, or with the chosen one where a key asks."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if not index.isValid():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.offered.emit(index.data(Qt.ItemDataRole.UserRole), menu)
        if menu.isEmpty():
            menu.deleteLater()
            return
        menu.popup(
            self.viewport().mapToGlobal(self.visualRect(index).bottomLeft() if by_key else event.pos())
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Push a place up or down with Alt and an arrow."""
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if by and event.modifiers() & Qt.KeyboardModifier.AltModifier and self.currentIndex().isValid():
            self.pushed.emit(self.currentIndex().data(Qt.ItemDataRole.UserRole), by)
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take stories of the list, nothing else."""
        if event.mimeData().hasFormat(STORIES):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Light up the section under the pointer; other rows take nothing."""
        index = self.indexAt(event.position().toPoint())
        takes = index.isValid() and _takes(index.data(Qt.ItemDataRole.UserRole))
        self._light(index if takes else QModelIndex())
        event.setAccepted(takes)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Let the light go out."""
        self._light(QModelIndex())

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell where stories were dropped."""
        index = self.indexAt(event.position().toPoint())
        self._light(QModelIndex())
        if index.isValid() and _takes(index.data(Qt.ItemDataRole.UserRole)):
            event.acceptProposedAction()
            self.dropped.emit(index.data(Qt.ItemDataRole.UserRole))

    def section_at(self, where: QPoint | None) -> str:
        """Give the section at a place on the screen, lit up as one that takes stories; nothing elsewhere."""
        at = self.viewport().mapFromGlobal(where) if where is not None and self.isVisible() else None
        inside = at is not None and self.viewport().rect().contains(at)
        index = self.indexAt(at) if at is not None and inside else QModelIndex()
        place: Place | None = index.data(Qt.ItemDataRole.UserRole) if index.isValid() else None
        section = place.filter.section if place and place.filter else ""
        self._light(index if section else QModelIndex())
        return section

    def _light(self, index: QModelIndex) -> None:
        self._delegate.lit = index.row()
        self.viewport().update()

    def _tell(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self.chosen.emit(now.data(Qt.ItemDataRole.UserRole))
