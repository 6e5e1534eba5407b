"""The list of groups: each with its newest headline, how many stories, and how alike; read page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from newsroom.gui.browser.story_delegate import two_lines
from newsroom.gui.doubles.words import likeness, of_group
from newsroom.gui.theme import type as faces
from newsroom.gui.theme.tokens import SMALL_SIZE, TINY_SIZE, Palette
from newsroom.translation import _

if TYPE_CHECKING:
    from newsroom.desk.doubles import Found, Twins
    from newsroom.gui.board.dress import Dress

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_GROUP = Qt.ItemDataRole.UserRole
_HEIGHT, _MARGIN, _LINE, _SIGN = 82, 14, 19, 14
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class GroupModel(QAbstractListModel):
    """The groups read so far; asks for the next page when the end comes into sight."""

    wanted = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.groups: list[Twins] = []
        self._next = 0
        self._asked = False

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Give the number of groups read so far."""
        return 0 if parent.isValid() else len(self.groups)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a group, or what is read aloud of it."""
        group = self.groups[index.row()]
        if role == _GROUP:
            return group
        headline = group.stories[0].headline or _("No headline")
        if role == Qt.ItemDataRole.DisplayRole:
            return headline
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{headline}, {of_group(group)}, {likeness(group)}"
        return None

    def show(self, page: Found) -> None:
        """Show a first page in the place of what was shown."""
        self.beginResetModel()
        self.groups, self._next, self._asked = list(page.items), page.next, False
        self.endResetModel()

    def add(self, page: Found) -> None:
        """Show a further page below; one whose groups are not wanted is followed by the next."""
        known = {group.stories[0].id for group in self.groups}
        fresh = [group for group in page.items if group.stories[0].id not in known]
        self._next, self._asked = page.next, False
        if fresh:
            first = len(self.groups)
            self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
            self.groups += fresh
            self.endInsertRows()
        elif self._next:
            self.fetchMore()

    @property
    def complete(self) -> bool:
        """Tell whether every group is shown."""
        return self._next == 0

    def canFetchMore(self, _parent: Index = _NOWHERE) -> bool:
        """Tell whether there are more groups."""
        return self._next > 0 and not self._asked

    def fetchMore(self, _parent: Index = _NOWHERE) -> None:
        """Ask for the next page."""
        if self._next > 0 and not self._asked:
            self._asked = True
            self.wanted.emit(self._next)


class GroupDelegate(QStyledItemDelegate):
    """Paints a group: headline in two lines, how many stories and what is alike, how alike."""

    def __init__(self, palette: Palette, dress: Dress, parent: QWidget) -> None:
        super().__init__(parent)
        self.palette, self._dress = palette, dress
        self._headline = faces.serif(15, QFont.Weight.DemiBold)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Give the height of a group."""
        return QSize(200, _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one group."""
        group: Twins = index.data(_GROUP)
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, area, option.state)
        box = area.adjusted(_MARGIN, 9, -_MARGIN, -9)
        painter.setFont(self._headline)
        headline = group.stories[0].headline
        painter.setPen(QColor(self.palette.text if headline else self.palette.faint))
        for number, words in enumerate(two_lines(headline or _("No headline"), self._headline, box.width())):
            at = QRect(box.left(), box.top() + number * _LINE, box.width(), _LINE)
            painter.drawText(at, _LEFT, words)
        self._foot(painter, QRect(box.left(), box.bottom() - 18, box.width(), 18), group)
        painter.restore()

    def _foot(self, painter: QPainter, box: QRect, group: Twins) -> None:
        word = likeness(group)
        painter.setFont(faces.sans(TINY_SIZE, QFont.Weight.DemiBold))
        painter.setPen(QColor(self.palette.warn))
        painter.drawText(box, _RIGHT, word)
        room = box.width() - painter.fontMetrics().horizontalAdvance(word) - 10
        mark = next(filter(None, map(self._dress.marks, group.stories)), None)
        if mark is not None:
            sign = self._dress.icons.pixmap(mark.icon, mark.colour, _SIGN)
            painter.drawPixmap(box.left(), box.center().y() - _SIGN // 2 + 1, _SIGN, _SIGN, sign)
            box, room = box.adjusted(_SIGN + 6, 0, 0, 0), room - _SIGN - 6
        painter.setFont(faces.sans(SMALL_SIZE))
        painter.setPen(QColor(self.palette.muted))
        said = painter.fontMetrics().elidedText(of_group(group), Qt.TextElideMode.ElideRight, room)
        painter.drawText(box, _LEFT, said)

    def _ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(self.palette.card))
            painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), QColor(self.palette.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(self.palette.surface))
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), QColor(self.palette.line))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(self.palette.accent))
            painter.drawRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -1.5))


class GroupList(QListView):
    """The list; emits the group that is chosen."""

    chosen = Signal(object)

    def __init__(self, palette: Palette, dress: Dress, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("storyList")
        self.setAccessibleName(_("Groups of similar stories"))
        self.groups = GroupModel(self)
        self.painter_ = GroupDelegate(palette, dress, self)
        self.setModel(self.groups)
        self.setItemDelegate(self.painter_)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._tell)

    def current(self) -> Twins | None:
        """Give the chosen group."""
        row = self.currentIndex().row()
        return self.groups.groups[row] if 0 <= row < len(self.groups.groups) else None

    def choose(self, row: int) -> None:
        """Choose a group by its row, or the last one."""
        count = self.groups.rowCount()
        if count:
            self.setCurrentIndex(self.groups.index(max(0, min(row, count - 1))))

    def _tell(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self.chosen.emit(now.data(_GROUP))
