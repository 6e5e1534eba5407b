"""What tidying would change, each with its surroundings and a tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from newsroom.gui.parts import across, button, down, label
from newsroom.gui.theme import type as faces
from newsroom.gui.theme.tokens import TINY_SIZE
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from newsroom.desk.tidying import Suggestion
    from newsroom.gui.theme.tokens import Palette

Index = QModelIndex | QPersistentModelIndex
SUGGESTION = Qt.ItemDataRole.UserRole
_HEIGHT = 34
_SIZE = 15
_TICK = 32
_SEEN = str.maketrans({" ": "·", "\u00a0": "°", "\u202f": "°", "\t": "→", "\n": "↵"})
"""How spaces are shown where they are what changes."""


def visible(words: str) -> str:
    """Give words with their spaces to be seen; none at all is a mark of its own."""
    return words.translate(_SEEN) if not words.strip() else words.replace("\u00a0", "°")


class Suggestions(QAbstractListModel):
    """The changes and which of them are wanted."""

    def __init__(self, found: tuple[Suggestion, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.found = found
        self.wanted = [True] * len(found)

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: ARG002 - a list has one level
        """Give how many there are."""
        return len(self.found)

    def flags(self, _index: Index) -> Qt.ItemFlag:
        """Let each be ticked."""
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a change, in words too for those who hear it."""
        one = self.found[index.row()]
        if role == SUGGESTION:
            return one
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if self.wanted[index.row()] else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            new = f"{one.before}{one.replacement.text}{one.after}"
            return _("{reason}: {old} becomes {new}", reason=_(one.reason), old=_near(one), new=new)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a change, or untick it."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.wanted[index.row()] = Qt.CheckState(value) is Qt.CheckState.Checked
        self.dataChanged.emit(index, index)
        return True

    def want_all(self, wanted: bool) -> None:
        """Tick all or none."""
        self.wanted = [wanted] * len(self.found)
        self.dataChanged.emit(self.index(0), self.index(len(self.found) - 1))


def _near(one: Suggestion) -> str:
    return f"{one.before}{one.old}{one.after}"


class SuggestionDelegate(QStyledItemDelegate):
    """Paints one change in a line: what goes is struck, what comes stands beside it."""

    def __init__(self, palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self.palette = palette
        normal = QFont.Weight.Normal
        self._plain, self._strong = faces.serif(_SIZE, normal), faces.serif(_SIZE)
        self._struck = faces.serif(_SIZE, normal)
        self._struck.setStrikeOut(True)
        self._small = faces.sans(TINY_SIZE)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Give the height of a line."""
        return QSize(400, _HEIGHT)

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, _option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Tick or untick by a click anywhere in the line, or by the space bar."""
        pressed = isinstance(event, QKeyEvent) and event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Select}
        if event.type() != QEvent.Type.MouseButtonRelease and not pressed:
            return False
        on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        wanted = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
        return model.setData(index, wanted.value, Qt.ItemDataRole.CheckStateRole)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint tick, text and reason."""
        one: Suggestion = index.data(SUGGESTION)
        area: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(self.palette.card))
        self._paint_tick(painter, option, index)
        reason = _(one.reason)
        wide = QFontMetrics(self._small).horizontalAdvance(reason) + 24
        painter.setFont(self._small)
        painter.setPen(QColor(self.palette.muted))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area.adjusted(0, 0, -10, 0), right, reason)
        self._paint_words(painter, area.adjusted(_TICK, 0, -wide, 0), one)
        painter.restore()

    def _paint_tick(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tick = QStyleOptionViewItem(option)
        tick.rect = QRect(option.rect.left() + 8, option.rect.center().y() - 8, 16, 16)
        on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        tick.state = QStyle.StateFlag.State_Enabled
        tick.state |= QStyle.StateFlag.State_On if on else QStyle.StateFlag.State_Off
        element = QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck
        option.widget.style().drawPrimitive(element, tick, painter, option.widget)

    def _paint_words(self, painter: QPainter, area: QRect, one: Suggestion) -> None:
        painter.setClipRect(area)
        colours = self.palette
        new = one.replacement.text
        pieces = (
            (_last(one.before), self._plain, colours.muted, ""),
            (
                visible(one.old),
                self._struck if one.old.strip() else self._plain,
                colours.bad,
                colours.bad_ground,
            ),
            (visible(new), self._strong, colours.good, colours.card),
            (one.after.replace("\n", " "), self._plain, colours.muted, ""),
        )
        x = area.left()
        for words, font, colour, ground in pieces:
            painter.setFont(font)
            painter.setPen(QColor(colour))
            box = QRect(x, area.top(), QFontMetrics(font).horizontalAdvance(words) + 2, area.height())
            if ground and words:
                painter.fillRect(box.adjusted(0, 6, 0, -6), QColor(ground))
            painter.drawText(box.adjusted(1, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)
            x += box.width() if words else 0


def _last(words: str) -> str:
    return words.rpartition("\n")[2]


class TidyDialog(QDialog):
    """Emits `chosen` with the replacements that are wanted."""

    chosen = Signal(object)

    def __init__(self, found: tuple[Suggestion, ...], palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Tidy the typography"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(720, 520)
        self.model = Suggestions(found, self)
        self.list = QListView()
        self.list.setObjectName("tidyList")
        self.list.setModel(self.model)
        self._painter = SuggestionDelegate(palette, self.list)
        self.list.setItemDelegate(self._painter)
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(_("What is tidied"))
        self.every = QCheckBox(_("All"))
        self.every.setChecked(True)
        self.every.clicked.connect(self._all)
        self.go = button("", self._go, "primary")
        self.model.dataChanged.connect(self._weigh)
        self._lay_out()
        self._weigh()
        self.list.setCurrentIndex(self.model.index(0))
        self.list.setFocus()

    def wear(self, palette: Palette) -> None:
        """Wear other colours."""
        self._painter.palette = palette
        self.list.viewport().update()

    def _lay_out(self) -> None:
        ways = across(gap=8)
        ways.addWidget(self.every)
        ways.addStretch(1)
        ways.addWidget(button(_("Cancel"), self.reject))
        ways.addWidget(self.go)
        column = down(self, 12)
        column.setContentsMargins(20, 18, 20, 16)
        column.addWidget(label(_("Tidy the typography"), "title"))
        words = _("Red: what goes. Bold: what comes. · is a space, ° a no-break space.")
        column.addWidget(label(words, "muted", wrap=True))
        column.addWidget(self.list, 1)
        column.addLayout(ways)

    def _all(self) -> None:
        self.model.want_all(self.every.checkState() is not Qt.CheckState.Unchecked)

    def _weigh(self) -> None:
        """Say how many are wanted."""
        count, whole = sum(self.model.wanted), len(self.model.wanted)
        state = Qt.CheckState.Checked if count == whole else Qt.CheckState.PartiallyChecked
        self.every.setCheckState(state if count else Qt.CheckState.Unchecked)
        self.go.setText(ngettext("Tidy {n} place", "Tidy {n} places", count))
        self.go.setEnabled(count > 0)

    def _go(self) -> None:
        pairs = zip(self.model.found, self.model.wanted, strict=True)
        self.chosen.emit(tuple(one.replacement for one, wanted in pairs if wanted))
        self.accept()
