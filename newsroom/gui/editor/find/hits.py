"""What a search found, shown in the text: the hits in sight, and the one that is at hand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor

from newsroom.domain.apart import APART
from newsroom.domain.finding import Field
from newsroom.gui.throttle import AfterPause
from newsroom.translation import N_, _, ngettext

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTextEdit

    from newsroom.gui.editor.layers import Stretch
    from newsroom.gui.editor.pane import EditorPane
    from newsroom.text.searching import Find

PAGE = (Field.KICKER, Field.HEADLINE, Field.SUBHEADLINE, Field.LEAD, Field.BODY, *APART)
"""The fields of the page, in reading order, and behind them what stands apart."""
TITLES = {
    Field.KICKER: N_("Kicker"),
    Field.HEADLINE: N_("Headline"),
    Field.SUBHEADLINE: N_("Subheadline"),
    Field.LEAD: N_("Lead"),
    Field.BODY: N_("Text"),
    Field.FOOTNOTE: N_("Footnote"),
    Field.CREDIT: N_("Credit"),
    Field.ALTERNATIVE: N_("Alternative text"),
}
Key = tuple[int, int, int]
MOST = 400
"""So many hits are drawn at once; more than fit into sight."""
_NONE = -1


def key_of(find: Find) -> Key:
    """Give what finds are in order by."""
    first = find.places[0]
    return (PAGE.index(first.field), first.block, first.start)


class Hits(QObject):
    """The finds of the last search in reading order, and which of them is at hand."""

    def __init__(self, editor: EditorPane) -> None:
        super().__init__(editor)
        self._editor = editor
        self.finds: tuple[Find, ...] = ()
        self._keys: list[Key] = []
        self.here = _NONE
        self._stood: Key | None = None
        self._draw_soon = AfterPause(self.draw, 30, self)
        editor.verticalScrollBar().valueChanged.connect(self._scrolled)

    def take(self, finds: tuple[Find, ...]) -> None:
        """Show other finds; none of them is at hand."""
        self.finds, self.here = finds, _NONE
        self._keys = [key_of(find) for find in finds]
        self.draw()

    def clear(self) -> None:
        """Show nothing."""
        self.take(())

    @property
    def current(self) -> Find | None:
        """Give the find at hand."""
        return self.finds[self.here] if 0 <= self.here < len(self.finds) else None

    def said(self) -> str:
        """Give how many there are, and which is at hand."""
        if not self.finds:
            return _("Nothing found")
        if self.here == _NONE:
            return ngettext("{n} find", "{n} finds", len(self.finds))
        words = _("{n} of {all}", n=self.here + 1, all=len(self.finds))
        field = self.finds[self.here].field
        return f"{words} · {_(TITLES[field])}" if field in APART else words

    # Going from one to the next

    def go(self, step: int) -> None:
        """Go to the next find after the caret, or to the one before it; round at the ends."""
        if not self.finds:
            return
        caret = self.caret()
        place = bisect_left(self._keys, caret) - (step < 0)
        if self.here != _NONE and self._stood == caret:
            place = self.here + step
        self.go_to(place % len(self.finds))

    def go_near(self, key: Key) -> None:
        """Go to the first find at a place or after it."""
        if self.finds:
            self.go_to(bisect_left(self._keys, key) % len(self.finds))

    def go_to(self, place: int) -> None:
        """Set the caret before a find and bring it into sight; the focus stays where it is."""
        self.here = place
        find = self.finds[place]
        widget = self._editor.places.widget(find.places[0])
        widget.show()
        cursor = self._editor.places.cursor_over(find.places[0])
        cursor.setPosition(cursor.selectionStart())  # a selection would hide the colour of the find
        widget.setTextCursor(cursor)
        self._editor.turn_to(widget)
        self._stood = self.caret()
        self._show(find)
        self.draw()

    def select(self) -> None:
        """Select the find at hand, where the caret is still before it."""
        find = self.current
        if find is None or self._stood != self.caret():
            return
        widget = self._editor.places.widget(find.places[0])
        cursor = self._editor.places.cursor_over(find.places[0])
        end = self._editor.places.cursor_over(find.places[-1]).selectionEnd()
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        widget.setTextCursor(cursor)

    def know_caret(self) -> None:
        """Know before which find the caret stands, if before one."""
        caret = self.caret()
        place = bisect_left(self._keys, caret)
        self.here = place if place < len(self._keys) and self._keys[place] == caret else _NONE
        self._stood = caret

    def caret(self) -> Key:
        """Give where the selection begins, or the caret stands."""
        widget = self._editor.focused()
        field = next(field for field in PAGE if self._editor.places.field(field) is widget)
        place = self._editor.places.place_of(field, widget.textCursor().selectionStart())
        return (PAGE.index(field), *place)

    def _show(self, find: Find) -> None:
        """Scroll so that a find stands in sight, with lines around it."""
        widget = self._editor.places.widget(find.places[0])
        rect = widget.cursorRect(widget.textCursor())
        at = widget.mapTo(self._editor.page, rect.center())
        self._editor.ensureVisible(at.x(), at.y(), 0, self._editor.viewport().height() // 3)

    # Drawing

    def _scrolled(self) -> None:
        if self.finds:
            self._draw_soon.ask()

    def draw(self) -> None:
        """Draw the hits that are in sight."""
        first, last = self._in_sight() if len(self.finds) > MOST else (0, len(self.finds))
        by_widget: dict[QTextEdit, list[Stretch]] = {field: [] for field in self._editor.fields}
        for number in range(first, min(last, first + MOST)):
            find = self.finds[number]
            form = self._form(here=number == self.here)
            places = self._editor.places
            by_widget[places.widget(find.places[0])] += [
                (places.cursor_over(one), form) for one in find.places
            ]
        for widget in self._editor.fields:
            widget.layers.show("hits", by_widget[widget])

    def _in_sight(self) -> tuple[int, int]:
        """Give from which find to which the blocks in sight have them."""
        text, view = self._editor.body_edit, self._editor.viewport()
        top, bottom = (
            text.cursorForPosition(text.mapFrom(self._editor.page, self._on_page(height))).position()
            for height in (0, view.height())
        )
        body = PAGE.index(Field.BODY)
        low = bisect_left(self._keys, (body, self._editor.places.place_of(Field.BODY, top)[0], 0))
        high = bisect_right(self._keys, (body, self._editor.places.place_of(Field.BODY, bottom)[0] + 1, 0))
        above = self._editor.verticalScrollBar().value() < text.y() + text.height() and not low
        return (0 if above else low), high

    def _on_page(self, height: int) -> QPoint:
        return self._editor.page.mapFrom(self._editor.viewport(), QPoint(0, height))

    def _form(self, *, here: bool) -> QTextCharFormat:
        look = self._editor.look
        form = QTextCharFormat()
        form.setBackground(QColor(look.here if here else look.found))
        form.setForeground(QColor(look.here_text if here else look.found_text))
        return form
