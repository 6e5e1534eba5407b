"""The rich text of a story as a field: as tall as its text, so that the page scrolls as one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QRect, QSignalBlocker, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDropEvent,
    QFont,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QMenu, QTextEdit, QWidget

from newsroom.domain.body import Body
from newsroom.gui.editor import (
    box_ground,
    clipboard,
    composing,
    context_menu,
    editing,
    inserting,
    moving,
    table_ground,
    typing_keys,
)
from newsroom.gui.editor.bridge import (
    BodyReader,
    load,
    position_of,
    read_content,
    read_selection,
    rewrite,
    text_place,
)
from newsroom.gui.editor.bridge.looks import char_format
from newsroom.gui.editor.bridge.properties import OBJECT_CHARACTER, Kind, Prop, kind_of, marks_of
from newsroom.gui.editor.document import StoryDocument
from newsroom.gui.editor.dressing import Dressing
from newsroom.gui.editor.hand import Hand, PlainHand
from newsroom.gui.editor.insets import EmptyGallery, Insets
from newsroom.gui.editor.layers import Layers
from newsroom.gui.editor.links import link_at
from newsroom.gui.editor.pasting import Pasting
from newsroom.gui.editor.seams import Seams
from newsroom.gui.editor.seen import seen_blocks
from newsroom.gui.editor.word_steps import WordSteps

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsroom.domain.inline import Content
    from newsroom.gui.editor.insets import Gallery
    from newsroom.gui.editor.look import EditorLook


KeyTaker = Callable[[QKeyEvent], bool]
"""Asked first about each key; true where the key was answered."""
Reaction = Callable[["TextEdit", str], None]
"""Told of each text that was typed, after it stands."""
MenuMaker = Callable[[QMenu, QTextCursor], None]
"""Puts actions into the context menu for the place that was clicked."""
Painter = Callable[[QPainter, QRect], None]
"""Paints over the text, in the viewport's coordinates, inside a rectangle."""
Packer = Callable[[Body, QMimeData], None]
"""Adds to what is copied something that belongs to a body."""


class TextEdit(QTextEdit):
    """Edits a body, or with ``single`` the content of one paragraph."""

    leaving = Signal(int)
    """The cursor wants to go on: 1 to the field below, -1 to the one above."""
    caret_moved = Signal()
    link_asked = Signal(str)
    """A link was followed with Ctrl held; whoever listens asks before opening it."""
    paste_told = Signal(str, object)
    """What became of a paste, and ways on as names with what they do; no words where all is said."""

    built = Signal()
    """Rows, a box or what a picture tells of itself were changed, which are no text that a hand can mark."""

    def __init__(self, look: EditorLook, name: str, parent: QWidget, *, single: bool = False) -> None:
        super().__init__(parent)
        self.look = look
        self.single = single
        self.hand: Hand = PlainHand(self)
        self._word_steps = WordSteps(self)
        self.layers = Layers(self)
        self.seams = Seams(self, self._remove)
        self.pasting = Pasting(self)
        self.dragging = moving.Dragging(self, self.seams.cut)
        self.key_takers: list[KeyTaker] = [self.seams.take]
        self.reactions: list[Reaction] = []
        self.line_endings: list[Callable[[], None]] = []
        self.menu_makers: list[MenuMaker] = []
        self.underlays: list[Painter] = [partial(one.draw, self) for one in (box_ground, table_ground)]
        self.overlays: list[Painter] = []
        self.packers: list[Packer] = []
        self.sealed = False
        """Whether nothing of it may be copied."""
        self._story = StoryDocument(self)
        self.setDocument(self._story)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._story.setDocumentMargin(0)
        self._reader = BodyReader(self._story)
        self.gallery: Gallery = EmptyGallery()
        self.insets = Insets(self)
        self.dressing = Dressing(self._story)
        self._story.documentLayout().documentSizeChanged.connect(self._fit)
        self.cursorPositionChanged.connect(self.caret_moved)
        self.textChanged.connect(self.pasting.hush)

    def set_look(self, look: EditorLook) -> None:
        """Wear other colours and type; the text and what can be undone stay as they are."""
        body, ends = self.body(), (self.textCursor().anchor(), self.textCursor().position())
        self.look = look
        self._dress_type()
        if not self.dressing.plain or self.pasting.on_its_way:
            self._wear()
            return
        self.set_body(body)
        cursor, last = self.textCursor(), self._story.characterCount() - 1
        cursor.setPosition(min(ends[0], last))
        cursor.setPosition(min(ends[1], last), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def undo(self) -> None:
        """Undo the last edit, also one that was made in another look."""
        cursor = self.textCursor()
        self._story.undo(cursor)
        self.setTextCursor(cursor)

    def _wear(self) -> None:
        """Lay the look over what was written in another one."""
        seen = self.viewport().visibleRegion().boundingRect()
        self.dressing.put_on(self.look, () if seen.isEmpty() else seen_blocks(self, seen))

    def set_size(self, look: EditorLook) -> None:
        """Take the size of a look; its colours, the text and its undo history stay."""
        self.look = look
        self._dress_type()  # its height follows as it is laid out; to ask for it now would have all laid out

    def _dress_type(self) -> None:
        """Give the field the type of its text, from which all sizes in it follow, and so its placeholder."""
        font = QFont(self.look.serif)
        font.setPixelSize(self.look.body)
        font.setWeight(QFont.Weight(self.look.weight))
        self.setFont(font)

    def set_gallery(self, gallery: Gallery) -> None:
        """Say where pictures are had."""
        self.gallery = gallery
        self._story.markContentsDirty(0, self._story.characterCount())

    def set_body(self, body: Body) -> None:
        """Show a body; its undo history begins here."""
        self.layers.forget()
        self.pasting.give_up()
        with QSignalBlocker(self):
            self.setTextCursor(QTextCursor())  # one carried to the end would have all laid out at once
        load(self._story, body, self.look)
        self.dressing.forget()
        self._reader.know(body)
        self.setTextCursor(QTextCursor(self._story))
        if self.look.hides_changes:
            self._wear()

    def rewrite(self, body: Body) -> None:
        """Show another body as one step that can be undone; the caret stays about where it was."""
        place = self.textCursor().position()
        self.layers.forget()
        rewrite(self._story, body, self.look)
        cursor = self.textCursor()
        cursor.setPosition(min(place, self._story.characterCount() - 1))
        self.setTextCursor(cursor)

    def body(self) -> Body:
        """Give the body as it is now; only what changed is read."""
        return self._reader.body()

    def content(self) -> Content:
        """Give the text as content of one paragraph."""
        return read_content(self._story)

    def place(self, position: int) -> tuple[int, int]:
        """Give block and offset of a position of the document."""
        self._reader.body()
        return text_place(self._reader, self._story.findBlock(position), position)

    def select(self, block: int, start: int, end: int) -> QTextCursor:
        """Give a cursor over a stretch of a block's plain text."""
        return self.select_all_of(((block, start, end),))[0]

    def select_all_of(self, places: Iterable[tuple[int, int, int]]) -> list[QTextCursor]:
        """Give cursors over stretches, each the block, start and end in its plain text; read once for all."""
        self._reader.body()
        return [self._select(*place) for place in places]

    def _select(self, block: int, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self._story)
        first, last = (position_of(self._story, self._reader, block, offset) for offset in (start, end))
        while first < last and self._story.characterAt(first) == OBJECT_CHARACTER:
            first += 1  # a note's anchor or a footnote before the words is none of them
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def kind(self) -> tuple[Kind, bool]:
        """Give the kind of the block the cursor is in, and whether it is a numbered item."""
        form = self.textCursor().blockFormat()
        return kind_of(form), form.boolProperty(Prop.ORDERED)

    def insert_body(self, body: Body) -> None:
        """Put a body in the place of the selection, as one undo step."""
        cursor = self.textCursor()
        self.hand.put(cursor, inserting.fitting(self, body, cursor))
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask the takers of keys, then answer those that mean something in a story; leave the rest to Qt."""
        if any(take(event) for take in self.key_takers):
            event.accept()
            return
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
            return
        if event.matches(QKeySequence.StandardKey.Redo):
            super().keyPressEvent(event)
            return
        if typing_keys.ends_line(event) and not self.isReadOnly():
            for conclude in self.line_endings:
                conclude()
        if typing_keys.leaves(self, event) or (not self.isReadOnly() and self._writes(event)):
            event.accept()
            return
        super().keyPressEvent(event)

    def _writes(self, event: QKeyEvent) -> bool:
        """Change the text as a key tells; tell whether it did."""
        if typing_keys.answer(self, event) or typing_keys.erases(self, event):
            return True
        text = typing_keys.typed(event)
        if text:
            self._type(text)
        return bool(text)

    def _type(self, text: str) -> None:
        with self._word_steps.typing(text):
            self.hand.type(text)
        self.ensureCursorVisible()
        self._react(text)

    def _react(self, text: str) -> None:
        for react in self.reactions:
            react(self, text)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take composed text like typed text: the composing is Qt's, what comes of it our hand writes."""
        composing.take(self, event, super().inputMethodEvent, self._type)

    def typing_format(self) -> QTextCharFormat:
        """Give the format of what is typed now: it takes over only the marks that it should."""
        form = self.currentCharFormat()
        marks = marks_of(form)
        cursor = self.textCursor()
        wanted = editing.typing_marks(marks, cursor)
        empty = cursor.block().length() == 1  # where Qt may have left the look of another kind
        if empty or wanted != marks or form.hasProperty(Prop.OBJECT):
            return char_format(self.look, self.kind()[0], wanted)
        return form

    def createMimeDataFromSelection(self) -> QMimeData:
        """Give the selection whole for ourselves, and for others as final text with its pictures."""
        if self.sealed:
            return QMimeData()
        body = read_selection(self.textCursor())
        data = clipboard.to_mime(body)
        for pack in self.packers:
            pack(body, data)
        self.seams.note(data, self.textCursor())
        return data

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take what can be made a body; files are left to the window, which imports them."""
        return self.pasting.takes(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste or drop: everything becomes a body first; what cannot be taken leaves the text alone."""
        self.pasting.paste(source)

    def take_out(self) -> None:
        """Cut the selection out and onto the clipboard; nothing where it may not be copied."""
        if self.textCursor().hasSelection() and not self.sealed:
            self.copy()
            if not self.isReadOnly():
                self.seams.cut()

    def _remove(self, cursor: QTextCursor) -> None:
        """Take a selection away by the hand of the time."""
        self.hand.remove(cursor)

    def dropEvent(self, event: QDropEvent) -> None:
        """Move text inside the field and from another by our own hands; leave what comes from elsewhere to Qt."""
        source = moving.source_of(event)
        moves = event.dropAction() == Qt.DropAction.MoveAction and not self.isReadOnly()
        if not isinstance(source, TextEdit) or source.isReadOnly() or not moves:
            super().dropEvent(event)
            return
        moving.move(source, self, event.position().toPoint())
        if source is not self:
            event.setDropAction(Qt.DropAction.CopyAction)  # or Qt would take the words away there once more
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what may be done at the place that was clicked."""
        context_menu.show(self, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, and under and over it what the painters add."""
        self._paint(self.underlays, event)
        super().paintEvent(event)
        self._paint(self.overlays, event)

    def _paint(self, painters: list[Painter], event: QPaintEvent) -> None:
        if painters:
            painter = QPainter(self.viewport())
            for paint in painters:
                paint(painter, event.rect())
            painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the selection where it is pressed."""
        self.dragging.press(event, super().mousePressEvent)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what is held."""
        if not self.dragging.begins(event):
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow a link with Ctrl held."""
        super().mouseReleaseEvent(event)
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            address = link_at(self, event.position().toPoint())
            if address:
                self.link_asked.emit(address)

    def _fit(self, size: QSizeF) -> None:
        least = self.fontMetrics().height() + 8
        self.setFixedHeight(max(int(size.height()) + 2, least))
