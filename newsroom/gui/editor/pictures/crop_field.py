"""Choosing the part of a picture that is shown: a rectangle drawn with the mouse, or moved with keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from newsroom.domain.crop import SCALE, WHOLE, Crop, settled, shaped

if TYPE_CHECKING:
    from newsroom.gui.editor.look import EditorLook

HIGHEST = 220
_GRIP = 10.0
"""So near to an edge, in pixels, it is the edge that is moved."""
_STEP = SCALE // 50
_LEAST = SCALE // 50
_SHADE = QColor(0, 0, 0, 140)
_MOVES = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class CropField(QWidget):
    """Shows a whole picture, what is cut away in shade; emits `changed` when a person chose another part."""

    changed = Signal(object)

    def __init__(self, look: EditorLook, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._image: QImage | None = None
        self._pixels = (3, 2)
        self.crop = WHOLE
        self._before = WHOLE
        self._from: QPointF | None = None
        self._edges = ""
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_picture(self, image: QImage | None, pixels: tuple[int, int], crop: Crop) -> None:
        """Show a picture of so many pixels, and the part of it that is chosen."""
        self._image, self._pixels = image, pixels
        if self._from is None:
            self.crop = crop
        self.setFixedHeight(round(self.room(self.width()).height()) + 2)
        self.update()

    def room(self, width: int) -> QSizeF:
        """Give the size at which the whole picture is drawn in so much width."""
        return QSizeF(*self._pixels).scaled(
            QSizeF(max(width - 2, 16), HIGHEST), Qt.AspectRatioMode.KeepAspectRatio
        )

    def sizeHint(self) -> QSize:
        """Give the size for a panel."""
        return QSize(240, 160)

    def _frame(self) -> QRectF:
        size = self.room(self.width())
        return QRectF((self.width() - size.width()) / 2, 1, size.width(), size.height())

    def _chosen(self) -> QRectF:
        frame = self._frame()
        return QRectF(
            frame.left() + self.crop.left * frame.width() / SCALE,
            frame.top() + self.crop.top * frame.height() / SCALE,
            self.crop.width * frame.width() / SCALE,
            self.crop.height * frame.height() / SCALE,
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture, the shade and the frame of what is chosen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame, chosen = self._frame(), self._chosen()
        if self._image is None:
            painter.fillRect(frame, QColor(self._look.line))
        else:
            painter.drawImage(frame, self._image)
        painter.save()
        painter.setClipRect(frame)
        for side in _around(frame, chosen):
            painter.fillRect(side, _SHADE)
        painter.restore()
        colour = self._look.accent if self.hasFocus() else self._look.ground
        painter.setPen(QPen(QColor(colour), 2 if self.hasFocus() else 1))
        painter.drawRect(chosen.adjusted(1, 1, -1, -1))
        painter.end()

    # By mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of an edge, of the part, or begin a new one beside it."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._from, self._before = event.position(), self.crop
            self._edges = self._held(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move what was taken hold of."""
        if self._from is None:
            self._point_at(self._held(event.position()))
            return
        frame = self._frame()
        moved = event.position() - self._from
        across, down = moved.x() * SCALE / frame.width(), moved.y() * SCALE / frame.height()
        if self._edges == "new":
            self.crop = self._drawn(self._from, event.position())
        elif self._edges == "all":
            self.crop = _shifted(self._before, round(across), round(down))
        else:
            self.crop = _pulled(self._before, self._edges, round(across), round(down))
        self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Tell what was chosen; a mere click chooses nothing."""
        clicked, self._from = self._from is not None, None
        if clicked and self.crop != self._before:
            self.changed.emit(self.crop)

    def _held(self, point: QPointF) -> str:
        """Give what lies under a point: edges by their letters, the whole part, or nothing."""
        chosen = self._chosen()
        near = chosen.adjusted(-_GRIP, -_GRIP, _GRIP, _GRIP)
        if not near.contains(point):
            return "new"
        edges = "".join(
            letter
            for letter, distance in (
                ("l", point.x() - chosen.left()),
                ("t", point.y() - chosen.top()),
                ("r", point.x() - chosen.right()),
                ("b", point.y() - chosen.bottom()),
            )
            if abs(distance) <= _GRIP
        )
        return edges or ("new" if self.crop == WHOLE else "all")

    def _point_at(self, held: str) -> None:
        shapes = {"new": Qt.CursorShape.CrossCursor, "all": Qt.CursorShape.SizeAllCursor}
        slanted = Qt.CursorShape.SizeFDiagCursor if held in {"lt", "rb"} else Qt.CursorShape.SizeBDiagCursor
        straight = Qt.CursorShape.SizeHorCursor if held in {"l", "r"} else Qt.CursorShape.SizeVerCursor
        self.setCursor(shapes.get(held) or (slanted if len(held) > 1 else straight))

    def _drawn(self, start: QPointF, end: QPointF) -> Crop:
        frame = self._frame()
        part = QRectF(start, end).normalized().intersected(frame)
        made = Crop(
            round((part.left() - frame.left()) * SCALE / frame.width()),
            round((part.top() - frame.top()) * SCALE / frame.height()),
            round(part.width() * SCALE / frame.width()),
            round(part.height() * SCALE / frame.height()),
        )
        return settled(made) if min(made.width, made.height) >= _LEAST else self._before

    # By keys and by shape

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the part by the arrows; with Shift held make it larger or smaller."""
        step = _MOVES.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        across, down = step[0] * _STEP, step[1] * _STEP
        resize = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        made = _pulled(self.crop, "rb", across, down) if resize else _shifted(self.crop, across, down)
        self.choose(made)

    def shape(self, ratio: float) -> None:
        """Choose the largest part of a shape, width to height; 0 chooses the whole picture."""
        self.choose(shaped(WHOLE, ratio, *self._pixels) if ratio else WHOLE)

    def choose(self, crop: Crop) -> None:
        """Choose a part."""
        if crop != self.crop:
            self.crop = crop
            self.update()
            self.changed.emit(crop)


def _around(frame: QRectF, chosen: QRectF) -> tuple[QRectF, ...]:
    """Give what lies in the frame and beside the part that is chosen."""
    return (
        QRectF(frame.topLeft(), QPointF(frame.right(), chosen.top())),
        QRectF(QPointF(frame.left(), chosen.bottom()), frame.bottomRight()),
        QRectF(QPointF(frame.left(), chosen.top()), chosen.bottomLeft()),
        QRectF(chosen.topRight(), QPointF(frame.right(), chosen.bottom())),
    )


def _shifted(crop: Crop, across: int, down: int) -> Crop:
    left = min(max(crop.left + across, 0), SCALE - crop.width)
    top = min(max(crop.top + down, 0), SCALE - crop.height)
    return Crop(left, top, crop.width, crop.height)


def _pulled(crop: Crop, edges: str, across: int, down: int) -> Crop:
    left, top, right, bottom = crop.left, crop.top, crop.left + crop.width, crop.top + crop.height
    if "l" in edges:
        left = min(max(left + across, 0), right - _LEAST)
    if "r" in edges:
        right = max(min(right + across, SCALE), left + _LEAST)
    if "t" in edges:
        top = min(max(top + down, 0), bottom - _LEAST)
    if "b" in edges:
        bottom = max(min(bottom + down, SCALE), top + _LEAST)
    return settled(Crop(left, top, right - left, bottom - top))
