"""What stands in a text without being text: pictures, and the numbers of footnotes, drawn by us."""

from __future__ import annotations

import json
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QImage,
    QPainter,
    QPen,
    QPyTextObject,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from newsroom.domain.codec import read_picture
from newsroom.domain.marks import MarkKind, has, value_of
from newsroom.gui.editor.bridge.properties import OBJECT_CHARACTER, Inset, Prop, marks_of
from newsroom.translation import _

if TYPE_CHECKING:
    from newsroom.domain.body import Picture
    from newsroom.gui.editor.text_edit import TextEdit

TALLEST = 480
"""A picture is shown no taller, in pixels, so that its caption stays in sight."""
GAP = 6
_UNKNOWN = (3, 2)
"""The shape of most photographs, until the picture's own is known."""
_BAR = 3
_LOST_HEIGHT = 72
_ABOVE_CREDIT = 3
_REFERENCE = 0.72
"""The size of a footnote's number beside its text's."""


class Gallery(Protocol):
    """Where pictures are had for showing; what is not there yet comes later."""

    def size(self, asset: str) -> tuple[int, int] | None:
        """Give a picture's pixels across and down, or None while they are not known."""

    def lost(self, asset: str) -> bool:
        """Tell whether a picture is surely not to be had."""

    def image(self, picture: Picture, size: QSize, ratio: float) -> QImage | None:
        """Give a picture's part that is shown, at a size, or None while it is not there."""


class EmptyGallery:
    """Has no picture: that of a field nobody gave one."""

    def size(self, _asset: str) -> tuple[int, int] | None:
        """Give nothing."""
        return None

    def lost(self, _asset: str) -> bool:
        """Tell that nothing is to be had."""
        return True

    def image(self, _picture: Picture, _size: QSize, _ratio: float) -> QImage | None:
        """Give nothing."""
        return None


@lru_cache(maxsize=256)
def _picture(stored: str) -> Picture:
    return read_picture(json.loads(stored))


def picture_of(form: QTextFormat) -> Picture | None:
    """Give the picture a format stands for, without its caption, or None."""
    return _picture(form.stringProperty(Prop.OBJECT)) if form.objectType() == Inset.PICTURE else None


class PictureInset(QPyTextObject):
    """Shows a picture at the width of the page."""

    def __init__(self, edit: TextEdit) -> None:
        super().__init__(edit)
        self._edit = edit

    def intrinsicSize(self, document: QTextDocument, position: int, form: QTextFormat) -> QSizeF:
        """Give the whole width, so that the caption stands below, and the height of what is shown."""
        picture = picture_of(form)
        if self._edit.look.hides_changes and _change(document, position, MarkKind.DELETED):
            return QSizeF(_width(document), 1)
        if picture is None:
            return QSizeF(_width(document), GAP)
        return QSizeF(
            _width(document), self.shown(document, picture).height() + self._credit_room(picture) + GAP
        )

    def shown(self, document: QTextDocument, picture: Picture) -> QSize:
        """Give the size at which a picture is drawn."""
        gallery, room = self._edit.gallery, int(_width(document))
        if gallery.lost(picture.asset):
            return QSize(room, _LOST_HEIGHT)
        size = gallery.size(picture.asset)
        wide, high = picture.crop.size(*size) if size else _UNKNOWN
        most = QSize(min(room, wide) if size else room, TALLEST)
        return QSize(wide, high).scaled(most, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        document: QTextDocument,
        position: int,
        form: QTextFormat,
    ) -> None:
        """Draw the picture, or quietly its place, and whether it was inserted or deleted."""
        picture = picture_of(form)
        if picture is None or rect.height() <= GAP:
            return
        size = self.shown(document, picture)
        place = QRectF(QPointF(rect.topLeft()), QSizeF(size))
        image = self._edit.gallery.image(picture, size, painter.device().devicePixelRatioF())
        if image is not None:
            painter.drawImage(place, image)
        else:
            painter.fillRect(place, QColor(self._edit.look.line))
        if self._edit.gallery.lost(picture.asset):
            self._draw_lost(painter, place, picture)
        self._draw_credit(painter, place, picture)
        if not self._edit.look.hides_changes:
            self._draw_change(painter, place, document, position)

    def _draw_change(self, painter: QPainter, place: QRectF, document: QTextDocument, position: int) -> None:
        """Draw a bar beside what was inserted, and cross out what was deleted, in the colour of who did it."""
        inserted = _change(document, position, MarkKind.INSERTED)
        deleted = _change(document, position, MarkKind.DELETED)
        if inserted:
            bar = QRectF(place.topLeft(), QSizeF(_BAR, place.height()))
            painter.fillRect(bar, QColor(self._edit.look.colour_of(inserted)))
        if deleted:
            painter.setPen(QPen(QColor(self._edit.look.colour_of(deleted)), _BAR))
            painter.drawLine(place.topLeft(), place.bottomRight())
            painter.drawLine(place.topRight(), place.bottomLeft())

    def _credit_room(self, picture: Picture) -> int:
        return QFontMetrics(self._credit_font()).height() + _ABOVE_CREDIT if picture.credit else 0

    def _credit_font(self) -> QFont:
        font = QFont(self._edit.look.sans)
        font.setPixelSize(max(self._edit.look.small - 2, 9))
        return font

    def _draw_credit(self, painter: QPainter, place: QRectF, picture: Picture) -> None:
        """Write under the picture, small and at its right, whose it is."""
        if picture.credit:
            font = self._credit_font()
            metrics = QFontMetrics(font)
            words = metrics.elidedText(picture.credit, Qt.TextElideMode.ElideRight, int(place.width()))
            room = QRectF(place.left(), place.bottom() + _ABOVE_CREDIT, place.width(), metrics.height())
            painter.setFont(font)
            painter.setPen(QColor(self._edit.look.muted))
            painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), words)

    def _draw_lost(self, painter: QPainter, place: QRectF, picture: Picture) -> None:
        look = self._edit.look
        font = QFont(look.sans)
        font.setPixelSize(look.small)
        painter.setFont(font)
        painter.setPen(QColor(look.text))
        name = picture.name or picture.alternative
        words = _("The picture “{name}” is missing.", name=name) if name else _("The picture is missing.")
        room = place.adjusted(12, 0, -12, 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap), words)


def _change(document: QTextDocument, position: int, kind: MarkKind) -> str:
    """Give the tracked change by which a whole block was inserted or deleted, or nothing."""
    form = document.findBlock(position).blockFormat()
    return value_of(marks_of(form, Prop.END_MARKS), kind) or ""


def _width(document: QTextDocument) -> float:
    return max(float(int(document.textWidth()) - 1), 16.0)


class FootnoteInset(QPyTextObject):
    """Shows a footnote as its number, raised."""

    def __init__(self, edit: TextEdit, numbers: FootnoteNumbers) -> None:
        super().__init__(edit)
        self._edit, self._numbers = edit, numbers

    def intrinsicSize(self, _document: QTextDocument, position: int, form: QTextFormat) -> QSizeF:
        """Give the width of the number, and no more height than the text has."""
        metrics = QFontMetricsF(_small(form))
        if self._hidden(form):
            return QSizeF(0, metrics.ascent())
        return QSizeF(metrics.horizontalAdvance(self._words(position)) + 2, metrics.ascent())

    def _hidden(self, form: QTextFormat) -> bool:
        """Tell whether a footnote was deleted and the text is shown as if that were accepted."""
        return self._edit.look.hides_changes and has(marks_of(form), MarkKind.DELETED)

    def _words(self, position: int) -> str:
        return str(self._numbers.of(position))

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        _document: QTextDocument,
        position: int,
        form: QTextFormat,
    ) -> None:
        """Draw the number."""
        if self._hidden(form):
            return
        font = _small(form)
        marks = marks_of(form)
        font.setStrikeOut(has(marks, MarkKind.DELETED))
        painter.setFont(font)
        change = value_of(marks, MarkKind.DELETED) or value_of(marks, MarkKind.INSERTED)
        look = self._edit.look
        painter.setPen(QColor(look.colour_of(change) if change and not look.hides_changes else look.accent))
        lift = QFontMetricsF(font).ascent() * 0.42
        painter.drawText(QRectF(rect).translated(1, -lift).bottomLeft(), self._words(position))


def _small(form: QTextFormat) -> QFont:
    font = QFont(form.toCharFormat().font())
    font.setPixelSize(max(round(font.pixelSize() * _REFERENCE), 9))
    return font


class FootnoteNumbers(QObject):
    """Knows where the footnotes of a document stand; what changed alone is looked at."""

    counted = Signal()
    """There are more footnotes, or fewer."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._document = document
        self._places: list[int] = []
        self._redoable = False
        document.contentsChange.connect(self._changed)

    def of(self, position: int) -> int:
        """Give the number of the footnote at a position."""
        return bisect_left(self._places, position) + 1

    @property
    def places(self) -> tuple[int, ...]:
        """Give the positions of all footnotes, in order."""
        return tuple(self._places)

    def _changed(self, position: int, removed: int, added: int) -> None:
        """Move what stands behind a change; undo may tell of too narrow a one, so after it all is looked at."""
        redoable, self._redoable = self._redoable, self._document.isRedoAvailable()
        before = len(self._places)
        if redoable or self._redoable:
            self._places = self._found(0, self._document.characterCount())
        else:
            first = bisect_left(self._places, position)
            last = bisect_left(self._places, position + removed)
            moved = [place + added - removed for place in self._places[last:]]
            self._places[first:] = [*self._found(position, position + added), *moved]
        if len(self._places) != before:
            self.counted.emit()

    def _found(self, start: int, end: int) -> list[int]:
        found: list[int] = []
        block = self._document.findBlock(start)
        while block.isValid() and block.position() < end:
            text = block.text()
            at = text.find(OBJECT_CHARACTER)
            while at >= 0:
                place = block.position() + at
                if start <= place < end and inset_at(self._document, place) == Inset.FOOTNOTE:
                    found.append(place)
                at = text.find(OBJECT_CHARACTER, at + 1)
            block = block.next()
        return found


def inset_at(document: QTextDocument, position: int) -> int:
    """Give what kind of inset the character at a position is, or 0."""
    if document.characterAt(position) != OBJECT_CHARACTER:
        return 0
    cursor = QTextCursor(document)
    cursor.setPosition(min(position + 1, document.characterCount() - 1))
    return cursor.charFormat().objectType() if cursor.position() > position else 0


def inset_under(edit: TextEdit, point: QPoint) -> int | None:
    """Give the position of the inset that lies under a point of a field, or None."""
    near = edit.cursorForPosition(point).position()
    for place in (near, near - 1):
        if (
            place >= 0
            and inset_at(edit.document(), place) in set(Inset)
            and box_of(edit, place).contains(point)
        ):
            return place
    return None


def box_of(edit: TextEdit, position: int) -> QRectF:
    """Give where an inset is drawn, in the field's coordinates."""
    cursor = QTextCursor(edit.document())
    cursor.setPosition(position)
    left = edit.cursorRect(cursor)
    line = cursor.block().layout().lineForTextPosition(cursor.positionInBlock())
    cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
    right = edit.cursorRect(cursor)
    wide = right.left() - left.left() if right.top() == left.top() else line.width()
    return QRectF(left.left(), left.top(), max(wide, 1), line.height())


class Insets:
    """Lets a field draw pictures and footnotes, and knows where these stand."""

    def __init__(self, edit: TextEdit) -> None:
        document = edit.document()
        self.footnotes = FootnoteNumbers(document)
        self.footnotes.counted.connect(edit.viewport().update)
        self.pictures = PictureInset(edit)
        self._numbers = FootnoteInset(edit, self.footnotes)
        layout = document.documentLayout()
        layout.registerHandler(int(Inset.PICTURE), self.pictures)
        layout.registerHandler(int(Inset.FOOTNOTE), self._numbers)
